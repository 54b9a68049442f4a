// What Kore and the adapter do with well-formed and malformed HTTP, under an enforcing seccomp filter.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { Kore, session, until } from '../support/kore.mjs';

let kore;
before(async () => { kore = await Kore.start(); });
after(async () => { await kore.stop(); });

const host = () => `Host: 127.0.0.1:${kore.port}`;
const asset = async () => {
	const page = await (await kore.fetch('/khong-co')).text();
	return /\/tai-nguyen\/[^"]+\.css/.exec(page)[0];
};

test('seccomp is on and no worker dies of it', () => {
	assert.match(kore.log, /seccomp sandbox enabled/);
	assert.doesNotMatch(kore.log, /sandbox violation|died/);
	assert.equal(kore.workers.length, 2);
});

test('health answers with build and schema version', async () => {
	const answer = await kore.fetch('/healthz');
	assert.equal(answer.status, 200);
	const health = await answer.json();
	assert.equal(health.build, 'test-build');
	assert.match(health.schema, /^\d{4}_/);
});

test('home leads to the honours', async () => {
	const answer = await kore.fetch('/');
	assert.equal(answer.status, 303);
	assert.equal(answer.headers.get('location'), '/vinh-danh');
});

test('HEAD has the headers of GET and no body', async () => {
	const path = await asset();
	const get = await kore.request(`GET ${path} HTTP/1.1\n${host()}`);
	const head = await kore.request(`HEAD ${path} HTTP/1.1\n${host()}`);
	assert.equal(head.status, 200);
	assert.equal(head.headers['content-length'], get.headers['content-length']);
	assert.equal(head.body, '');
	assert.ok(get.body.length > 0);
});

test('unknown page is 404 with an explanation', async () => {
	const answer = await kore.fetch('/khong-co');
	assert.equal(answer.status, 404);
	assert.match(await answer.text(), /Không tìm thấy trang này/);
	assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
	assert.match(answer.headers.get('content-security-policy'), /default-src 'none'/);
});

test('methods without a handler are 405 with Allow, and the connection stays in step', async () => {
	for (const method of ['DELETE', 'PUT', 'PATCH', 'OPTIONS']) {
		const body = method === 'PUT' || method === 'PATCH' ? 'Content-Length: 0\n' : '';
		const answer = await kore.request(`${method} /healthz HTTP/1.1\n${body}${host()}`);
		assert.equal(answer.status, 405, method);
		assert.equal(answer.headers.allow, 'GET, HEAD', method);
	}
});

test('a body where none belongs never becomes the next request', async () => {
	const smuggled = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';
	const text = await kore.raw(`GET /khong-co HTTP/1.1\r\n${host()}\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`);
	assert.equal(text.split('HTTP/1.1 ').length, 2, text);
	assert.match(text, /connection: close/);
});

test('keep-alive serves several requests, close and HTTP/1.0 end the connection', async () => {
	const one = `GET /ngon-ngu/en HTTP/1.1\r\n${host()}\r\n\r\n`;
	const text = await kore.raw(one, 200, one, 200, `GET /ngon-ngu/en HTTP/1.1\r\n${host()}\r\nConnection: close\r\n\r\n`);
	assert.equal(text.split('303 See Other').length, 4);
	const old = await kore.raw(`GET /ngon-ngu/en HTTP/1.0\r\n${host()}\r\n\r\n`);
	assert.match(old, /303 See Other/);
});

test('POST without a length is 411', async () => {
	assert.equal((await kore.request(`POST /healthz HTTP/1.1\n${host()}`)).status, 411);
});

test('chunked bodies are refused', async () => {
	const answer = await kore.request(`POST /healthz HTTP/1.1\n${host()}\nTransfer-Encoding: chunked`, '1\r\na\r\n0\r\n\r\n');
	assert.equal(answer.status, 411);
});

test('paths that climb are 404, broken ones 400', async () => {
	for (const path of ['/tai-nguyen/../kore.conf', '/tai-nguyen/%2e%2e/kore.conf', '/tai-nguyen/.%2e/x', '//tai-nguyen', '/tai-nguyen//x', '/a%2fb', '/a\\b', '/./healthz'])
		assert.equal((await kore.request(`GET ${path} HTTP/1.1\n${host()}`)).status, 404, path);
	for (const path of ['/%ff', '/%zz', '/%00', '/khong-co?a=%zz', '/khong-co?%ff=1', '/khong-co?a=%ff'])
		assert.equal((await kore.request(`GET ${path} HTTP/1.1\n${host()}`)).status, 400, path);
});

test('assets come compressed, immutable and validated', async () => {
	const path = await asset();
	const brotli = await kore.request(`GET ${path} HTTP/1.1\n${host()}\nAccept-Encoding: gzip, br`);
	assert.equal(brotli.headers['content-encoding'], 'br');
	assert.match(brotli.headers['cache-control'], /immutable/);
	const again = await kore.request(`GET ${path} HTTP/1.1\n${host()}\nIf-None-Match: W/${brotli.headers.etag}`);
	assert.equal(again.status, 304);
	assert.equal(again.body, '');
	const plain = await kore.request(`GET ${path} HTTP/1.1\n${host()}`);
	assert.equal(plain.headers['content-encoding'], undefined);
	assert.ok(Number(plain.headers['content-length']) > Number(brotli.headers['content-length']));
});

test('cold and remembered bytes are the same bytes', async () => {
	const path = await asset();
	const get = async () => (await kore.request(`GET ${path}?lan=${'x'.repeat(3)} HTTP/1.1\n${host()}`));
	const bodies = new Set();
	for (let i = 0; i < 8; i++) bodies.add(JSON.stringify(await get()));
	assert.equal(bodies.size, 1);
});

test('an uncompressed asset arrives whole', async () => {
	const path = await asset();
	const plain = await kore.request(`GET ${path} HTTP/1.1\n${host()}`);
	assert.equal(Buffer.byteLength(plain.body), Number(plain.headers['content-length']));
});

test('language cookie switches the error page', async () => {
	const switched = await kore.fetch('/ngon-ngu/en?ve=/khong-co');
	assert.equal(switched.headers.get('location'), '/khong-co');
	const cookie = switched.headers.get('set-cookie').split(';')[0];
	const page = await (await kore.fetch('/khong-co', { headers: { cookie } })).text();
	assert.match(page, /<html[^>]* lang="en"/);
});

test('cookie tricks do not make a session', async () => {
	const [, token] = session('http.tricks', 'auditor').split('=');
	const status = async (cookie) => (await kore.fetch('/tai-khoan', { headers: { cookie } })).status;
	assert.equal(await status(`vd=${token}`), 200);
	assert.equal(await status(`a=b=c; vd-lang=en; vd=${token}`), 200);
	for (const cookie of [`VD=${token}`, `vdX=${token}`, `v=${token}`, `vd=${token}x`, `vd=${token.slice(1)}`, `vd="${token}`, `vd=x; vd=${token}`])
		assert.equal(await status(cookie), 303, cookie);
});

test('16 kB of headers are enough for anybody, more ends the connection', async () => {
	const answer = await kore.request(`GET /khong-co HTTP/1.1\n${host()}\nX-Long: ${'a'.repeat(12000)}`);
	assert.equal(answer.status, 404);
	const text = await kore.raw(`GET /khong-co HTTP/1.1\r\n${host()}\r\nX-Long: ${'a'.repeat(40000)}\r\n\r\n`).catch(() => '');
	assert.doesNotMatch(text, /HTTP\/1\.1 200/);
	assert.equal((await kore.fetch('/healthz')).status, 200);
});

test('an address that is too long is refused politely', async () => {
	const answer = await kore.raw(`GET /${'a'.repeat(3000)} HTTP/1.1\r\n${host()}\r\nConnection: close\r\n\r\n`);
	assert.match(answer, /HTTP\/1\.1 4\d\d/);
	assert.equal((await kore.fetch('/healthz')).status, 200);
});

test('many connections at once are all answered', async () => {
	const answers = await Promise.all(Array.from({ length: 100 }, () => kore.fetch('/healthz')));
	assert.ok(answers.every((answer) => answer.status === 200));
});

test('access log names method, path and status, never the query', async () => {
	await kore.fetch('/khong-co-nhat-ky?bi-mat=1');
	const line = await until(() => /access .*path=\/khong-co-nhat-ky .*/.exec(kore.log));
	assert.match(line[0], /method=GET path=\/khong-co-nhat-ky status=404 us=\d+ account=0/);
	assert.doesNotMatch(kore.log, /bi-mat/);
});

test('a killed worker is replaced and the next request works', async () => {
	const [victim, ...others] = kore.workers;
	process.kill(victim, 'SIGKILL');
	await until(() => kore.workers.length === 2 && !kore.workers.includes(victim));
	assert.ok(others.every((pid) => kore.workers.includes(pid)));
	// New connections: those the victim had are gone with it.
	for (let i = 0; i < 20; i++) assert.equal((await kore.request(`GET /healthz HTTP/1.1\n${host()}`)).status, 200);
});

test('health is 503 without the database, and 200 again after it comes back', async () => {
	const cluster = (what) => execFileSync('bash', ['-c', `. scripts/lib/cluster.sh; ${what} "$VD_TEST_CLUSTER"`], { stdio: 'ignore' });
	cluster('cluster_stop');
	try {
		for (let i = 0; i < 4; i++) {
			const answer = await kore.request(`GET /healthz HTTP/1.1\n${host()}`);
			assert.equal(answer.status, 503);
			assert.match(answer.body, /Tạm thời không truy cập được dữ liệu|Hệ thống đang bận/);
		}
		assert.equal((await kore.request(`GET /ngon-ngu/vi HTTP/1.1\n${host()}`)).status, 303);
	} finally {
		cluster('cluster_start');
	}
	for (let i = 0; i < 8; i++) assert.equal((await kore.request(`GET /healthz HTTP/1.1\n${host()}`)).status, 200);
	assert.doesNotMatch(kore.log, /sandbox violation/);
});

test('the ballot rehearsal is served as it is, under a policy of its own', async () => {
	const way = await kore.fetch('/bo-phieu/dien-tap');
	assert.equal(way.headers.get('location'), '/bo-phieu/dien-tap/rehearsal.html');
	const page = await kore.fetch('/bo-phieu/dien-tap/rehearsal.html');
	assert.equal(page.status, 200);
	assert.match(page.headers.get('content-security-policy'), /script-src 'self'.*worker-src 'self'/);
	for (const [, name] of (await page.text()).matchAll(/(?:src|href)="([\w-]+\.(?:js|css))"/g)) {
		const part = await kore.fetch(`/bo-phieu/dien-tap/${name}`);
		assert.equal(part.status, 200, name);
		assert.equal(await part.text(), readFileSync(`assets/scripts/ballot/${name}`, 'utf8'), name);
	}
	assert.equal((await kore.fetch('/bo-phieu/dien-tap/khong-co.js')).status, 404);
});
