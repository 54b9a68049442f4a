// A receipt in the hands of somebody without an account: the QR code's address, the copy compared in the browser; the deadline's pages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { until } from '../support/kore.mjs';
import { ctl, Stage, sql } from '../support/browser.mjs';

let stage;
before(async () => {
	await ctl(['demo']);
	stage = await Stage.open();
});
after(async () => { await stage.close(); });

test('whoever holds a receipt sees that it is genuine and compares the copy without sending it anywhere', async () => {
	const number = await sql('select receipt_no from office.filing order by id desc limit 1');
	const code = await sql('select check_code from office.filing order by id desc limit 1');
	const content = Buffer.from(await sql("select encode(convert_to(content, 'UTF8'), 'hex') from office.filing order by id desc limit 1"), 'hex');
	const page = await stage.page();
	const sent = [];

	page.on('request', (request) => sent.push(request.method()));
	await page.goto(stage.origin + '/bien-nhan');
	await stage.look(page, 'receipt-form');
	await page.getByLabel('Số biên nhận').fill(number.toLowerCase());
	await page.getByLabel('Mã kiểm tra').fill(code.match(/.{4}/g).join('-'));
	await page.getByRole('button', { name: 'Kiểm tra' }).click();
	await page.getByText('Biên nhận có thật').waitFor();
	await stage.look(page, 'receipt-genuine');
	await page.setInputFiles('#tep-ban-sao', { name: 'copy.json', mimeType: 'application/json', buffer: content });
	await page.getByText('Khớp: đây đúng là bản sao đã nộp').waitFor();
	await page.setInputFiles('#tep-ban-sao', { name: 'copy.json', mimeType: 'application/json', buffer: Buffer.concat([content, Buffer.from(' ')]) });
	await page.getByText('Không khớp').waitFor();
	assert.deepEqual([...new Set(sent)], ['GET'], 'nothing is sent');
	await page.goto(`${stage.origin}/bien-nhan/${number}?ma=0000000000000000`);
	await page.getByText('Không có biên nhận nào khớp').waitFor();
	await stage.look(page, 'receipt-unknown');
	await page.context().close();
	stage.calm();
});

test('the unit downloads its receipt as a PDF', async () => {
	await until(async () => (await sql('select count(*) from office.filing f where not exists (select from office.receipt_file r where r.filing_id = f.id)')) === '0', 30000);
	const at = await sql("select f.dossier_id || '/bien-nhan/' || f.id from office.filing f join office.unit u on u.id = f.unit_id where u.code = '30742' order by f.id desc limit 1");
	const page = await stage.as('lanhdao.rachgia');
	await page.goto(`${stage.origin}/ho-so/${at}`);
	await stage.look(page, 'receipt-office');
	const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải biên nhận (PDF)' }).click()]);
	assert.match(download.suggestedFilename(), /^bien-nhan-AG-\d{4}-\d{6}\.pdf$/);
	stage.calm();
});

test('an administrator looks at the calendar, the outages and a deadline, and extends it', async () => {
	const page = await stage.as('quantri');
	for (const path of ['/quan-tri/lich?nam=2027', '/quan-tri/gian-doan']) {
		await page.goto(stage.origin + path);
		await stage.look(page, path.slice(10, 14));
	}
	const season = await sql('select max(id) from office.season where closes_at > now()');
	await page.goto(`${stage.origin}/quan-tri/dot-xet/${season}/han-nop`);
	await stage.look(page, 'deadline');
	await page.getByLabel('Hạn mới').fill('24:00 28/02/2027');
	await page.getByLabel('Lý do').fill('Mưa lũ');
	await page.getByRole('button', { name: 'Xem ai được gia hạn' }).click();
	await page.getByRole('heading', { name: 'Gia hạn cho mọi đơn vị đến 01/03/2027 00:00?' }).waitFor();
	await stage.look(page, 'deadline-preview');
	await page.getByRole('button', { name: 'Gia hạn', exact: true }).click();
	await page.getByText('Đã gia hạn.').waitFor();
	await stage.look(page, 'deadline-extended');
	stage.calm();
});
