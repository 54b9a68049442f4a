// A draft that cannot be lost: the network cut, the session ended, the server killed, the tab gone, two tabs, the round closed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';

import { chromium } from 'playwright-core';

import { PHONE, Stage, WIDE } from '../support/browser.mjs';
import { session, until } from '../support/kore.mjs';
import { dossiers, season, sql, value } from '../support/office.mjs';

let stage, round, dossier, nomination;

before(async () => {
	stage = await Stage.open();
	session('nhap.mot', 'drafter', '30742');
	session('nhap.hai', 'drafter', '30742');
	session('nhap.truong', 'unit_head', '30742');
});
after(async () => { await stage?.close(); });
afterEach(async (t) => {
	if (t.error) await stage.evidence(t.name);
	for (const context of stage.browser.contexts()) await context.close();
});

// A round with one draft of two nominations.
function draft(n = 2) {
	round = season(`Đợt ${Math.random()}`);
	[dossier] = dossiers(round, 1, n);
	nomination = value(`select id from office.nomination where dossier_id = ${dossier} and ordinal = 1`);
}

const field = (name) => value(`select ${name} from office.nomination where id = ${nomination}`);
const edit = () => `${stage.origin}/ho-so/${dossier}/de-nghi/${nomination}/sua`;
const csrf_of = (cookie) => `update office.session set csrf = '${cookie.slice(3, 46)}' where token_hash = sha256('${cookie.slice(3)}')`;

// Sign somebody in with a session of its own, its own token for forms included.
async function sign_in(context, username, role = 'drafter') {
	const cookie = session(username, role, '30742');
	sql(csrf_of(cookie));
	await context.addCookies([{ name: 'vd', value: cookie.slice(3), url: stage.origin }]);
}

async function person(username, role) {
	const page = await stage.page();
	await sign_in(page.context(), username, role);
	return page;
}

const state = (page, wanted) => page.locator(`[data-draft-state="${wanted}"]`).waitFor();
const status = (page) => page.locator('[data-draft-status]').textContent();
// The words "đang lưu…" may not have come yet: an entry is saved when the mark says so and the row agrees.
const saved = async (page, name, text) => { await until(() => field(name) === text); await state(page, 'saved'); };
const quiet = () => { stage.trouble.length = 0; };

test('what is typed is in the row a second later, with the time beside the form, and merges with another person\'s field', async () => {
	draft();
	const one = await person('nhap.mot'), two = await person('nhap.hai');
	await one.goto(edit());
	await two.goto(edit());
	assert.equal(await status(one), 'Nội dung được lưu tự động khi bạn gõ.');
	await one.locator('#achievement').fill('Vận động 120 hộ hiến đất làm đường');
	await saved(one, 'achievement', 'Vận động 120 hộ hiến đất làm đường');
	assert.match(await status(one), /^đã lưu trên máy chủ lúc \d\d:\d\d:\d\d$/);
	await two.locator('#position').fill('Phó Chủ tịch');
	await saved(two, 'position', 'Phó Chủ tịch');
	assert.equal(field('achievement'), 'Vận động 120 hộ hiến đất làm đường');
	// The form of the second still shows the old achievement: saving it by its button hides nobody's work.
	await two.getByRole('button', { name: 'Lưu', exact: true }).click();
	await two.waitForURL(/tb=da-luu/);
	assert.equal(field('achievement'), 'Vận động 120 hộ hiến đất làm đường');
	assert.equal(field('position'), 'Phó Chủ tịch');
	stage.calm();
});

