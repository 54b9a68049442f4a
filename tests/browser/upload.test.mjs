// Evidence in a real browser: progress, drag and drop, cancel, a cut network, no script at all; previews that run nothing.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';

import { Stage } from '../support/browser.mjs';
import { session } from '../support/kore.mjs';
import { dossiers, season, sql, value } from '../support/office.mjs';

let stage, dossier;
before(async () => {
	stage = await Stage.open();
	session('tep.mot', 'drafter', '30742');
	session('tep.admin', 'administrator', '91');
	[dossier] = dossiers(season('Đợt tệp'), 1, 3);
	sql(`update office.nomination set award_type_id = (select id from office.award_type where code = 'CSTD_TINH') where dossier_id = ${dossier} and ordinal = 1`);
});
after(async () => { await stage?.close(); });
afterEach(async () => {
	for (const context of stage.browser.contexts()) await context.close();
});

const pdf = (text) => Buffer.from(`%PDF-1.7 ${text}\n%%EOF\n`);
const large = (name) => ({ name, mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from(`%PDF-1.7 ${name}\n`), Buffer.alloc(8 << 20, ' '), Buffer.from('\n%%EOF\n')]) });
const count = (name) => value(`select count(*) from office.attachment where file_name = '${name}' and removed_at is null`);
async function person(username, role, unit, options = {}) {
	const page = await stage.page(options);
	const cookie = session(username, role, unit);
	sql(`update office.session set csrf = '${cookie.slice(3, 46)}' where token_hash = sha256('${cookie.slice(3)}')`);
	await page.context().addCookies([{ name: 'vd', value: cookie.slice(3), url: stage.origin }]);
	return page;
}
async function form(page, kind = 'other') {
	await page.goto(`${stage.origin}/ho-so/${dossier}/tep`);
	await page.getByLabel('Loại tài liệu').selectOption(kind);
	await page.getByLabel('Không', { exact: true }).check();
}
const choose = (page, files) => page.locator('input[type=file]').setInputFiles(files);
const send = (page) => page.getByRole('button', { name: 'Tải lên', exact: true }).click();
async function slow(page, kbit) {
	const client = await page.context().newCDPSession(page);
	await client.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: kbit * 128 });
	return client;
}

test('several files go one by one and end on the list', async () => {
	const page = await person('tep.mot', 'drafter', '30742');
	await form(page, 'minutes');
	await choose(page, [{ name: 'một.pdf', mimeType: 'application/pdf', buffer: pdf('a') }, { name: 'hai.pdf', mimeType: 'application/pdf', buffer: pdf('b') }]);
	await send(page);
	await page.waitForURL(/#tep$/);
	assert.deepEqual([count('một.pdf'), count('hai.pdf')], ['1', '1']);
	assert.deepEqual(await stage.inspect(page, 'tep-ho-so'), []);
});

test('what is refused says why beside its name, and the good one stays', async () => {
	const page = await person('tep.mot', 'drafter', '30742');
	await form(page);
	await choose(page, [{ name: 'tot.pdf', mimeType: 'application/pdf', buffer: pdf('c') }, { name: 'xau.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') }, { name: 'lai.pdf', mimeType: 'application/pdf', buffer: pdf('a') }]);
	await send(page);
	await page.getByText(/lai\.pdf: Nội dung tệp này đã có/).waitFor();
	await page.getByText(/xau\.exe: Nội dung tệp không phải PDF/).waitFor();
	await page.getByText('Đã lưu', { exact: true }).waitFor();
	assert.equal(count('tot.pdf'), '1');
	assert.deepEqual(await stage.inspect(page, 'tep-dang-tai'), []);
});

