// The living example, read by every role: each kind of page they can reach, in both languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ctl, PASSWORD, Stage } from '../support/browser.mjs';

let stage;
before(async () => {
	await ctl(['demo']);
	stage = await Stage.open();
});
after(async () => { await stage.close(); });

// Pages of one kind differ by their numbers and queries only.
const kind = (path) => path.replace(/[?#].*/, '').replace(/\/\d+(?=\/|$)/g, '/N').replace(/(\/vinh-danh(?:\/embed)?)\/(?!embed\/)[^/]+/, '$1/X')
	.replace(/(\/vinh-danh\/X)\/(?!v\/)[^/]+/, '$1/Y').replace(/xem-truoc\/nguoi\/.*/, 'xem-truoc/nguoi/X');
// Pages that look different from state to state.
const STATES = /^\/(ho-so|tham-dinh|hoi-dong\/phien|cong-bo)\/N$/;
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

// Forward with the tabulator until the focus is on what has this name; every stop is visible.
async function tabTo(page, name) {
	for (let i = 0; i < 60; i++) {
		await page.keyboard.press('Tab');
		const at = await page.evaluate(() => {
			const e = document.activeElement, label = e.labels?.[0]?.innerText ?? e.innerText ?? '';
			const s = getComputedStyle(e), box = e.getBoundingClientRect();
			return { label: label.trim(), seen: (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none', size: box.width * box.height };
		});
		if (at.label.startsWith(name)) {
			assert.ok(at.seen && at.size > 0, `the focus on "${name}" is visible`);
			return;
		}
	}
	assert.fail(`the tabulator never reaches "${name}"`);
}

test('signing in and making a dossier need no mouse', async () => {
	const page = await stage.page();
	await page.goto(stage.origin + '/dang-nhap');
	await page.keyboard.press('Tab');
	assert.match(await page.evaluate(() => document.activeElement.innerText), /nội dung chính/, 'the first stop skips the navigation');
	await tabTo(page, 'Tên đăng nhập');
	await page.keyboard.type('soanthao.longxuyen');
	await tabTo(page, 'Mật khẩu');
	await page.keyboard.type(PASSWORD);
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'));
	await tabTo(page, 'Hồ sơ');
	await page.keyboard.press('Enter');
	await page.waitForURL('**/ho-so');
	await tabTo(page, 'Lập hồ sơ');
	await page.keyboard.press('Enter');
	await page.waitForURL('**/ho-so/moi');
	await tabTo(page, 'Đợt xét');
	await page.keyboard.press('ArrowDown');
	await tabTo(page, 'Tên hồ sơ');
	await page.keyboard.type('Hồ sơ lập bằng bàn phím');
	await tabTo(page, 'Lập hồ sơ');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { level: 1, name: 'Hồ sơ lập bằng bàn phím' }).waitFor();
	stage.calm();
	await page.context().close();
});

test('a page that is not there and a page one may not see explain themselves', async () => {
	const page = await stage.page();
	assert.equal((await page.goto(stage.origin + '/khong-co-trang-nay')).status(), 404);
	assert.deepEqual(await stage.inspect(page, 'loi-404'), []);
	await page.context().close();
	const drafter = await stage.as('soanthao.rachgia');
	assert.equal((await drafter.goto(stage.origin + '/quan-tri')).status(), 403);
	assert.deepEqual(await stage.inspect(drafter, 'loi-403'), []);
	stage.calm();
});

const roles = [
	['quantri', 'quan-tri'], ['soanthao.rachgia', 'soan-thao'], ['lanhdao.rachgia', 'lanh-dao'], ['thamdinh', 'tham-dinh'],
	['thuky', 'thu-ky'], ['uyvien05', 'uy-vien'], ['chutich.hd', 'chu-tich'], ['ky', 'nguoi-ky'], ['congbo1', 'cong-bo'],
	['baochi', 'bao-chi'], ['kiemtra', 'kiem-tra'],
];

// What looks the same to everybody is read once.
const publicKinds = new Set();
const english = new Set();
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
		publicKinds.add('/tai-khoan').add('/tai-khoan/mat-khau');
		assert.ok(kinds.size > 2, [...kinds].join(' '));
		assert.deepEqual(findings, []);
		stage.calm();
	});

	test(`every page ${username} can reach is sound in English, and says so`, async () => {
		const page = await stage.as(username);
		await page.goto(stage.origin + '/viec-cua-toi');
		await page.getByRole('link', { name: 'English' }).click();
		assert.equal(await page.locator('html').getAttribute('lang'), 'en');
		const { findings, kinds } = await walk(page, `en-${role}`, ['/viec-cua-toi'], { known: english, brief: true });
		for (const k of kinds) if (k !== '/viec-cua-toi') english.add(k);
		assert.deepEqual(findings, []);
		stage.calm();
		await stage.leave(username);
	});
}
