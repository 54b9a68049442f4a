// Large, slow and odd request bodies. Without a session a POST is answered 401 with what was typed, which shows how it was read.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { Kore, session, until } from '../support/kore.mjs';

const target = '/dang-xuat';
let kore;
before(async () => { kore = await Kore.start(); });
after(async () => { await kore.stop(); });

const post_to = (path, body, headers) => kore.fetch(path, { method: 'POST', body, headers });
const post = (body, headers) => post_to(target, body, headers);

test('a long text of many lines is read whole', async () => {
	const text = Array.from({ length: 2000 }, (_, i) => `Dòng ${i} = 50% & "ngoặc" + cộng`).join('\r\n');
	const answer = await post(new URLSearchParams({ noi_dung: text }));
	assert.equal(answer.status, 401);
	const html = await answer.text();
	assert.match(html, /Dòng 1999 = 50% &amp; &quot;ngoặc&quot; \+ cộng/);
	assert.match(html, /Dòng 0 = 50%/);
});

test('fields beyond the nineteenth are read, empty ones too', async () => {
	const form = new URLSearchParams(Array.from({ length: 150 }, (_, i) => [`o${i}`, `gia-tri-${i}`]));
	form.append('trong', '');
	const html = await (await post(form)).text();
	assert.match(html, /gia-tri-149/);
});

test('multipart text and an 8 MB file arrive, and the temporary file goes away', async () => {
	const form = new FormData();
	form.append('ghi_chu', 'kèm tệp lớn');
	form.append('tep', new Blob([Buffer.alloc(8 << 20, 'x')]), 'lớn.pdf');
	const answer = await post(form);
	assert.equal(answer.status, 401);
	assert.match(await answer.text(), /kèm tệp lớn/);
	await until(() => readdirSync(join(kore.dir, 'upload')).length === 0);
});

test('a body that crawls in is still read', async () => {
	const body = 'noi_dung=cham';
	const head = `POST ${target} HTTP/1.1\r\nHost: 127.0.0.1:${kore.port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
	const text = await kore.raw(head, 300, ...[...body].flatMap((c) => [c, 50]));
	assert.match(text, /HTTP\/1\.1 401/);
	assert.match(text, /cham/);
});

test('broken bodies never crash a worker', async () => {
	const before_ = kore.workers.join();
	const bodies = [
		['application/x-www-form-urlencoded', 'a=%zz'],
		['application/x-www-form-urlencoded', '%ff=1&a%00=2'],
		['multipart/form-data; boundary=XX', '--XX\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'],
		['multipart/form-data', 'x'],
		['multipart/form-data; boundary="', 'x'],
		['text/plain', 'x'],
		['', 'x'],
	];
	for (const [type, body] of bodies) {
		const answer = await kore.request(`POST ${target} HTTP/1.1\nHost: 127.0.0.1:${kore.port}\n${type ? `Content-Type: ${type}\n` : ''}Content-Length: ${body.length}`, body);
		assert.equal(Math.floor(answer.status / 100), 4, type + body);
	}
	assert.equal(kore.workers.join(), before_);
});

test('far more than is allowed is 413 before it is sent', async () => {
	const text = await kore.raw(`POST /healthz HTTP/1.1\r\nHost: 127.0.0.1:${kore.port}\r\nContent-Type: text/plain\r\nContent-Length: 100000000\r\n\r\n`);
	assert.match(text, /HTTP\/1\.1 413/);
	assert.equal((await kore.fetch('/healthz')).status, 200);
});

test('more than 24 MB is 413 with a page that says so', async () => {
	const cookie = session('http.large', 'auditor');
	const answer = await post(Buffer.alloc(25 << 20, 'a'), { 'content-type': 'application/x-www-form-urlencoded', cookie });
	assert.equal(answer.status, 413);
	assert.match(await answer.text(), /24 MB/);
	await until(() => readdirSync(join(kore.dir, 'upload')).length === 0);
});

test('24 MB of urlencoded text is accepted, and its memory is given back', async () => {
	const cookie = session('http.large', 'auditor');
	const rss = () => Math.max(...kore.workers.map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1])));
	const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie };
	const body = Buffer.concat([Buffer.from('a='), Buffer.alloc((24 << 20) - 2, 'x')]);
	const send = async () => {
		const answer = await post(body, headers);
		assert.equal(answer.status, 403); // no csrf value: it was read, and refused
		assert.ok((await answer.arrayBuffer()).byteLength > 24 << 20); // with what was typed
	};
	const before_ = rss();
	for (let i = 0; i < 6; i++) await send();
	await until(() => rss() < before_ + 4096).catch(() => assert.fail(`${before_} kB before, ${rss()} kB after`));
	assert.doesNotMatch(kore.log, /sandbox violation|died/);
});

test('a very large answer reaches a slow reader whole, and one who leaves takes nothing down', async () => {
	const cookie = session('http.large', 'auditor');
	const body = 'a=' + 'y'.repeat(20 << 20);
	const head = `POST ${target} HTTP/1.1\r\nHost: 127.0.0.1:${kore.port}\r\nCookie: ${cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
	const read = (leave) => new Promise((resolve, reject) => {
		const socket = connect(kore.port, '127.0.0.1');
		let bytes = 0;
		let top = '';
		socket.on('data', (chunk) => {
			if (top.length < 4096) top += chunk.toString('latin1');
			bytes += chunk.length;
			if (leave) return socket.destroy();
			if (bytes < 1 << 20) { // the server has to keep the rest for a while
				socket.pause();
				setTimeout(() => socket.resume(), 100);
			}
			return undefined;
		});
		socket.on('error', reject);
		socket.on('close', () => resolve({ bytes, top }));
		socket.write(head + body); // no half-close: Kore takes it for leaving
	});
	const workers = kore.workers.join();
	const { bytes, top } = await read(false);
	const length = Number(/content-length: (\d+)/.exec(top)[1]);
	assert.ok(length > 20 << 20);
	assert.equal(bytes, length + top.indexOf('\r\n\r\n') + 4);
	for (let i = 0; i < 3; i++) await read(true);
	assert.equal((await kore.fetch('/healthz')).status, 200);
	assert.equal(kore.workers.join(), workers);
});

test('a password is checked under the seccomp filter', async () => {
	const form = await kore.fetch('/dang-nhap');
	const html = await form.text();
	const hidden = (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
	const fields = new URLSearchParams([...html.matchAll(/<input[^>]* name="([^"]+)"/g)].map(([, name]) => [name, hidden(name) || 'khong-co-ai']));
	const cookie = (form.headers.get('set-cookie') ?? '').split(/, (?=[\w-]+=)/).map((line) => line.split(';')[0]).join('; ');
	const answer = await post_to('/dang-nhap', fields, { cookie });
	assert.equal(answer.status, 422, await answer.text());
	assert.doesNotMatch(kore.log, /sandbox violation|died/);
});
