// Chromium on the rehearsal page, served by a tiny server on 127.0.0.1 under the strict policy.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { run } from './programs.mjs';

export const POLICY = 'default-src \'none\'; script-src \'self\'; connect-src \'self\'; ' +
	'style-src \'self\'; img-src \'self\'; worker-src \'self\'; base-uri \'none\'; ' +
	'form-action \'none\'; frame-ancestors \'none\'';
const ROOT = new URL('../../../assets/scripts/ballot/', import.meta.url);
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

/**
 * Serve the page; with gate, POST /gate runs belcheck and belenios-tool as the product does, or
 * answers the given verdict.
 */
export async function serve({ gate = false, verdict = null } = {}) {
	const seen = [];
	const server = createServer(async (req, res) => {
		const url = new URL(req.url, 'http://localhost');
		seen.push(`${req.method} ${url.pathname}`);
		try {
			if (req.method === 'POST' && url.pathname === '/gate' && gate) {
				const chunks = [];
				for await (const chunk of req)
					chunks.push(chunk);
				if (verdict !== null) {
					res.writeHead(422).end(verdict);
					return;
				}
				const dir = mkdtempSync(join(tmpdir(), 'ballot-browser-'));
				writeFileSync(join(dir, 'x.bel'), Buffer.concat(chunks));
				const stage = url.searchParams.get('stage') === 'result' ? 'result' : 'closed';
				const { status, output } = await run('build/tests/ballot_gate', [stage, join(dir, 'x.bel')]);
				rmSync(dir, { recursive: true });
				res.writeHead(status === 0 ? 200 : 422).end(output);
				return;
			}
			if (url.pathname === '/favicon.ico') {
				res.writeHead(204).end();
				return;
			}
			const name = url.pathname.slice(1) || 'rehearsal.html';
			if (!/^[a-z-]+\.(html|js|css)$/.test(name))
				throw new Error('no such file');
			let body = await readFile(new URL(name, ROOT));
			if (gate && name === 'rehearsal.html')
				body = String(body).replace('name="gate" content=""', 'name="gate" content="/gate"');
			res.writeHead(200, {
				'content-type': TYPES[extname(name)], 'content-security-policy': POLICY,
				'x-content-type-options': 'nosniff', 'cache-control': 'no-store',
				'cross-origin-opener-policy': 'same-origin',
			}).end(body);
		} catch {
			res.writeHead(404, { 'content-security-policy': POLICY }).end();
		}
	});
	await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${server.address().port}/`, seen,
		close: () => new Promise(resolve => server.close(resolve)),
	};
}

export function launch() {
	return chromium.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
			'--disable-background-networking', '--disable-component-update', '--disable-sync'],
	});
}

/** A page that notes every error, refused resource and console complaint in page.complaints. */
export async function openPage(browser, address, viewport = { width: 1440, height: 900 }) {
	const context = await browser.newContext({ viewport, acceptDownloads: true });
	const page = await context.newPage();
	page.complaints = [];
	page.on('pageerror', error => page.complaints.push(String(error)));
	page.on('console', message => {
		if (['error', 'warning'].includes(message.type()))
			page.complaints.push(message.text());
	});
	await page.goto(address);
	return page;
}
