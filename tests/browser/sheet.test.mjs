// Lists as the office has them: workbooks read in the browser, pasted cells, long lists, fixing in place, workbooks that come back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';

import { chunksOf } from '../../assets/scripts/sheet/chunks.js';
import { SheetError } from '../../assets/scripts/sheet/limits.js';
import { fromText } from '../../assets/scripts/sheet/paste.js';
import { Cancelled, Refused, Sender } from '../../assets/scripts/sheet/send.js';
import { openWorkbook, sealOf } from '../../assets/scripts/sheet/workbook.js';
import { Stage } from '../support/browser.mjs';
import { session, until } from '../support/kore.mjs';
import { dossiers, season, sql, value } from '../support/office.mjs';
import { edited, part, workbook } from '../support/workbook.mjs';

const office = new URL('../data/nominations-office.xlsx', import.meta.url).pathname;
const HEAD = ['STT', 'Họ và tên/Tên tập thể', 'Giới tính', 'Ngày sinh', 'Chức vụ, nghề nghiệp', 'Đơn vị công tác', 'Danh hiệu, hình thức đề nghị', 'Tóm tắt thành tích'];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/* --- reading, without a browser ------------------------------------------------------------------------- */

const code = (bytes) => {
	try {
		openWorkbook(bytes);
	} catch (error) {
		assert.ok(error instanceof SheetError, String(error));
		return error.code;
	}
	return 'read';
};

test('every cell of the office workbook arrives as it stands in it, formulas and dates included', async () => {
	const book = openWorkbook(new Uint8Array(readFileSync(office)));
	assert.deepEqual(book.sheets, [{ name: 'DS đề nghị', hidden: false, active: true, filled: 52 }]);
	const rows = await book.rows('DS đề nghị');
	const wanted = JSON.parse(readFileSync(office.replace('.xlsx', '.json'), 'utf8'));
	assert.equal(rows.length, 56);
	assert.deepEqual(rows[32][1], { f: 'HYPERLINK("http://example.invalid","Huỳnh Công Dũng")', v: null });
	assert.deepEqual(rows[23][3], { d: '1979-03-12' });
	rows[32][1].v = '';
	rows.forEach((row, i) => assert.deepEqual(row, wanted[i], `row ${i + 1}`));
});

test('formulas, shared formulas, rich text, booleans, real dates and dates of 1904 are told apart', async () => {
	const rows = [[
		{ xml: '<c t="str"><f>A2&amp;"x"</f><v>ax</v></c>' },
		{ xml: '<c><f t="shared" si="0" ref="B1:C1">1+1</f><v>2</v></c>' },
		{ xml: '<c><f t="shared" si="0"/><v>3</v></c>' },
		{ xml: '<c t="inlineStr"><is><r><t>Nguyễn </t></r><r><rPr><b/></rPr><t>Thị Lan</t></r></is></c>' },
		true, 12.5, { xml: '<c s="1"><v>28926</v></c>' }, '=không phải công thức', '31/02/1985',
	]];
	const read = await openWorkbook(workbook([{ name: 'A & B', rows }])).rows('A & B');
	assert.deepEqual(read, [[{ f: 'A2&"x"', v: 'ax' }, { f: '1+1', v: 2 }, { f: '1+1', v: 3 }, 'Nguyễn Thị Lan', true, 12.5,
		{ d: '1979-03-12' }, '=không phải công thức', '31/02/1985']]);
});

test('of several sheets each can be read, and a hidden one is known as hidden', async () => {
	const book = openWorkbook(workbook([
		{ name: 'Ghi chú', rows: [['x']] }, { name: 'Danh sách', rows: [HEAD, [], [1, 'Lê Văn A']] },
		{ name: 'vinhdanh', rows: [['dossier', 7], ['checksum', 'ab'], ['keys', 1], ['1.1.aa'], ['extra']], state: 'hidden' },
	], { active: 1 }));
	assert.deepEqual(book.sheets.map(({ name, hidden, active, filled }) => [name, hidden, active, filled]),
		[['Ghi chú', false, false, 1], ['Danh sách', false, true, 2], ['vinhdanh', true, false, 5]]);
	assert.deepEqual((await book.rows('Danh sách'))[2], [1, 'Lê Văn A']);
	assert.deepEqual(sealOf(await book.hidden('vinhdanh')), { dossier: 7, checksum: 'ab', keys: ['1.1.aa'] });
	assert.deepEqual(await book.hidden('Danh sách'), [], 'a visible sheet is no seal');
});

