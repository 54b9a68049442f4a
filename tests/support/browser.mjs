// Real Chromium against real Kore and the jobs process: people sign in, every page they see is inspected.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { Kore } from './kore.mjs';

const root = new URL('../..', import.meta.url).pathname;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = process.env.VD_SCREENSHOTS ?? join(root, 'build/screenshots');

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 360, height: 740 };
export const PASSWORD = 'vinhdanh-demo-2026';

// vinhdanhctl with the owner's connection of this test's database.
export function ctl(args, input = '') {
	return new Promise((resolve, reject) => {
		const child = spawn(join(root, 'build/vinhdanhctl'), args, {
			env: { ...process.env, VD_OWNER_DB: process.env.VD_TEST_OWNER_DB }, stdio: ['pipe', 'pipe', 'pipe'] });
		let out = '', err = '';
		child.stdout.on('data', (chunk) => { out += chunk; });
		child.stderr.on('data', (chunk) => { err += chunk; });
		child.on('exit', (code) => (code === 0 ? resolve(out) : reject(new Error(`vinhdanhctl ${args.join(' ')}: ${err}`))));
		child.stdin.end(input);
	});
}

// One row or none by SQL as superuser: only to look, or to make what no page makes.
export function sql(text) {
	return new Promise((resolve, reject) => {
		const child = spawn('psql', ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-c', text, process.env.VD_TEST_ADMIN_DB]);
		let out = '', err = '';
		child.stdout.on('data', (chunk) => { out += chunk; });
		child.stderr.on('data', (chunk) => { err += chunk; });
		child.on('exit', (code) => (code === 0 ? resolve(out.trim()) : reject(new Error(err))));
	});
}

export class Stage {
	// Kore, the jobs process and a browser.
	static async open() {
		const stage = new Stage();
		stage.kore = await Kore.start();
		stage.origin = stage.kore.origin;
		stage.jobs = spawn(join(root, 'build/vinhdanh-jobs'), [], {
			env: { ...process.env, VD_APP_DB: process.env.VD_TEST_APP_DB, VD_ORIGIN: stage.origin }, stdio: 'ignore' });
		stage.browser = await chromium.launch({ executablePath: process.env.VD_CHROMIUM ?? '/usr/bin/chromium', args: [
			'--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
			'--disable-component-update', '--disable-sync'] });
		stage.people = new Map();
		stage.trouble = [];
		stage.seen = new Set();
		stage.allowed = new Set([stage.origin]);
		mkdirSync(shots, { recursive: true });
		return stage;
	}

	async close() {
		await this.browser?.close();
		this.jobs?.kill('SIGTERM');
		if (this.jobs && this.jobs.exitCode === null && this.jobs.signalCode === null)
			await new Promise((done) => { this.jobs.on('exit', done); });
		const log = this.kore.log;
		await this.kore.stop();
		assert.match(log, /seccomp sandbox enabled/);
		assert.doesNotMatch(log, /sandbox violation|worker \d+ .*died/);
	}

	// A page in a browser of its own; whatever goes wrong in it is remembered.
	async page(options = {}) {
		const context = await this.browser.newContext({ viewport: WIDE, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
		const page = await context.newPage();
		page.setDefaultTimeout(10000);
		this.watch(page);
		return page;
	}

	watch(page) {
		page.on('console', (message) => {
			const text = message.text();
			// A 4xx answer is what some tests ask for; Chromium reports it as an error of the console.
			if (message.type() === 'error' && !/Failed to load resource: .* status of 4\d\d/.test(text))
				this.trouble.push(`console on ${page.url()}: ${text}`);
		});
		page.on('pageerror', (error) => this.trouble.push(`script on ${page.url()}: ${error.message}`));
		page.on('request', (request) => {
			const url = new URL(request.url());
			if (/^https?:$/.test(url.protocol) && !this.allowed.has(url.origin))
				this.trouble.push(`request to another host from ${page.url()}: ${url.href}`);
		});
		page.on('response', (response) => {
			if (response.status() >= 500) this.trouble.push(`${response.status()} ${response.url()}`);
		});
	}

	// The page of somebody who signs in through the form, once.
	async as(username, password = PASSWORD) {
		if (this.people.has(username)) return this.people.get(username);
		const page = await this.page();
		await page.goto(this.origin + '/dang-nhap');
		await page.getByLabel('Tên đăng nhập').fill(username);
		await page.getByLabel('Mật khẩu').fill(password);
		await page.getByRole('button', { name: 'Đăng nhập' }).click();
		await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'));
		this.people.set(username, page);
		return page;
	}

	async leave(username) {
		await this.people.get(username)?.context().close();
		this.people.delete(username);
	}

	// Accessibility, no sideways scrolling on a phone, print; a picture of both widths under the name.
	// brief: on a phone only.
	async inspect(page, name, { brief = false } = {}) {
		const findings = [];
		await page.setViewportSize(WIDE);
		await page.evaluate(() => document.fonts.ready);
		if (!brief) await page.screenshot({ path: join(shots, `${name}-1440.png`), fullPage: true });
		if (!brief) findings.push(...await this.violations(page));
		await page.setViewportSize(PHONE);
		const overflow = await page.evaluate(() => {
			const limit = document.documentElement.clientWidth;
			if (document.documentElement.scrollWidth <= limit) return null;
			const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > limit + 1
				&& getComputedStyle(e).position !== 'fixed').slice(0, 4);
			return `${document.documentElement.scrollWidth} px: ${wide.map((e) => `<${e.tagName.toLowerCase()} class="${e.className}">`).join(' ')}`;
		});
		if (overflow) findings.push(`wider than 360 px, ${overflow}`);
		await page.screenshot({ path: join(shots, `${name}-360.png`), fullPage: true });
		findings.push(...(await this.violations(page)).map((text) => `at 360 px: ${text}`));
		if (!brief) {
			await page.emulateMedia({ media: 'print' });
			const printed = await page.evaluate(() => document.body.innerText.trim().length);
			if (printed < 20) findings.push('nothing left in print');
			await page.emulateMedia({ media: null });
		}
		await page.setViewportSize(WIDE);
		this.seen.add(name);
		return findings.map((text) => `${name} (${new URL(page.url()).pathname}): ${text}`);
	}

	async look(page, name, options) {
		const findings = await this.inspect(page, name, options);
		assert.deepEqual(findings, []);
	}

	async violations(page) {
		// In the page's own world by the debugger: the site's content security policy stays as it is.
		await page.evaluate(axe);
		const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
		return violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`);
	}

	// What everybody has before them when a test fails.
	async evidence(name) {
		let n = 0;
		for (const context of this.browser.contexts()) {
			for (const page of context.pages())
				await page.screenshot({ path: join(shots, `failed-${name.replace(/[^\p{L}0-9]+/gu, '-').slice(0, 60)}-${++n}.png`), fullPage: true }).catch(() => {});
		}
	}

	// Nothing went wrong in any browser since the last time this was asked.
	calm() {
		const trouble = this.trouble.splice(0);
		assert.deepEqual(trouble, []);
	}
}
