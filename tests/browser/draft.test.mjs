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
	await state(one, 'idle');
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

// A browser of its own in which somebody types, that is killed without an unload or a goodbye, and is opened again.
async function crash(typing, after) {
	const dir = mkdtempSync(join(tmpdir(), 'vd-crash-'));
	let open = null;
	const launch = async () => {
		const context = await chromium.launchPersistentContext(dir, { executablePath: process.env.VD_CHROMIUM ?? '/usr/bin/chromium', viewport: WIDE,
			args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
		open = context;
		await sign_in(context, 'nhap.mot');
		return context;
	};
	try {
		const first = await launch();
		await typing(first.pages()[0], first);
		await new Promise((done) => { setTimeout(done, 500); });
		// The processes of this browser, found by its own folder, end at once.
		const pids = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')
			.filter((line) => line.includes(`--user-data-dir=${dir}`)).map((line) => Number.parseInt(line, 10));
		assert.ok(pids.length > 0);
		for (const pid of pids) try { process.kill(pid, 'SIGKILL'); } catch { /* ended with its parent */ }
		await first.close().catch(() => {});
		const second = await launch();
		await after(second.pages()[0], second);
		await second.close();
	} finally {
		await open?.close().catch(() => {}); // also when something failed: an open browser would keep the program alive
		rmSync(dir, { recursive: true, force: true });
	}
}

test('a browser that crashes with unsent text shows it again when it is opened', async () => {
	draft();
	await crash(async (page, context) => {
		await page.goto(edit());
		await context.setOffline(true);
		await page.locator('#achievement').fill('Gõ ngay trước khi trình duyệt sập');
		await state(page, 'unsaved');
	}, async (page) => {
		await page.goto(edit());
		await page.locator('[data-draft-undo]').waitFor();
		assert.equal(await page.locator('#achievement').inputValue(), 'Gõ ngay trước khi trình duyệt sập');
		await until(() => field('achievement') === 'Gõ ngay trước khi trình duyệt sập');
	});
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
	assert.match(await status(page), /^đã giữ trên máy chủ lúc .*chưa vào hồ sơ/);
	assert.match(page.url(), /nhap=/);
	await page.reload();
	assert.equal(await page.locator('#name').inputValue(), 'Tổ tự quản Kênh Ông Cò');
	// Going on with the same field is no change of somebody else.
	await page.locator('#name').fill('Tổ tự quản Kênh Ông Cò số 2');
	await until(() => value(`select value from office.draft_open where dossier_id = ${dossier} and field = 'name'`) === 'Tổ tự quản Kênh Ông Cò số 2');
	await page.locator('#name').fill('Tổ tự quản Kênh Ông Cò');
	await until(() => value(`select value from office.draft_open where dossier_id = ${dossier} and field = 'name'`) === 'Tổ tự quản Kênh Ông Cò');
	assert.equal(await page.locator('.vd-choose').count(), 0);
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
	await page.getByText('Nội dung dài 4.003 ký tự, tối đa 4.000').first().waitFor();
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
	const gone = page.waitForEvent('close'); // a tab that still lives answers for its own text
	await page.close({ runBeforeUnload: true });
	await gone;
	assert.equal(asked, 1);
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

/* --- declarations --------------------------------------------------------------------------------------- */

// A draft whose people are in the registry, as those have to be about whom something is declared.
function known() {
	draft();
	sql(`with e as (insert into office.nominee (kind, name, name_key, born_on, unit_id) select kind, name, 'k' || id, born_on, unit_id
		from office.nomination where dossier_id = ${dossier} returning id, name)
		update office.nomination n set nominee_id = e.id from e where n.dossier_id = ${dossier} and e.name = n.name`);
}

const grounds = () => `${stage.origin}/ho-so/${dossier}/de-nghi/${nomination}/can-cu`;
const declaration = (page, slug) => page.locator(`form:has(input[name="viec"][value="${slug}"]):has([data-draft])`);
const open_form = (page, words) => page.locator('summary').filter({ hasText: words }).click();
const state_of = (form, wanted) => form.locator(`[data-draft-state="${wanted}"]`).waitFor();
const status_of = (form) => form.locator('[data-draft-status]').textContent();
const open_fields = (slug) => value(`select coalesce(string_agg(field || '=' || value, '; ' order by field), '')
	from office.draft_open where dossier_id = ${dossier} and object = 'can-cu:${nomination}:${slug}'`) ?? '';

test('a declaration is on the server a second later, comes back after a reload, and is over when it is saved', async () => {
	known();
	const page = await person('nhap.mot');
	await page.goto(grounds());
	await open_form(page, 'Khai sáng kiến, đề tài');
	const form = declaration(page, 'sang-kien');
	await form.locator('#initiative_title').fill('Số hóa sổ hộ tịch từ năm 1990');
	await form.getByRole('radio', { name: 'toàn tỉnh' }).check();
	await state_of(form, 'saved');
	await until(() => /initiative_scope=province.*initiative_title=Số hóa sổ hộ tịch từ năm 1990/.test(open_fields('sang-kien')));
	assert.match(await status_of(form), /^đã giữ trên máy chủ lúc .*bấm Lưu khi xong$/);
	assert.deepEqual(await stage.inspect(page, 'draft-declaration'), []);
	await page.reload();
	await page.getByText('Nội dung bạn gõ dở đã được đưa lại vào biểu mẫu').waitFor();
	assert.equal(await page.locator('#initiative_title').inputValue(), 'Số hóa sổ hộ tịch từ năm 1990');
	assert.ok(await page.locator('#initiative_title').isVisible());
	assert.deepEqual(await stage.inspect(page, 'draft-declaration-back'), []);
	// Named on the page of the dossier.
	await page.goto(`${stage.origin}/ho-so/${dossier}`);
	await page.getByText('Nguyễn Thị Mẫu 1: Khai sáng kiến, đề tài').waitFor();
	await page.getByRole('link', { name: /Soạn tiếp/ }).click();
	const again = declaration(page, 'sang-kien');
	await again.locator('#initiative_kind').check();
	await again.getByRole('button', { name: 'Lưu sáng kiến' }).click();
	await page.waitForURL(/tb=da-luu/);
	assert.equal(value(`select string_agg(title, ',') from office.initiative`), 'Số hóa sổ hộ tịch từ năm 1990');
	assert.equal(open_fields('sang-kien'), '');
	await page.goto(grounds());
	assert.equal(await page.locator('#initiative_title').inputValue(), '');
	assert.equal(await page.locator('[data-draft-undo], [data-draft-restored]').count(), 0);
	stage.calm();
});

test('one form that is refused leaves what was typed into the others, and text taken back is nothing unfinished', async () => {
	known();
	const page = await person('nhap.mot');
	await page.goto(grounds());
	await open_form(page, 'Khai sáng kiến, đề tài');
	await page.locator('#recognised_by').fill('Hội đồng sáng kiến phường');
	await until(() => open_fields('sang-kien') === 'recognised_by=Hội đồng sáng kiến phường');
	await open_form(page, 'Khai kết quả xếp loại một năm');
	const rating = declaration(page, 'xep-loai');
	await rating.locator('#rating_decision').fill('12/QĐ-UBND');
	await rating.getByRole('button', { name: 'Lưu kết quả xếp loại' }).click();
	await page.locator('.govuk-error-summary').waitFor();
	assert.equal(await page.locator('#rating_decision').inputValue(), '12/QĐ-UBND');
	assert.equal(await page.locator('#recognised_by').inputValue(), 'Hội đồng sáng kiến phường');
	assert.equal(open_fields('sang-kien'), 'recognised_by=Hội đồng sáng kiến phường');
	await until(() => open_fields('xep-loai') === 'rating_decision=12/QĐ-UBND');
	await page.locator('#recognised_by').fill('');
	await until(() => open_fields('sang-kien') === '');
	quiet();
});

test('a declaration typed without a network survives closing the tab, boxes and choices too', async () => {
	known();
	const one = await person('nhap.mot');
	await one.goto(grounds());
	await open_form(one, 'Khai kết quả xếp loại một năm');
	await one.context().setOffline(true);
	const form = declaration(one, 'xep-loai');
	await form.locator('#rating_decision').fill('15/QĐ-UBND');
	await form.getByRole('radio', { name: 'Hoàn thành tốt nhiệm vụ' }).check();
	await form.locator('#maternity').check();
	await state_of(form, 'unsaved');
	assert.equal(await status_of(form), 'chưa lưu: mất mạng, đã giữ trên máy này');
	await new Promise((done) => { setTimeout(done, 300); });
	await one.close();
	const again = await stage.browser.contexts()[0].newPage();
	await again.context().setOffline(false);
	await again.goto(grounds());
	await again.locator('[data-draft-undo]').waitFor();
	assert.equal(await again.locator('#rating_decision').inputValue(), '15/QĐ-UBND');
	assert.ok(await again.locator('#rating_decision').isVisible());
	assert.ok(await again.locator('#maternity').isChecked());
	assert.ok(await again.getByRole('radio', { name: 'Hoàn thành tốt nhiệm vụ' }).isChecked());
	await until(() => open_fields('xep-loai') === 'maternity=1; rating=good; rating_decision=15/QĐ-UBND');
	quiet();
});

test('a session that ends while declaring loses nothing, and neither does a crash', async () => {
	known();
	const page = await person('nhap.mot');
	await page.goto(grounds());
	await open_form(page, 'Khai sáng kiến, đề tài');
	sql("delete from office.session where account_id = (select id from office.account where username = 'nhap.mot')");
	await page.locator('#initiative_title').fill('Gõ sau khi phiên đã hết');
	const form = declaration(page, 'sang-kien');
	await state_of(form, 'unsaved');
	assert.match(await status_of(form), /^chưa lưu: phiên làm việc đã hết/);
	await sign_in(page.context(), 'nhap.mot');
	await page.evaluate(() => dispatchEvent(new Event('focus')));
	await until(() => open_fields('sang-kien') === 'initiative_title=Gõ sau khi phiên đã hết');
	await page.close();
	await crash(async (other, context) => {
		await other.goto(grounds());
		await context.setOffline(true);
		await other.locator('#recognition_no').fill('88/QĐ-UBND');
		await state_of(declaration(other, 'sang-kien'), 'unsaved');
	}, async (other) => {
		await other.goto(grounds());
		await other.locator('[data-draft-undo]').waitFor();
		assert.equal(await other.locator('#recognition_no').inputValue(), '88/QĐ-UBND');
		await until(() => open_fields('sang-kien') === 'initiative_title=Gõ sau khi phiên đã hết; recognition_no=88/QĐ-UBND');
	});
	quiet();
});

test('what is typed before the page has looked for kept text, or before its script is there, is kept too', async () => {
	known();
	const page = await person('nhap.mot');
	await page.addInitScript(() => {
		IDBOpenDBRequest.prototype.addEventListener = function slow(type, heard, options) {
			const late = (event) => { setTimeout(() => heard.call(this, event), 1500); };
			EventTarget.prototype.addEventListener.call(this, type, type === 'success' ? late : heard, options);
		};
	});
	await page.goto(grounds());
	await open_form(page, 'Khai sáng kiến, đề tài');
	await page.locator('#recognition_no').fill('88/QĐ-UBND');
	await until(() => open_fields('sang-kien') === 'recognition_no=88/QĐ-UBND');
	await page.route(/\/office-[0-9a-f]+\.js$/, async (route) => {
		await new Promise((done) => { setTimeout(done, 1500); });
		await route.continue();
	});
	await page.goto('about:blank');
	await page.goto(grounds(), { waitUntil: 'commit' });
	await page.locator('summary').filter({ hasText: 'Khai sáng kiến, đề tài' }).waitFor();
	await page.locator('#initiative_title').evaluate((input) => { input.closest('details').open = true; });
	await page.locator('#initiative_title').fill('Gõ khi trang chưa tải xong');
	await until(() => open_fields('sang-kien') === 'initiative_title=Gõ khi trang chưa tải xong; recognition_no=88/QĐ-UBND');
	quiet();
});

test('what an appraiser declares is kept on the own machine: the journal is for those who write the dossier', async () => {
	known();
	session('nhap.tham', 'appraiser', '30742');
	const page = await person('nhap.tham', 'appraiser');
	await page.goto(grounds());
	await open_form(page, 'Khai sáng kiến, đề tài');
	const form = declaration(page, 'sang-kien');
	await form.locator('#initiative_title').fill('Sáng kiến người thẩm định ghi');
	await form.locator('#initiative_kind').check();
	await state_of(form, 'saved');
	assert.match(await status_of(form), /^đã lưu trên máy này lúc/);
	assert.equal(open_fields('sang-kien'), '');
	await page.close();
	const again = await stage.browser.contexts()[0].newPage();
	await again.goto(grounds());
	await again.locator('[data-draft-undo]').waitFor();
	assert.equal(await again.locator('#initiative_title').inputValue(), 'Sáng kiến người thẩm định ghi');
	assert.ok(await again.locator('#initiative_title').isVisible());
	assert.ok(await again.locator('#initiative_kind').isChecked());
	await again.getByRole('radio', { name: 'toàn tỉnh' }).check();
	await again.getByRole('button', { name: 'Lưu sáng kiến' }).click();
	await again.waitForURL(/tb=da-luu/);
	await again.goto(grounds());
	assert.equal(await again.locator('#initiative_title').inputValue(), '');
	assert.equal(await again.locator('[data-draft-undo]').count(), 0);
	quiet();
});

/* --- a dossier that is not there yet ---------------------------------------------------------------------- */

const blank = () => `${stage.origin}/ho-so/moi`;

test('a new dossier is kept on this machine, and is found after an ended session, a closed tab and in no other\'s hands', async () => {
	draft();
	const page = await person('nhap.mot');
	await page.goto(blank());
	await state(page, 'idle');
	assert.equal(await status(page), 'Nội dung được giữ trên máy này khi bạn gõ.');
	await page.locator('#title').fill('Đề nghị khen thưởng đột xuất tháng 11');
	await page.locator('#letter_no').fill('77/TTr-UBND');
	await state(page, 'saved');
	assert.match(await status(page), /^đã lưu trên máy này lúc \d\d:\d\d:\d\d, chưa gửi lên máy chủ$/);
	assert.deepEqual(await stage.inspect(page, 'draft-local'), []);
	// The session ends; the button leads to signing in.
	sql("delete from office.session where account_id = (select id from office.account where username = 'nhap.mot')");
	await page.getByRole('button', { name: 'Lập hồ sơ' }).click();
	await page.getByRole('heading', { name: 'Cần đăng nhập để tiếp tục' }).waitFor();
	await sign_in(page.context(), 'nhap.hai');
	await page.goto(blank());
	assert.equal(await page.locator('#title').inputValue(), '', 'another person at the same machine sees nothing of it');
	await sign_in(page.context(), 'nhap.mot');
	await page.goto(blank());
	await page.locator('[data-draft-undo]').waitFor();
	assert.match(await page.locator('[data-draft-undo]').textContent(), /Tên hồ sơ, Số tờ trình/);
	assert.equal(await page.locator('#title').inputValue(), 'Đề nghị khen thưởng đột xuất tháng 11');
	assert.deepEqual(await stage.inspect(page, 'draft-local-back'), []);
	await page.locator('#letter_date').fill('31/02/2026');
	await until(async () => /\d\d:\d\d:\d\d/.test(await status(page)));
	await page.close();
	const again = await stage.browser.contexts()[0].newPage();
	await again.goto(blank());
	await again.locator('[data-draft-undo]').waitFor();
	assert.equal(await again.locator('#letter_date').inputValue(), '31/02/2026');
	// Refused: still kept.  Saved: over.
	await again.getByRole('button', { name: 'Lập hồ sơ' }).click();
	await again.locator('.govuk-error-summary').waitFor();
	await state(again, 'saved');
	await again.close();
	const last = await stage.browser.contexts()[0].newPage();
	await last.goto(blank());
	await last.locator('[data-draft-undo]').waitFor();
	assert.equal(await last.locator('#title').inputValue(), 'Đề nghị khen thưởng đột xuất tháng 11');
	await last.locator('#letter_date').fill('');
	await last.locator('#season_id').selectOption(String(round));
	await last.getByRole('button', { name: 'Lập hồ sơ' }).click();
	await last.waitForURL(/tb=da-lap-ho-so/);
	await last.goto(blank());
	await state(last, 'idle');
	assert.equal(await last.locator('#title').inputValue(), '');
	assert.equal(await last.locator('[data-draft-undo]').count(), 0);
	quiet();
});

test('a new dossier typed right before the browser crashes is there again', async () => {
	draft();
	await crash(async (page) => {
		await page.goto(blank());
		await page.locator('#title').fill('Gõ khi lập hồ sơ, rồi trình duyệt sập');
		await state(page, 'saved');
	}, async (page) => {
		await page.goto(blank());
		await page.locator('[data-draft-undo]').waitFor();
		assert.equal(await page.locator('#title').inputValue(), 'Gõ khi lập hồ sơ, rồi trình duyệt sập');
	});
});
