// The pictures of README.md: public list, dossier, a council voting, a list embedded in a news page.
import { createServer } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';

import { ctl, sql, Stage } from '../../tests/support/browser.mjs';
import { until } from '../../tests/support/kore.mjs';

const folder = new URL('../../assets/images/readme/', import.meta.url).pathname;
const LIMIT = 120000;
mkdirSync(folder, { recursive: true });

await ctl(['demo']);
const stage = await Stage.open();

// WebP comes from the browser itself; the quality gives way until the picture is small enough.
async function picture(page, name) {
	await page.evaluate(() => document.fonts.ready);
	const client = await page.context().newCDPSession(page);
	for (const quality of [92, 85, 75, 60]) {
		const { data } = await client.send('Page.captureScreenshot', { format: 'webp', quality });
		const bytes = Buffer.from(data, 'base64');
		if (bytes.length > LIMIT && quality > 60) continue;
		writeFileSync(`${folder}${name}.webp`, bytes);
		console.log(`${name}.webp ${bytes.length} bytes`);
		return;
	}
}

const desk = { viewport: { width: 1280, height: 860 } };
try {
	// The jobs process renders the list in a moment.
	const slug = await until(() => sql('select slug from site.list'), 60000);
	const reader = await stage.page(desk);
	await reader.goto(`${stage.origin}/vinh-danh/${slug}`);
	await picture(reader, 'public-list');

	const head = await stage.as('lanhdao.rachgia');
	await head.setViewportSize(desk.viewport);
	await head.goto(`${stage.origin}/ho-so/${await sql("select d.id from office.dossier d join office.unit u on u.id = d.unit_id where d.state = 'returned' and u.code = '30742'")}`);
	await picture(head, 'dossier');

	const member = await stage.as('uyvien05');
	await member.setViewportSize(desk.viewport);
	await member.goto(`${stage.origin}/hoi-dong/phien/${await sql("select id from office.council_session where state = 'open'")}/phieu`);
	await picture(member, 'council-vote');

	const press = await stage.as('baochi');
	await press.goto(`${stage.origin}/cong-bo`);
	await press.getByRole('link', { name: /Lấy mã nhúng/ }).first().click();
	const frame = await press.getByLabel('Mã khung hiển thị').inputValue();
	const news = createServer((request, response) => {
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(`<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Báo</title><link rel="icon" href="data:,"><style>
			body { margin: 0; color: #222; font: 18px/1.6 "Liberation Serif", serif } header { background: #0b3d66; color: #fff; font: 700 26px "Liberation Sans", sans-serif; padding: 18px 0 }
			header div, main { max-width: 760px; margin: 0 auto; padding: 0 20px } h1 { font-size: 34px; line-height: 1.25; margin: 28px 0 12px } .by { color: #666; font-size: 15px } iframe { border: 0; width: 100% }</style></head>
			<body><header><div>Báo địa phương</div></header><main><h1>An Giang vinh danh những tấm gương của năm</h1><p class="by">Bài viết minh họa</p>
			<p>Tỉnh An Giang vừa công bố danh sách cá nhân, tập thể, hộ gia đình được khen thưởng.</p>${frame}</main></body></html>`);
	});
	await new Promise((done) => { news.listen(0, '127.0.0.1', done); });
	stage.allowed.add(`http://127.0.0.1:${news.address().port}`);
	await reader.goto(`http://127.0.0.1:${news.address().port}`);
	await reader.waitForFunction(() => document.querySelector('iframe').offsetHeight > 1000);
	await picture(reader, 'embed');
	news.close();
	stage.calm();
} finally {
	await stage.close();
}