test('files that are no workbook are each refused for what they are', () => {
	const cfb = (text) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.alloc(512), ...Buffer.from(text, 'utf16le')]);
	const parts = { 'content.xml': '<a/>', mimetype: 'x' };
	assert.equal(code(new Uint8Array()), 'empty');
	assert.equal(code(cfb('EncryptedPackage')), 'encrypted');
	assert.equal(code(cfb('Workbook')), 'old');
	assert.equal(code(new Uint8Array(Buffer.from('STT,Họ và tên'))), 'foreign');
	assert.equal(code(new Uint8Array(readFileSync(office)).slice(0, 5000)), 'damaged');
	assert.equal(code(edited(workbook([{ name: 'A', rows: [['x']] }]), { 'xl/worksheets/sheet1.xml': () => '<worksheet><sheetData><row' })), 'damaged');
	assert.equal(code(new Uint8Array(21 * 1024 * 1024)), 'large');
	for (const [name, wanted] of [['xl/workbook.bin', 'binary'], ['content.xml', 'ods'], ['word/document.xml', 'foreign']]) {
		const bytes = workbook([{ name: 'A', rows: [] }], { more: { ...parts, [name]: '<a/>' } });
		const names = Buffer.from(bytes);
		// The part that makes it a workbook goes by another name of the same length.
		for (let at = names.indexOf('xl/workbook.xml'); at >= 0; at = names.indexOf('xl/workbook.xml')) names.write('xl/workbooq.xml', at);
		if (name !== 'content.xml') for (let at = names.indexOf('content.xml'); at >= 0; at = names.indexOf('content.xml')) names.write('kontent.xml', at);
		assert.equal(code(new Uint8Array(names)), wanted, name);
	}
});

test('a bomb is refused before it is unpacked', () => {
	const zeros = new Uint8Array(60 * 1024 * 1024);
	const bomb = workbook([{ name: 'A', rows: [['x']] }], { more: { 'xl/a.xml': zeros, 'xl/b.xml': zeros } });
	assert.ok(bomb.length < 1024 * 1024);
	const since = process.memoryUsage().arrayBuffers;
	assert.equal(code(bomb), 'bomb');
	assert.ok(process.memoryUsage().arrayBuffers - since < 70 * 1024 * 1024);
	const many = Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`xl/media/${i}.png`, 'x']));
	assert.equal(code(workbook([{ name: 'A', rows: [['x']] }], { more: many })), 'bomb');
});

test('a sheet that reaches too far is refused with its size', async () => {
	const far = (at) => edited(workbook([{ name: 'A', rows: [['x']] }]), { 'xl/worksheets/sheet1.xml': (xml) => xml.replace('</sheetData>', `<row r="${at.replace(/\D/g, '')}"><c r="${at}"><v>1</v></c></row></sheetData>`) });
	await assert.rejects(openWorkbook(far('A1048576')).rows('A'), (error) => error.code === 'rows' && error.detail === 1048576);
	await assert.rejects(openWorkbook(far('XFD2')).rows('A'), (error) => error.code === 'columns' && error.detail === 16384);
});

test('pasted text keeps quotes, tabs and line ends where a spreadsheet put them', () => {
	assert.deepEqual(fromText('a\tb\r\n"x\ny"\t"he said ""hi"""\n"open\tz\n\tq\n'),
		[['a', 'b'], ['x\ny', 'he said "hi"'], ['"open', 'z'], [null, 'q']]);
	assert.deepEqual(fromText(''), []);
});

test('rows go in pieces below the limit, each numbered as in the sheet', () => {
	const rows = Array.from({ length: 1500 }, (_, i) => [i + 1, 'Đã có thành tích '.repeat(40)]);
	const chunks = chunksOf(rows);
	assert.ok(chunks.every((chunk) => Buffer.byteLength(chunk.json) <= 256 * 1024));
	assert.deepEqual(chunks.flatMap((chunk) => JSON.parse(chunk.json)), rows);
	assert.deepEqual(chunks.map((chunk) => JSON.parse(chunk.json)[0][0]), chunks.map((chunk) => chunk.from));
	assert.throws(() => chunksOf([['x'], ['y'.repeat(600 * 1024)]]), (error) => error.code === 'row' && error.detail === 2);
});

// A server in memory that fails as told: functions of (path, form) that answer or throw.
function sender(answers) {
	const seen = [], states = [];
	const reply = (status, body) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
	const it = new Sender({
		home: '/ho-so/1/nhap', csrf: 'a', pause: () => Promise.resolve(), report: (state) => states.push(state.phase),
		fetch: async (path, { body, signal } = {}) => {
			signal?.throwIfAborted();
			const form = body ? Object.fromEntries(body) : null;
			seen.push({ path, ...form });
			return (answers.shift() ?? reply)(path, form, reply);
		},
	});
	return { it, seen, states };
}
const begun = (path, form, reply) => reply(201, { import_id: 9, href: '/ho-so/1/nhap/9' });
const fine = (path, form, reply) => reply(200, { rows: 1, href: '/ho-so/1/nhap/9' });
const cut = () => { throw new TypeError('network'); };