test('the same field of two people shows both versions and asks, and the keyboard answers', async () => {
	draft();
	const one = await person('nhap.mot'), two = await person('nhap.hai');
	await one.goto(edit());
	await two.goto(edit());
	await one.locator('#achievement').fill('Bản của người thứ nhất');
	await saved(one, 'achievement', 'Bản của người thứ nhất');
	await two.locator('#achievement').fill('Bản của người thứ hai');
	const box = two.getByRole('group', { name: /Tóm tắt thành tích.*nhap\.mot.*đã sửa lúc \d\d:\d\d:\d\d/ });
	await box.waitFor();
	await box.getByText('Bản của người thứ nhất').waitFor();
	await box.getByText('Bản của người thứ hai').waitFor();
	assert.match(await status(two), /chưa lưu/);
	assert.equal(field('achievement'), 'Bản của người thứ nhất', 'nothing is overwritten');
	assert.deepEqual(await stage.inspect(two, 'draft-conflict'), []);
	await box.getByRole('button', { name: 'Giữ bản của tôi' }).focus();
	await two.keyboard.press('Enter');
	await saved(two, 'achievement', 'Bản của người thứ hai');
	assert.equal(await two.evaluate(() => document.activeElement.id), 'achievement');
	assert.equal(await box.count(), 0);
	stage.calm();
});

test('two tabs of one person: different fields merge, an untouched field follows, the same field is asked about', async () => {
	draft();
	const one = await person('nhap.mot');
	const two = await one.context().newPage();
	stage.watch(two);
	await one.goto(edit());
	await two.goto(edit());
	await one.locator('#position').fill('Trưởng ấp');
	await saved(one, 'position', 'Trưởng ấp');
	await until(async () => await two.locator('#position').inputValue() === 'Trưởng ấp');
	await two.locator('#workplace').fill('Ấp Hòa Bình');
	await saved(two, 'workplace', 'Ấp Hòa Bình');
	assert.equal(field('position'), 'Trưởng ấp');
	// Both typed before either was sent.
	await Promise.all([one.locator('#achievement').fill('Từ thẻ một'), two.locator('#achievement').fill('Từ thẻ hai')]);
	await until(async () => await one.locator('.vd-choose').count() + await two.locator('.vd-choose').count() > 0);
	const asked = await one.locator('.vd-choose').count() > 0 ? one : two;
	await asked.getByRole('button', { name: 'Dùng bản đang có' }).click();
	await state(asked, 'saved');
	assert.equal(await asked.locator('#achievement').inputValue(), field('achievement'));
	assert.equal(value(`select count(*) from office.draft_open where dossier_id = ${dossier}`), '0');
	stage.calm();
});

test('without a network text is kept on this machine, says so, and is sent when the network is back', async () => {
	draft();
	const page = await person('nhap.mot');
	await page.goto(edit());
	await page.context().setOffline(true);
	await page.locator('#achievement').fill('Gõ khi mất mạng');
	await state(page, 'unsaved');
	assert.equal(await status(page), 'chưa lưu: mất mạng, đã giữ trên máy này');
	assert.deepEqual(await stage.inspect(page, 'draft-offline'), []);
	assert.notEqual(field('achievement'), 'Gõ khi mất mạng');
	await page.context().setOffline(false);
	await saved(page, 'achievement', 'Gõ khi mất mạng');
	quiet(); // the console reports the requests that could not leave
});

test('text typed without a network survives closing the tab, comes back with a notice, and can be undone', async () => {
	draft();
	const one = await person('nhap.mot');
	await one.goto(edit());
	const before = await one.locator('#achievement').inputValue();
	await one.context().setOffline(true);
	await one.locator('#achievement').fill('Đóng thẻ khi chưa gửi');
	await state(one, 'unsaved');
	await one.close();
	const again = await stage.browser.contexts()[0].newPage();
	await again.context().setOffline(false);
	await again.goto(edit());
	const notice = again.locator('[data-draft-undo]');
	await notice.waitFor();
	assert.match(await notice.textContent(), /Đã khôi phục nội dung chưa kịp lưu.*Tóm tắt thành tích/);
	assert.equal(await again.locator('#achievement').inputValue(), 'Đóng thẻ khi chưa gửi');
	await saved(again, 'achievement', 'Đóng thẻ khi chưa gửi');
	await notice.getByRole('button').click();
	await saved(again, 'achievement', before);
	quiet();
});

