// The living example, read by every role: each kind of page they can reach, in both languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ctl, Stage } from '../support/browser.mjs';

let stage;
before(async () => {
	await ctl(['demo']);
	stage = await Stage.open();
});
after(async () => { await stage.close(); });

// Pages of one kind differ by their numbers and queries only.
const kind = (path) => path.replace(/[?#].*/, '').replace(/\/\d+(?=\/|$)/g, '/N').replace(/^\/vinh-danh\/(don-vi|danh-hieu|linh-vuc|nam|embed)\/[^/]+/, '/vinh-danh/$1/X');
// Pages that look different from state to state.
const STATES = /^\/(ho-so|tham-dinh|hoi-dong\/phien|cong-bo)\/N$|^\/vinh-danh/;
const name = (path) => kind(path).slice(1).replace(/[^a-z0-9]+/gi, '-') || 'trang-chu';

async function links(page) {
	return page.evaluate(() => [...document.querySelectorAll('a[href]')].map((a) => a.href));
}

// Walk from the first page over every link; at most `each` pages of one kind.
async function walk(page, role, start, { each = 1, known = new Set(), brief = false } = {}) {
	const queue = [...start], done = new Map(), findings = [], visited = new Set();
	while (queue.length > 0) {
		const path = queue.shift();
		const k = kind(path);
		if (visited.has(path)) continue;
		visited.add(path);
		if ((done.get(k) ?? 0) >= (STATES.test(k) ? each : 1) || known.has(k)) continue;
		done.set(k, (done.get(k) ?? 0) + 1);
		const answer = await page.goto(stage.origin + path).catch((error) => {
			// Downloads are no pages.
			if (/Download is starting|net::ERR_ABORTED/.test(error.message)) return null;
			throw error;
		});
		if (!answer || !/html/.test(answer.headers()['content-type'] ?? '')) continue;
		if (answer.status() !== 200) {
			findings.push(`${role}: ${path} answers ${answer.status()}`);
			continue;
		}
		const number = done.get(k) > 1 ? `-${done.get(k)}` : '';
		findings.push(...await stage.inspect(page, `${role}-${name(path)}${number}`, { brief }));
		for (const href of await links(page)) {
			const url = new URL(href);
			if (url.origin === stage.origin && !/^\/(ngon-ngu|tai-nguyen)\//.test(url.pathname))
				queue.push(url.pathname + url.search);
		}
	}
	return { findings, kinds: new Set(done.keys()) };
}

const roles = [
	['quantri', 'quan-tri'], ['soanthao.rachgia', 'soan-thao'], ['lanhdao.rachgia', 'lanh-dao'], ['thamdinh', 'tham-dinh'],
	['thuky', 'thu-ky'], ['uyvien05', 'uy-vien'], ['chutich.hd', 'chu-tich'], ['ky', 'nguoi-ky'], ['congbo1', 'cong-bo'],
	['congbo2', 'cong-bo-2'], ['baochi', 'bao-chi'], ['kiemtra', 'kiem-tra'],
];

const publicKinds = new Set();
test('the public pages are sound', async () => {
	const page = await stage.page();
	const { findings, kinds } = await walk(page, 'cong-chung', ['/', '/vinh-danh', '/dang-nhap'], { each: 2 });
	for (const k of kinds) if (k.startsWith('/vinh-danh')) publicKinds.add(k);
	assert.deepEqual(findings, []);
	stage.calm();
	await page.context().close();
});

for (const [username, role] of roles) {
	test(`every page ${username} can reach is sound`, async () => {
		const page = await stage.as(username);
		const { findings, kinds } = await walk(page, role, ['/', '/viec-cua-toi'], { each: 3, known: publicKinds });
		assert.ok(kinds.size > 2, [...kinds].join(' '));
		assert.deepEqual(findings, []);
		stage.calm();
	});

	test(`every page ${username} can reach is sound in English, and says so`, async () => {
		const page = await stage.as(username);
		await page.goto(stage.origin + '/viec-cua-toi');
		await page.getByRole('link', { name: 'English' }).click();
		assert.equal(await page.locator('html').getAttribute('lang'), 'en');
		const { findings } = await walk(page, `en-${role}`, ['/viec-cua-toi'], { known: publicKinds, brief: true });
		assert.deepEqual(findings, []);
		stage.calm();
		await stage.leave(username);
	});
}