test('a piece that met a cut network is sent again with a value of its own, and sending goes on', async () => {
	const { it, seen, states } = sender([cut, begun, fine, cut, (p, f, reply) => reply(503, {}), fine, fine]);
	const chunks = [{ from: 1, count: 2, json: '[["a"],["b"]]' }, { from: 3, count: 1, json: '[["c"]]' }];
	assert.equal(await it.send({ file_name: 'a.xlsx', source: 'xlsx' }, chunks), '/ho-so/1/nhap/9');
	assert.deepEqual(seen.map((s) => s.path.slice('/ho-so/1/nhap'.length) + (s.from_row ?? '')), ['', '', '/9/phan1', '/9/phan3', '/9/phan3', '/9/phan3', '/9/doc']);
	assert.equal(new Set(seen.map((s) => s.once)).size, seen.length);
	assert.ok(seen.every((s) => /^[0-9a-f]{48}$/.test(s.once)));
	assert.equal(seen[0].total_rows, '3');
	assert.deepEqual(states.filter((s) => s === 'offline' || s === 'waiting' || s === 'resumed'), ['offline', 'resumed', 'offline', 'waiting', 'resumed']);
});

test('a table that was cut goes on after the rows the server has, and is known by all of its cells', async () => {
	const chunks = [{ from: 1, count: 2, json: '[["a"],["b"]]' }, { from: 3, count: 2, json: '[["c"],["d"]]' }, { from: 5, count: 1, json: '[["e"]]' }];
	const has = (last) => (path, form, reply) => reply(201, { import_id: 9, href: '/ho-so/1/nhap/9', last_row: last });
	const first = sender([has(0), fine, fine, fine, fine]), again = sender([has(4), fine, fine]);
	const other = sender([has(0), fine, fine, fine, fine]), whole = sender([has(5), fine]);
	await first.it.send({ file_name: 'a.xlsx', source: 'xlsx' }, chunks);
	await again.it.send({ file_name: 'ten-khac.xlsx', source: 'xlsx' }, chunks);
	await other.it.send({ file_name: 'a.xlsx', source: 'xlsx' }, [chunks[0], chunks[1], { from: 5, count: 1, json: '[["f"]]' }]);
	await whole.it.send({ file_name: 'a.xlsx', source: 'xlsx' }, chunks);
	assert.deepEqual(again.seen.map((s) => s.path.slice('/ho-so/1/nhap'.length) + (s.from_row ?? '')), ['', '/9/phan5', '/9/doc']);
	assert.deepEqual(whole.seen.map((s) => s.path.slice('/ho-so/1/nhap'.length)), ['', '/9/doc']);
	assert.deepEqual(again.states, ['sending', 'continued', 'sending', 'checking']);
	assert.match(first.seen[0].digest, /^[0-9a-f]{64}$/);
	assert.equal(again.seen[0].digest, first.seen[0].digest);
	assert.notEqual(other.seen[0].digest, first.seen[0].digest);
});

test('what the server refuses ends sending with its sentence; cancelling drops what has arrived', async () => {
	const refused = sender([begun, (p, f, reply) => reply(422, { error: 'Ô quá dài.' })]);
	await assert.rejects(refused.it.send({}, [{ from: 1, count: 1, json: '[]' }]), (error) => error instanceof Refused && error.text === 'Ô quá dài.');
	const cancelled = sender([begun, () => { cancelled.it.cancel(); throw new TypeError('aborted'); }, fine]);
	await assert.rejects(cancelled.it.send({}, [{ from: 1, count: 1, json: '[]' }]), Cancelled);
	await cancelled.it.drop();
	assert.equal(cancelled.seen.at(-1).path, '/ho-so/1/nhap/9/bo');
});

/* --- in the browser ---------------------------------------------------------------------------------------- */

let stage, dossier, page;

before(async () => { stage = await Stage.open(); });
after(async () => { await stage?.close(); });
afterEach(async (t) => {
	if (t.error && stage) await stage.evidence(t.name);
	for (const context of stage?.browser.contexts() ?? []) await context.close();
});

let people = 0;
async function begin(n = 0) {
	const cookie = session(`bang.tinh${++people}`, 'drafter', '30742');
	[dossier] = dossiers(season(`Đợt ${Math.random()}`), 1, n);
	page = await stage.page();
	await page.context().addCookies([{ name: 'vd', value: cookie.slice(3), url: stage.origin }]);
	await page.goto(`${stage.origin}/ho-so/${dossier}/nhap`);
	return cookie;
}

// As on an old machine: each question to the worker waits.
async function readSlowly() {
	await page.addInitScript(() => {
		const post = Worker.prototype.postMessage;
		Worker.prototype.postMessage = function slow(message) { setTimeout(() => post.call(this, message), 700); };
	});
	await page.reload();
}