test('a session that died while writing loses nothing: the text is kept, sign-in is offered, and it is sent under the new session', async () => {
	draft();
	const page = await person('nhap.mot');
	await page.goto(edit());
	sql("delete from office.session where account_id = (select id from office.account where username = 'nhap.mot')");
	await page.locator('#achievement').fill('Gõ sau khi phiên đã hết');
	await state(page, 'unsaved');
	assert.match(await status(page), /^chưa lưu: phiên làm việc đã hết/);
	const link = page.getByRole('link', { name: 'Đăng nhập ở thẻ mới' });
	await link.waitFor();
	assert.equal(await link.getAttribute('target'), '_blank');
	assert.deepEqual(await stage.inspect(page, 'draft-session'), []);
	await sign_in(page.context(), 'nhap.mot');
	await page.evaluate(() => dispatchEvent(new Event('focus')));
	await saved(page, 'achievement', 'Gõ sau khi phiên đã hết');
	await page.getByRole('button', { name: 'Lưu', exact: true }).click();
	await page.waitForURL(/tb=da-luu/); // the form's own token was renewed too
	quiet();
});

test('another person who signs in at the same machine neither sends nor sees the text of the first', async () => {
	draft();
	const page = await person('nhap.mot');
	await page.goto(edit());
	const before = field('achievement');
	await page.context().setOffline(true);
	await page.locator('#achievement').fill('Chỉ của người thứ nhất');
	await state(page, 'unsaved');
	await sign_in(page.context(), 'nhap.hai');
	await page.context().setOffline(false);
	await until(async () => /người khác đang đăng nhập/.test(await status(page)));
	const other = await page.context().newPage();
	await other.goto(edit());
	await state(other, 'idle');
	assert.equal(await other.locator('#achievement').inputValue(), before);
	assert.equal(await other.locator('[data-draft-undo]').count(), 0);
	assert.equal(field('achievement'), before);
	assert.equal(value(`select count(*) from office.draft_entry where dossier_id = ${dossier}`), '0');
	await sign_in(page.context(), 'nhap.mot');
	await page.evaluate(() => dispatchEvent(new Event('focus')));
	await saved(page, 'achievement', 'Chỉ của người thứ nhất');
	quiet();
});

test('the server killed while somebody types loses nothing', async () => {
	draft();
	const page = await person('nhap.mot');
	await page.goto(edit());
	for (const pid of stage.kore.workers) process.kill(pid, 'SIGKILL');
	await page.locator('#achievement').fill('Gõ khi máy chủ vừa bị tắt');
	await saved(page, 'achievement', 'Gõ khi máy chủ vừa bị tắt');
	quiet();
});