test('dropped on the box, a file is chosen', async () => {
	const page = await person('tep.mot', 'drafter', '30742');
	await form(page);
	await page.evaluate(() => {
		const data = new DataTransfer();
		data.items.add(new File(['%PDF-1.7 drop\n%%EOF\n'], 'keo-tha.pdf', { type: 'application/pdf' }));
		document.querySelector('.vd-upload').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
	});
	await send(page);
	await page.waitForURL(/#tep$/);
	assert.equal(count('keo-tha.pdf'), '1');
});

test('an upload on its way shows how far it is and can be cancelled', async () => {
	const page = await person('tep.mot', 'drafter', '30742');
	await form(page);
	await slow(page, 4000);
	await choose(page, large('huy.pdf'));
	await send(page);
	await page.getByText(/Đang tải lên [1-9]\d? %/).waitFor();
	await page.getByRole('button', { name: 'Hủy tải lên huy.pdf' }).click();
	await page.getByText('Đã hủy, không có gì được lưu').waitFor();
	assert.equal(count('huy.pdf'), '0');
});

test('a network that is away is said, and the same form sends again when it is back', async () => {
	const page = await person('tep.mot', 'drafter', '30742');
	await form(page);
	await choose(page, large('mat-mang.pdf'));
	await page.context().setOffline(true);
	await send(page);
	await page.getByText(/Mất kết nối nên tệp chưa được lưu/).waitFor();
	await page.context().setOffline(false);
	assert.equal(count('mat-mang.pdf'), '0');
	await choose(page, { name: 'co-mang.pdf', mimeType: 'application/pdf', buffer: pdf('d') });
	await send(page);
	await page.waitForURL(/#tep$/);
	assert.equal(count('co-mang.pdf'), '1');
});

test('a session that ended keeps the page and says what to do', async () => {
	const page = await person('tep.mot', 'drafter', '30742');
	await form(page);
	await choose(page, { name: 'het-phien.pdf', mimeType: 'application/pdf', buffer: pdf('e') });
	sql("delete from office.session where account_id = (select id from office.account where username = 'tep.mot')");
	await send(page);
	await page.getByText(/Phiên làm việc đã kết thúc/).waitFor();
	assert.equal(count('het-phien.pdf'), '0');
});

test('without scripts one form sends several files', async () => {
	const page = await person('tep.mot', 'drafter', '30742', { javaScriptEnabled: false });
	await form(page, 'report');
	await choose(page, [{ name: 'kjs1.pdf', mimeType: 'application/pdf', buffer: pdf('f') }, { name: 'kjs2.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') }]);
	await send(page);
	await page.getByText('Đã lưu 1 tệp').waitFor();
	assert.equal(count('kjs1.pdf'), '1');
});

test('a picture is looked at without anything of it running', async () => {
	const page = await person('tep.mot', 'drafter', '30742');
	await form(page);
	const png = await page.screenshot({ clip: { x: 0, y: 0, width: 600, height: 300 } });
	await choose(page, { name: 'ảnh trao tặng.png', mimeType: 'image/png', buffer: png });
	await send(page);
	await page.waitForURL(/#tep$/);
	await page.getByRole('link', { name: 'ảnh trao tặng.png', exact: true }).click();
	await page.waitForFunction(() => document.querySelector('.vd-look img')?.naturalWidth === 600);
	assert.deepEqual(await stage.inspect(page, 'tep-xem'), []);
	const answer = await page.request.get(`${page.url().replace(/\/xem$/, '')}/anh`);
	assert.equal(answer.headers()['content-security-policy'], "default-src 'none'; sandbox");
});

test('form, nomination, filing and the administrator\'s page fit both widths', async () => {
	const page = await person('tep.mot', 'drafter', '30742');
	await form(page);
	assert.deepEqual(await stage.inspect(page, 'tep-dinh-kem'), []);
	await page.goto(`${stage.origin}/ho-so/${dossier}/de-nghi/${value(`select id from office.nomination where dossier_id = ${dossier} and ordinal = 1`)}`);
	await page.getByText('Chứng nhận sáng kiến, đề tài').first().waitFor();
	assert.deepEqual(await stage.inspect(page, 'tep-de-nghi'), []);
	const head = await person('tep.truong', 'unit_head', '30742');
	await head.goto(`${stage.origin}/ho-so/${dossier}/nop`);
	assert.deepEqual(await stage.inspect(head, 'tep-nop'), []);
	const admin = await person('tep.admin', 'administrator', '91');
	await admin.goto(`${stage.origin}/quan-tri/tep`);
	assert.deepEqual(await stage.inspect(admin, 'tep-quan-tri'), []);
});