const bytes = (name, buffer, mimeType = XLSX) => ({ name, mimeType, buffer: Buffer.from(buffer) });
const choose = (file) => page.getByLabel('Tệp danh sách').setInputFiles(file);
const go = () => page.getByRole('button', { name: 'Đọc bảng và xem trước' }).click();
const preview = () => page.waitForURL(/\/nhap\/\d+$/, { timeout: 60000 });
const counts = () => page.evaluate(async () => (await (await fetch(`${location.pathname}/tien-do`)).json()).counts);
const cases = () => Number(value(`select count(*) from office.nomination where dossier_id = ${dossier}`));
const quiet = () => { stage.trouble.length = 0; };
const person = (i, more = {}) => [i, more.name ?? `Nguyễn Văn Thử ${i}`, 'Nam', `0${1 + (i % 9)}/03/${1960 + (i % 40)}`, 'Chuyên viên', 'Ủy ban nhân dân phường', 'Lao động tiên tiến', more.text ?? `Đã có thành tích xuất sắc trong công tác, việc số ${i}`];

test('the office workbook is classed row by row, fixed in place with the keyboard, and imported', async () => {
	await begin();
	await stage.look(page, 'bang-tinh-chon');
	await choose(office);
	await page.getByText('nominations-office.xlsx: 52 dòng có nội dung.').waitFor();
	await stage.look(page, 'bang-tinh-da-chon');
	await go();
	await preview();
	assert.deepEqual(await counts(), { new: 33, changed: 0, same: 0, duplicate: 2, problem: 7, removed: 0, ignored: 10 });
	assert.equal(cases(), 0, 'nothing is written before it is confirmed');
	assert.equal(await page.locator('main script:not([src])').count(), 0, 'script text stays text');
	await stage.look(page, 'bang-tinh-xem-truoc');

	// Equal names are answered once.
	const proposed = (label) => page.getByLabel(label).locator('option:checked').textContent();
	assert.equal(await proposed(/CSTĐCS/), 'Chiến sĩ thi đua cơ sở');
	assert.match(await proposed(/Bằng khen UBND tỉnh/), /^Bằng khen của Chủ tịch/);
	await page.getByLabel(/Huy chương Vàng/).selectOption({ label: 'Lao động tiên tiến' });
	await page.getByRole('button', { name: 'Xác nhận các tên này' }).click();
	await page.waitForLoadState();
	assert.equal((await counts()).problem, 4);

	// By keyboard: open, correct, Enter; the focus comes back to the row.
	const address = page.url();
	const open = async (row) => {
		await page.goto(`${address}?lop=problem`);
		await page.locator(`#dong-${row} [data-sheet-fix]`).focus();
		await page.keyboard.press('Enter');
		await page.locator('form.vd-fix').waitFor();
	};
	await open(25);
	await stage.look(page, 'bang-tinh-sua-dong');
	await page.getByLabel('Ngày sinh').fill('30/02/1985');
	await page.keyboard.press('Enter');
	await page.locator('#born-error').waitFor();
	assert.equal(await page.evaluate(() => document.activeElement.name), 'born');
	await page.keyboard.press('Control+A');
	await page.keyboard.type('28/02/1985');
	await page.keyboard.press('Enter');
	await page.locator('#dong-25 .vd-fix__done').waitFor();
	assert.match(page.url(), /lop=problem/, 'the list was not left');
	assert.equal((await counts()).problem, 3);
	assert.equal(await page.evaluate(() => document.activeElement.closest('tr')?.id), 'dong-25');

	// The way back, and forth again.
	await page.locator('#dong-25').getByRole('button', { name: 'Hoàn tác' }).click();
	await page.locator('#dong-25').getByText(/30\/02\/1985|31\/02\/1985/).first().waitFor();
	await until(async () => (await counts()).problem === 4);
	const fix = async (row, label, text) => {
		await open(row);
		await page.locator('form.vd-fix').getByLabel(label).fill(text);
		await page.locator('form.vd-fix').getByRole('button', { name: 'Ghi dòng này' }).click();
		await page.locator(`#dong-${row} .vd-fix__done`).waitFor();
	};
	await fix(25, 'Ngày sinh', '28/02/1985');
	await fix(31, 'Họ và tên', 'Trần Văn Tám');
	await fix(33, 'Họ và tên', 'Huỳnh Công Dũng');
	await fix(35, 'Tóm tắt thành tích', 'Ngắn gọn.');
	assert.match(await page.locator('.vd-chips a[aria-current]').textContent(), /Cần sửa\s+0/, 'the last one fixed is counted too');
	assert.deepEqual(await counts(), { new: 40, changed: 0, same: 0, duplicate: 2, problem: 0, removed: 0, ignored: 10 });
	await page.getByRole('button', { name: 'Xác nhận nhập 40 trường hợp' }).click();
	await page.waitForURL(/\/ho-so\/\d+(\?|#|$)/);
	assert.equal(cases(), 40);
	stage.calm();
});

test('Escape leaves a row as it was, and a save that meets a cut network keeps what was typed', async () => {
	await begin();
	await choose(office);
	await go();
	await preview();
	const address = page.url();
	await page.goto(`${address}?lop=problem`);
	await page.locator('#dong-31 [data-sheet-fix]').click();
	await page.locator('form.vd-fix').getByLabel('Họ và tên').fill('Bỏ đi');
	await page.keyboard.press('Escape');
	assert.equal(await page.locator('form.vd-fix').count(), 0);
	assert.equal(await page.evaluate(() => document.activeElement.closest('tr').id), 'dong-31');
	await page.locator('#dong-31 [data-sheet-fix]').click();
	await page.locator('form.vd-fix').getByLabel('Họ và tên').fill('Trần Văn Tám');
	await page.context().setOffline(true);
	await page.keyboard.press('Enter');
	await page.getByText('Chưa lưu được. Nội dung bạn gõ vẫn còn').first().waitFor();
	assert.equal(await page.locator('form.vd-fix').getByLabel('Họ và tên').inputValue(), 'Trần Văn Tám');
	await page.context().setOffline(false);
	await page.locator('form.vd-fix').getByRole('button', { name: 'Ghi dòng này' }).click();
	await page.locator('#dong-31 .vd-fix__done').waitFor();
	assert.equal((await counts()).problem, 6);
	quiet();
});

test('what was typed into a row is found again after a closed tab and an ended session, and is over when it is saved', async () => {
	const cookie = await begin();
	const context = page.context();
	await choose(office);
	await go();
	await preview();
	const address = page.url();
	const name = () => page.locator('form.vd-fix').getByLabel('Họ và tên');
	await page.goto(`${address}?lop=problem`);
	await page.locator('#dong-31 [data-sheet-fix]').click();
	await name().fill('Trần Văn Tám');
	await page.getByText(/^đã lưu trên máy này lúc \d\d:\d\d:\d\d/).waitFor();
	await page.close();
	page = await context.newPage();
	stage.watch(page);
	await page.goto(`${address}?lop=problem`);
	await page.getByText('Nội dung gõ dở của các dòng sau còn giữ trên máy này').waitFor();
	assert.deepEqual(await stage.inspect(page, 'bang-tinh-dong-go-do'), []);
	await page.getByRole('link', { name: 'Mở dòng 31' }).click();
	await page.locator('[data-draft-undo]').waitFor();
	assert.equal(await name().inputValue(), 'Trần Văn Tám');
	assert.equal(await page.locator('[data-sheet-kept]').count(), 0);
	// The session ends while it is being saved.
	sql(`delete from office.session where token_hash = sha256('${cookie.slice(3)}')`);
	await page.keyboard.press('Enter');
	await page.getByText(/Chưa lưu được|đăng nhập/).first().waitFor();
	assert.equal(await name().inputValue(), 'Trần Văn Tám');
	await page.close();
	await context.addCookies([{ name: 'vd', value: session(`bang.tinh${people}`, 'drafter', '30742').slice(3), url: stage.origin }]);
	page = await context.newPage();
	stage.watch(page);
	// On the page of the row itself it is the same text.
	await page.goto(`${address}/dong/31`);
	await page.locator('[data-draft-undo]').waitFor();
	assert.equal(await page.getByLabel('Họ và tên').inputValue(), 'Trần Văn Tám');
	await page.goto(address);
	await page.getByRole('link', { name: 'Mở dòng 31' }).click();
	await page.locator('[data-draft-undo]').waitFor();
	await page.locator('form.vd-fix').getByRole('button', { name: 'Ghi dòng này' }).click();
	await page.locator('#dong-31 .vd-fix__done').waitFor();
	// Given up in so many words: not kept either.
	await page.locator('#dong-25 [data-sheet-fix]').click();
	await page.locator('form.vd-fix').getByLabel('Chức vụ').fill('Bỏ đi');
	await page.getByText(/^đã lưu trên máy này lúc/).waitFor();
	await page.locator('form.vd-fix').getByRole('button', { name: 'Bỏ, quay lại' }).click();
	await until(async () => await page.evaluate(() => new Promise((done) => {
		indexedDB.open('vd-draft').onsuccess = ({ target: { result: db } }) => {
			db.transaction('change').objectStore('change').count().onsuccess = (event) => { db.close(); done(event.target.result === 0); };
		};
	})));
	await page.goto(address);
	await page.locator('table[data-sheet-rows]').waitFor();
	await new Promise((done) => { setTimeout(done, 500); });
	assert.equal(await page.locator('[data-sheet-kept]').count(), 0);
	assert.equal(value(`select fix ->> 'name' from office.import_row where row_no = 31 and import_id = (select max(id) from office.import)`), 'Trần Văn Tám');
	quiet();
});

test('the button pressed while the file is still being read sends the list once, as soon as it is read', async () => {
	await begin();
	await readSlowly();
	await choose(office);
	await go();
	await page.getByText('Đọc xong, danh sách được gửi ngay.').waitFor();
	await go();
	await preview();
	assert.equal((await counts()).new, 33);
	assert.equal(value(`select count(*) from office.import where dossier_id = ${dossier}`), '1');
	stage.calm();
});

test('the button pressed too early waits for the choice when the file has several sheets', async () => {
	await begin();
	await readSlowly();
	await choose(bytes('nhieu-trang.xlsx', workbook([
		{ name: 'Ghi chú', rows: [['x'], ['y'], ['z']] }, { name: 'Khen thưởng', rows: [HEAD, person(1)] }])));
	await go();
	await page.getByRole('radio', { name: /Ghi chú/ }).waitFor();
	assert.match(page.url(), /\/nhap$/);
	assert.equal(await page.evaluate(() => document.activeElement.type), 'radio');
	assert.equal(value(`select count(*) from office.import where dossier_id = ${dossier}`), '0');
	await go();
	await preview();
	stage.calm();
});

test('cells copied from a spreadsheet come in as its table, merged title included', async () => {
	await begin();
	const html = `<html><body><!--StartFragment--><table><tr><td colspan=8>DANH SÁCH<br>đề nghị</td></tr>
		<tr>${HEAD.map((h) => `<td>${h}</td>`).join('')}</tr>
		<tr><td>1</td><td><p>Lê Thị <b>Hoa</b></p></td><td>Nữ</td><td>05/03/1980</td><td>Giáo viên</td><td>Trường Tiểu học</td><td>Lao động tiên tiến</td><td>Dạy giỏi<br>nhiều năm</td></tr>
		<tr><td>2</td><td>Trần &lt;script&gt;alert(1)&lt;/script&gt; An</td><td>Nam</td><td>1975</td><td></td><td></td><td>Lao động tiên tiến</td><td><img src=x onerror=alert(1)>Tốt</td></tr>
		</table><!--EndFragment--></body></html>`;
	await page.getByLabel('Hoặc dán các ô của bảng').evaluate((area, text) => {
		const data = new DataTransfer();
		data.setData('text/html', text);
		data.setData('text/plain', 'sai');
		area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
	}, html);
	await page.getByText('Đã nhận 4 dòng, 8 cột.').waitFor();
	await go();
	await preview();
	assert.deepEqual(await counts(), { new: 2, changed: 0, same: 0, duplicate: 0, problem: 0, removed: 0, ignored: 2 });
	await page.getByRole('button', { name: 'Xác nhận nhập 2 trường hợp' }).click();
	await page.waitForURL(/\/ho-so\/\d+(\?|#|$)/);
	assert.equal(value(`select achievement from office.nomination where dossier_id = ${dossier} and ordinal = 1`), 'Dạy giỏi');
	stage.calm();
});

test('a file that cannot be read is refused beside its field with what to do, and another one works at once', async () => {
	await begin();
	await choose(bytes('cu.xlsx', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)])));
	await page.getByText(/tệp Excel kiểu cũ \(\.xls\).*Lưu thành/).waitFor();
	await stage.look(page, 'bang-tinh-tu-choi');
	await go();
	assert.match(page.url(), /\/nhap$/);
	await choose(bytes('nhieu-trang.xlsx', workbook([
		{ name: 'Ghi chú', rows: [['x'], ['y'], ['z']] }, { name: 'Khen thưởng', rows: [HEAD, person(1)] }])));
	await page.getByRole('radio', { name: /Khen thưởng/ }).check();
	await page.getByText('nhieu-trang.xlsx: 2 dòng có nội dung.').waitFor();
	await stage.look(page, 'bang-tinh-chon-trang');
	await go();
	await preview();
	assert.equal((await counts()).new, 1);
	stage.calm();
});

test('ten thousand rows come in with progress while the page answers, and cancelling leaves nothing', async (t) => {
	await begin();
	const list = workbook([{ name: 'Danh sách', rows: [HEAD, ...Array.from({ length: 10000 }, (_, i) => person(i + 1))] }]);
	await choose(bytes('muoi-nghin.xlsx', list));
	// The page draws while the worker reads.
	const frames = await page.evaluate(() => new Promise((done) => {
		let longest = 0, last = performance.now(), n = 0;
		const tick = (now) => { longest = Math.max(longest, now - last); last = now; if (++n < 60) requestAnimationFrame(tick); else done(longest); };
		requestAnimationFrame(tick);
	}));
	assert.ok(frames < 1500, `the page stood still for ${frames} ms`);
	await page.getByText('muoi-nghin.xlsx: 10.001 dòng có nội dung.').waitFor({ timeout: 30000 });

	// First given up in the middle.
	await page.route('**/phan', async (route) => { await new Promise((r) => { setTimeout(r, 150); }); await route.continue().catch(() => {}); });
	await go();
	await page.locator('progress').evaluate((bar) => new Promise((done) => { const at = setInterval(() => { if (bar.value > 800) { clearInterval(at); done(); } }, 10); }));
	await stage.look(page, 'bang-tinh-dang-gui', { brief: true });
	await page.getByRole('button', { name: 'Bỏ lần nhập này' }).click();
	await page.getByText('Đã bỏ lần nhập. Chưa có gì vào danh sách.').waitFor();
	assert.equal(value(`select state from office.import where dossier_id = ${dossier}`), 'dropped');
	assert.equal(Number(value(`select count(*) from office.import_row r join office.import i on i.id = r.import_id where i.dossier_id = ${dossier}`)), 0);

	// Then to the end.
	await page.unroute('**/phan');
	page.setDefaultTimeout(60000);
	const since = Date.now();
	await go();
	await preview();
	const read = Date.now();
	assert.equal((await counts()).new, 10000);
	const confirmed = page.waitForResponse((r) => r.request().method() === 'GET' && /\/ho-so\/\d+(\?|$)/.test(r.url()));
	await page.getByRole('button', { name: /Xác nhận nhập 10\.000 trường hợp/ }).click();
	assert.equal((await confirmed).status(), 200, 'the dossier is there at once');
	assert.equal(cases(), 10000);
	t.diagnostic(`10,000 rows: sent and read in ${read - since} ms, confirmed in ${Date.now() - read} ms`);
	quiet();
});

test('a network cut in the middle of sending is waited for, and no row is lost or doubled', async () => {
	await begin();
	await choose(bytes('danh-sach.xlsx', workbook([{ name: 'Danh sách', rows: [HEAD, ...Array.from({ length: 2500 }, (_, i) => person(i + 1))] }])));
	await page.getByText('2.501 dòng').waitFor();
	let pieces = 0;
	await page.route('**/phan', async (route) => {
		pieces++;
		if (pieces === 2) {
			// Arrived, but the answer was lost.
			await route.fetch();
			await route.abort('connectionreset');
		} else if (pieces === 3) {
			await page.context().setOffline(true);
			await route.abort('internetdisconnected');
		} else {
			await route.continue();
		}
	});
	await go();
	await page.getByText(/Mất kết nối\. Các dòng đã gửi vẫn còn/).waitFor();
	await until(() => pieces >= 3);
	await page.getByRole('button', { name: 'Thử lại ngay' }).waitFor();
	await stage.look(page, 'bang-tinh-mat-mang', { brief: true });
	await page.context().setOffline(false);
	await preview();
	assert.equal((await counts()).new, 2500);
	assert.equal(Number(value(`select count(*) from office.import_row r join office.import i on i.id = r.import_id where i.dossier_id = ${dossier}`)), 2501);
	quiet();
});

test('a tab closed in the middle of sending leaves what arrived: it is shown, goes on with the same file, or is dropped', async () => {
	await begin();
	const list = (n) => bytes('hai-nghin.xlsx', workbook([{ name: 'Danh sách', rows: [HEAD, ...Array.from({ length: n }, (_, i) => person(i + 1))] }]));
	const imports = () => value(`select string_agg(state::text, ',' order by id) from office.import where dossier_id = ${dossier}`);
	const context = page.context();
	let pieces = 0;
	// The rest never arrives: the network goes, then the tab is closed, as a crash closes it.
	const closed = async () => {
		await context.setOffline(true);
		await page.close();
		await context.setOffline(false);
		page = await context.newPage();
		stage.watch(page);
	};
	await page.route('**/phan', (route) => (++pieces <= 3 ? route.continue() : route.abort('connectionreset')));
	await choose(list(2500));
	await page.getByText('2.501 dòng').waitFor();
	await go();
	await until(() => pieces >= 4);
	await closed();
	await page.goto(`${stage.origin}/ho-so/${dossier}/nhap`);
	await page.getByText('Lần nhập dở: hai-nghin.xlsx, đã nhận 1.200 / 2.501 dòng').waitFor();
	assert.deepEqual(await stage.inspect(page, 'bang-tinh-nhap-do'), []);
	// The same file again: only the rest travels.
	const sent = [];
	await page.route('**/phan', async (route) => {
		sent.push(Number(/name="from_row"\s+(\d+)/.exec(route.request().postData())?.[1]));
		if (sent.length === 1) await page.getByText('Gửi tiếp lần nhập dở: 1.200 dòng đã có trên máy chủ, không gửi lại.').waitFor();
		await route.continue();
	});
	await choose(list(2500));
	await page.getByText('2.501 dòng').waitFor();
	await go();
	await preview();
	assert.deepEqual(sent, [1201, 1601, 2001, 2401]);
	assert.equal((await counts()).new, 2500);
	assert.equal(Number(value(`select count(*) from office.import_row r join office.import i on i.id = r.import_id where i.dossier_id = ${dossier}`)), 2501);
	assert.equal(imports(), 'preview');
	// Another file begins anew, and what was begun is dropped without a script.
	await page.unroute('**/phan');
	await page.route('**/phan', (route) => route.abort('connectionreset'));
	await page.goto(`${stage.origin}/ho-so/${dossier}/nhap`);
	assert.equal(await page.getByText('Lần nhập dở').count(), 0);
	await choose(list(2499));
	await page.getByText('2.500 dòng').waitFor();
	await go();
	await until(() => imports() === 'preview,loading');
	await closed();
	await page.goto(`${stage.origin}/ho-so/${dossier}/nhap`);
	await page.getByText('Lần nhập dở: hai-nghin.xlsx, đã nhận 0 / 2.500 dòng').waitFor();
	await page.getByRole('button', { name: 'Bỏ lần nhập này hai-nghin.xlsx' }).click();
	await page.waitForURL(/tb=da-bo-tep/);
	assert.equal(imports(), 'preview,dropped');
	quiet();
});

test('an exported workbook holds texts as texts and no numbers of people, and comes back as a difference', async () => {
	const cookie = await begin(5);
	sql(`update office.nomination set name = '=HYPERLINK("http://x","A")' where dossier_id = ${dossier} and ordinal = 2`);
	const answer = await stage.kore.fetch(`/ho-so/${dossier}/bang-tinh.xlsx`, { headers: { cookie } });
	assert.equal(answer.status, 200);
	const list = await answer.arrayBuffer();
	const book = openWorkbook(new Uint8Array(list));
	const [main] = book.sheets;
	const rows = await book.rows(main.name);
	assert.equal(rows[2][1], '=HYPERLINK("http://x","A")');
	assert.doesNotMatch(part(list, 'xl/worksheets/sheet1.xml'), /<f>/);
	assert.equal(sealOf(await book.hidden('vinhdanh')).keys.length, 5);
	const xml = part(list, 'xl/worksheets/sheet1.xml');
	assert.match(xml, /<pane [^>]*state="frozen"/);
	assert.match(xml, /<col [^>]*hidden="1"/);
	assert.match(xml, /type="list"[\s\S]*'Danh mục'!\$A\$2/);
	assert.match(part(list, 'xl/workbook.xml'), /name="vinhdanh"[^>]*state="hidden"/);

	// As it is: nothing differs.
	sql(`update office.nomination set name = 'Nguyễn Thị Mẫu 2' where dossier_id = ${dossier} and ordinal = 2`);
	const again = await (await stage.kore.fetch(`/ho-so/${dossier}/bang-tinh.xlsx`, { headers: { cookie } })).arrayBuffer();
	await choose(bytes('khong-doi.xlsx', again));
	await page.getByText(/khong-doi\.xlsx: 6 dòng/).waitFor();
	await go();
	await preview();
	assert.deepEqual(await counts(), { new: 0, changed: 0, same: 5, duplicate: 0, problem: 0, removed: 0, ignored: 1 });

	// One text changed, one row taken out, one added.
	await page.goto(`${stage.origin}/ho-so/${dossier}/nhap`);
	const changed = edited(again, {
		'xl/sharedStrings.xml': (text) => text.replace('mẫu số 2<', 'mẫu số 2, đã bổ sung<'),
		'xl/worksheets/sheet1.xml': (text) => text.replace(/<row r="5"[\s\S]*?<\/row>/, '').replace('</sheetData>',
			`<row r="7">${['Lê Văn Mới', 'Cá nhân', 'Nam', '1980', '', '', 'Lao động tiên tiến', '', 'Làm tốt việc mới'].map((v, i) => `<c r="${'BCDEFGHIJ'[i]}7" t="inlineStr"><is><t>${v}</t></is></c>`).join('')}</row></sheetData>`),
	});
	await choose(bytes('da-sua.xlsx', changed));
	await page.getByText(/da-sua\.xlsx: 6 dòng/).waitFor();
	await go();
	await preview();
	assert.deepEqual(await counts(), { new: 1, changed: 1, same: 3, duplicate: 0, problem: 0, removed: 1, ignored: 1 });
	await stage.look(page, 'bang-tinh-tro-lai');
	await page.getByLabel(/Xóa khỏi danh sách 1 trường hợp/).check();
	await page.getByRole('button', { name: /Xác nhận: thêm 1, thay 1/ }).click();
	await page.waitForURL(/\/ho-so\/\d+(\?|#|$)/);
	assert.equal(cases(), 5);
	assert.equal(value(`select count(*) from office.nomination where dossier_id = ${dossier} and achievement like '%đã bổ sung'`), '1');
	assert.equal(value(`select count(*) from office.nomination where dossier_id = ${dossier} and name = 'Nguyễn Thị Mẫu 4'`), '0');
	stage.calm();
});

test('without scripts a .csv file is still sent by the form alone', async () => {
	const cookie = session('khong.script', 'drafter', '30742');
	[dossier] = dossiers(season(`Đợt ${Math.random()}`), 1, 0);
	page = await stage.page({ javaScriptEnabled: false });
	await page.context().addCookies([{ name: 'vd', value: cookie.slice(3), url: stage.origin }]);
	await page.goto(`${stage.origin}/ho-so/${dossier}/nhap`);
	assert.equal(await page.getByLabel('Hoặc dán các ô của bảng').isVisible(), false);
	await choose(bytes('a.csv', [HEAD, person(1)].map((row) => row.map((c) => `"${c}"`).join(',')).join('\n'), 'text/csv'));
	await go();
	await page.getByRole('button', { name: 'Xác nhận nhập 1 trường hợp' }).waitFor();
	stage.calm();
});