test('a browser that crashes with unsent text shows it again when it is opened', async () => {
	draft();
	const dir = mkdtempSync(join(tmpdir(), 'vd-crash-'));
	const launch = () => chromium.launchPersistentContext(dir, { executablePath: process.env.VD_CHROMIUM ?? '/usr/bin/chromium', viewport: WIDE,
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
	try {
		const first = await launch();
		await sign_in(first, 'nhap.mot');
		const page = first.pages()[0];
		await page.goto(edit());
		await first.setOffline(true);
		await page.locator('#achievement').fill('Gõ ngay trước khi trình duyệt sập');
		await state(page, 'unsaved');
		await new Promise((done) => { setTimeout(done, 500); });
		// No unload, no goodbye: the processes of this browser, found by its own folder, end at once.
		const pids = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')
			.filter((line) => line.includes(`--user-data-dir=${dir}`)).map((line) => Number.parseInt(line, 10));
		assert.ok(pids.length > 0);
		for (const pid of pids) try { process.kill(pid, 'SIGKILL'); } catch { /* ended with its parent */ }
		await first.close().catch(() => {});
		const second = await launch();
		await sign_in(second, 'nhap.mot');
		const again = second.pages()[0];
		await again.goto(edit());
		await again.locator('[data-draft-undo]').waitFor();
		assert.equal(await again.locator('#achievement').inputValue(), 'Gõ ngay trước khi trình duyệt sập');
		await until(() => field('achievement') === 'Gõ ngay trước khi trình duyệt sập');
		await second.close();
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
});

test('after the closing time an autosave is refused, the mark stays, and the text is kept as not part of the filing', async () => {
	draft();
	const page = await person('nhap.mot');
	await page.goto(edit());
	const before = field('achievement');
	sql(`update office.season set closes_at = now() - interval '1 second' where id = ${round}`);
	const answer = page.waitForResponse((r) => r.url().endsWith('/nhap-lieu') && r.request().method() === 'POST');
	await page.locator('#achievement').fill('Gõ sau giờ đóng');
	assert.equal((await answer).status(), 409);
	await state(page, 'unsaved');
	assert.match(await status(page), /^chưa lưu vào hồ sơ: đã hết hạn nộp hồ sơ\. .*không thuộc phần đã nộp$/);
	assert.deepEqual(await stage.inspect(page, 'draft-late'), []);
	assert.equal(field('achievement'), before);
	await page.goto(`${stage.origin}/ho-so/${dossier}`);
	const list = page.getByRole('region', { name: 'Không thuộc phần đã nộp' });
	await list.getByText('Xem nội dung').click();
	await list.getByText('Gõ sau giờ đóng').waitFor();
	await list.getByRole('button', { name: 'Chép nội dung' }).waitFor();
	assert.deepEqual(await stage.inspect(page, 'draft-late-list'), []);
	quiet();
});

test('a new case that was never saved is listed with what was typed, and goes on where it was left', async () => {
	draft();
	const page = await person('nhap.mot');
	await page.goto(`${stage.origin}/ho-so/${dossier}/de-nghi/moi?loai=tap-the`);
	await page.locator('#name').fill('Tổ tự quản Kênh Ông Cò');
	await state(page, 'saved');
	assert.match(await status(page), /^đã giữ trên máy chủ lúc .*chưa vào danh sách/);
	assert.match(page.url(), /nhap=/);
	await page.reload();
	assert.equal(await page.locator('#name').inputValue(), 'Tổ tự quản Kênh Ông Cò');
	await page.goto(`${stage.origin}/ho-so/${dossier}`);
	assert.deepEqual(await stage.inspect(page, 'draft-unfinished'), []);
	await page.getByRole('link', { name: /Soạn tiếp/ }).click();
	assert.equal(await page.locator('#name').inputValue(), 'Tổ tự quản Kênh Ông Cò');
	await page.locator('#award_type_id').selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Lưu', exact: true }).click();
	await page.waitForURL(/tb=da-them-de-nghi/);
	assert.equal(await page.getByText('Đang soạn dở').count(), 0);
	assert.equal(value(`select count(*) from office.nomination where dossier_id = ${dossier} and name = 'Tổ tự quản Kênh Ông Cò'`), '1');
	stage.calm();
});

test('a value that is not valid yet is kept, comes back in the form, and is named before filing', async () => {
	draft();
	const page = await person('nhap.mot');
	await page.goto(edit());
	await page.locator('#born').fill('31/02/1985');
	await state(page, 'saved');
	assert.match(await status(page), /^đã giữ trên máy chủ lúc .*“Ngày sinh” chưa đúng/);
	assert.equal(field('born_on'), '1970-04-08');
	await page.goto(edit());
	await page.getByText('Nội dung bạn gõ dở đã được đưa lại vào biểu mẫu').waitFor();
	assert.equal(await page.locator('#born').inputValue(), '31/02/1985');
	assert.deepEqual(await stage.inspect(page, 'draft-kept'), []);
	const head = await person('nhap.truong', 'unit_head');
	await head.goto(`${stage.origin}/ho-so/${dossier}/nop`);
	await head.getByText('Có nội dung gõ dở sẽ không được nộp').waitFor();
	await head.getByText(/Nguyễn Thị Mẫu 1.*nhap\.mot.*Ngày sinh/).waitFor();
	assert.deepEqual(await stage.inspect(head, 'draft-filing-warning'), []);
	stage.calm();
});

test('the browser counts characters as the server does, on no-break spaces, decomposed letters and emoji', async () => {
	draft();
	const page = await person('nhap.mot');
	const text = `\u00a0\n ${'Hòa\u00a0Bình '.normalize('NFD').repeat(400)}👍👍\r\n\r\n${'x'.repeat(30)} \u00a0\ufeff`;
	const inside = text.replace(/\r\n/g, '\n').normalize('NFC').replace(/^[ \n\u00a0]+|[ \u00a0\ufeff]+$/g, '');
	const wanted = [...inside].length;
	assert.ok(wanted > 3600 && wanted < 4000, `${wanted}`);
	const pad = 4003 - wanted;
	await page.goto(edit());
	await page.locator('#achievement').fill(text.trimEnd() + 'y'.repeat(pad) + ' \u00a0');
	await page.getByText('Quá 3 ký tự').first().waitFor();
	await page.getByRole('button', { name: 'Lưu', exact: true }).click();
	await page.getByText('Nội dung dài 4003 ký tự, tối đa 4000').first().waitFor();
	quiet();
});

test('a required dropdown that is missing says why beside the field and in the summary', async () => {
	draft();
	const page = await person('nhap.mot');
	await page.goto(`${stage.origin}/ho-so/${dossier}/de-nghi/moi`);
	await page.locator('#name').fill('Trần Văn Thiếu');
	await page.getByRole('button', { name: 'Lưu', exact: true }).click();
	await page.locator('.govuk-error-summary').getByRole('link', { name: /Danh hiệu, hình thức đề nghị: Chưa chọn/ }).click();
	assert.equal(await page.evaluate(() => document.activeElement.id), 'award_type_id');
	assert.match(await page.locator('#award_type_id-error').textContent(), /Chưa chọn danh hiệu, hình thức đề nghị/);
	quiet();
});

test('leaving with text that is not saved is asked about, leaving with everything saved is not', async () => {
	draft();
	const page = await person('nhap.mot');
	let asked = 0;
	page.on('dialog', async (dialog) => { asked++; await dialog.accept(); });
	await page.goto(edit());
	await page.locator('#achievement').pressSequentially(' thêm');
	await page.context().setOffline(true);
	await page.locator('#achievement').pressSequentially(' nữa');
	await state(page, 'unsaved');
	await page.close({ runBeforeUnload: true });
	await until(() => asked === 1);
	const again = await stage.browser.contexts()[0].newPage();
	again.on('dialog', async (dialog) => { asked++; await dialog.accept(); });
	await again.context().setOffline(false);
	await again.goto(edit());
	await state(again, 'saved');
	await again.goto(`${stage.origin}/ho-so/${dossier}`);
	assert.equal(asked, 1);
	quiet();
});

test('a deleted case can be put back in its place from the next page', async () => {
	draft(3);
	const page = await person('nhap.mot');
	await page.goto(`${stage.origin}/ho-so/${dossier}/de-nghi/${nomination}/xoa`);
	await page.getByRole('button', { name: 'Xóa khỏi danh sách' }).click();
	await page.waitForURL(/tb=da-xoa/);
	assert.equal(value(`select count(*) from office.nomination where dossier_id = ${dossier}`), '2');
	assert.deepEqual(await stage.inspect(page, 'draft-deleted'), []);
	await page.getByRole('button', { name: /Hoàn tác/ }).click();
	await page.waitForURL(/tb=da-hoan-tac-xoa/);
	assert.equal(value(`select string_agg(name, ',' order by ordinal) from office.nomination where dossier_id = ${dossier}`), 'Nguyễn Thị Mẫu 1,Nguyễn Thị Mẫu 2,Nguyễn Thị Mẫu 3');
	assert.equal(value(`select ordinal from office.nomination where id = ${nomination}`), '1');
	stage.calm();
});

test('the form in its everyday state at both widths', async () => {
	draft();
	const page = await person('nhap.mot');
	await page.goto(edit());
	await page.locator('#achievement').fill('Vận động 120 hộ hiến đất làm đường');
	await saved(page, 'achievement', 'Vận động 120 hộ hiến đất làm đường');
	assert.deepEqual(await stage.inspect(page, 'draft-saved'), []);
	await page.setViewportSize(PHONE);
	stage.calm();
});
