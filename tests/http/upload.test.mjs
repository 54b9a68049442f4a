// Files in and out through real Kore: 20 MB up and down within bounded memory, cut uploads, headers, what is refused.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { Kore, session, until } from '../support/kore.mjs';
import { Client, csrf, dossiers, once, season, sql, value } from '../support/office.mjs';

let kore, client, cookie, reader, dossier;
before(async () => {
	kore = await Kore.start();
	client = new Client(kore.port);
	cookie = session('tep.soanthao', 'drafter', '30742');
	reader = session('tep.thamdinh', 'appraiser', '91');
	[dossier] = dossiers(season('Đợt tệp'), 1, 2);
});
after(async () => { await kore.stop(); });

const pdf = (size, seed = randomBytes(16).toString('hex')) => {
	const bytes = Buffer.alloc(size, 0x20);
	bytes.write(`%PDF-1.7 ${seed}\n`);
	bytes.write('\n%%EOF\n', size - 7);
	return bytes;
};
const about = { document: 'other', nomination_id: '', secret: 'khong' };
const path = () => `/ho-so/${dossier}/tep`;
const send = (name, bytes, more = {}) => client.upload(path(), cookie, { once: once(), ...about, ...more, file: { name, type: 'application/octet-stream', bytes } });
const last = () => value('select max(id) from office.attachment');
const field = (pid, name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
const peak = () => kore.workers.map((pid) => field(pid, 'VmHWM'));
const anonymous = () => Math.max(...kore.workers.map((pid) => field(pid, 'RssAnon')));

// As Client.get, with the bytes; leave: cut the connection after the first ones.
function download(address, who, { pause = 0, leave = false } = {}) {
	return new Promise((resolve, reject) => {
		const socket = connect(kore.port, '127.0.0.1'), chunks = [];
		socket.on('data', (chunk) => {
			chunks.push(chunk);
			if (leave) socket.destroy();
			else if (pause > 0) {
				socket.pause();
				setTimeout(() => socket.resume(), pause);
			}
		});
		socket.on('error', reject);
		socket.on('close', () => {
			const all = Buffer.concat(chunks), end = all.indexOf('\r\n\r\n');
			resolve({ head: all.subarray(0, end).toString('latin1'), body: all.subarray(end + 4) });
		});
		socket.write(`GET ${address} HTTP/1.1\r\nHost: 127.0.0.1:${kore.port}\r\nCookie: ${who}\r\n\r\n`);
	});
}

test('20 MB arrive, and the memory of a worker grows by less than 8 MB', async () => {
	for (let i = 0; i < 4; i++) assert.equal((await send(`am-${i}.pdf`, pdf(300000))).status, 303);
	for (let i = 0; i < 4; i++) await client.get(`/ho-so/${dossier}`, cookie);
	const before_ = peak(), workers = kore.workers.join();
	for (let i = 0; i < 4; i++) {
		const answer = await send(`quet-${i}.pdf`, pdf(20 << 20));
		assert.equal(answer.status, 303, answer.body);
	}
	const grown = Math.max(...peak().map((kb, i) => kb - before_[i]));
	assert.ok(grown < 8192, `peak grew by ${grown} kB`);
	assert.equal(kore.workers.join(), workers);
	assert.equal(value(`select count(*) from office.attachment_chunk where attachment_id = ${last()}`), '80');
});

test('20 MB go out whole, to slow readers too, within 8 MB of memory', async () => {
	const id = last(), before_ = peak();
	const want = value(`select sha256 from office.attachment where id = ${id}`);
	for (const pause of [0, 5]) {
		const { head, body } = await download(`${path()}/${id}`, cookie, { pause });
		assert.match(head, /^HTTP\/1\.1 200 /);
		assert.equal(body.length, 20 << 20);
		assert.equal(createHash('sha256').update(body).digest('hex'), want);
	}
	const grown = Math.max(...peak().map((kb, i) => kb - before_[i]));
	assert.ok(grown < 8192, `peak grew by ${grown} kB`);
});

test('readers who leave in the middle cost nothing', async () => {
	const id = last(), workers = kore.workers.join(), before_ = anonymous();
	for (let i = 0; i < 20; i++) await download(`${path()}/${id}`, cookie, { leave: true });
	assert.equal((await client.get(`/ho-so/${dossier}`, cookie)).status, 200);
	await until(() => anonymous() < before_ + 2048);
	assert.equal(kore.workers.join(), workers);
	assert.doesNotMatch(kore.log, /sandbox violation|died/);
});

test('twenty readers at once each get their bytes, and pages are answered between', async () => {
	const id = last();
	const all = Promise.all(Array.from({ length: 20 }, () => download(`${path()}/${id}`, cookie)));
	assert.equal((await client.get(`/ho-so/${dossier}`, cookie)).status, 200);
	for (const { body } of await all) assert.equal(body.length, 20 << 20);
});

test('a connection that is cut in the middle of an upload leaves nothing', async () => {
	const count = () => value('select count(*) from office.attachment');
	const before_ = count(), bytes = pdf(6 << 20);
	const head = `POST ${path()} HTTP/1.1\r\nHost: 127.0.0.1:${kore.port}\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${bytes.length + 500}\r\n\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="cat.pdf"\r\n\r\n`;
	await new Promise((resolve) => {
		const socket = connect(kore.port, '127.0.0.1');
		socket.on('error', resolve);
		socket.on('close', resolve);
		socket.write(head);
		socket.write(bytes.subarray(0, 3 << 20), () => socket.destroy());
	});
	await until(() => readdirSync(join(kore.dir, 'upload')).length === 0);
	assert.equal(count(), before_);
	assert.equal((await client.get(`/ho-so/${dossier}`, cookie)).status, 200);
});

test('a file over the limit is told so, and the limit is the row the administrator sets', async () => {
	const answer = await send('qua-lon.pdf', pdf((20 << 20) + 1));
	assert.equal(answer.status, 422);
	assert.match(answer.body, /qua-lon\.pdf: Tệp lớn hơn 20 MB/);
	sql('update office.upload_limit set bytes = 2097152');
	try {
		assert.match((await send('qua-lon.pdf', pdf(3 << 20))).body, /Tệp lớn hơn 2 MB/);
		assert.throws(() => sql(`insert into office.attachment (dossier_id, unit_id, file_name, content_type, size, sha256, uploaded_by)
			select dossier_id, unit_id, 'x', content_type, 3145728, sha256, uploaded_by from office.attachment limit 1`), /larger than the limit/);
	} finally {
		sql('update office.upload_limit set bytes = 20971520');
	}
});

test('several files in one form are each judged; the good ones stay', async () => {
	const mark = 'vdnhieu', parts = [];
	for (const [name, text] of Object.entries({ csrf, once: once(), ...about })) parts.push(Buffer.from(`--${mark}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`));
	for (const [name, bytes] of [['mot.pdf', pdf(2000)], ['hai.exe', Buffer.from('MZ')], ['ba.pdf', pdf(3000)]])
		parts.push(Buffer.from(`--${mark}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`), bytes, Buffer.from('\r\n'));
	parts.push(Buffer.from(`--${mark}--\r\n`));
	const answer = await client.send('POST', path(), { cookie, type: `multipart/form-data; boundary=${mark}`, body: Buffer.concat(parts) });
	assert.equal(answer.status, 422);
	assert.match(answer.body, /Đã lưu 2 tệp/);
	assert.match(answer.body, /hai\.exe: Nội dung tệp không phải PDF/);
	assert.equal(value(`select string_agg(file_name, ' ' order by id) from office.attachment where file_name in ('mot.pdf', 'hai.exe', 'ba.pdf')`), 'mot.pdf ba.pdf');
});

test('the script that sends files gets JSON with the value of the next form', async () => {
	const mark = 'vdmot';
	const body = (name, bytes) => Buffer.concat([...Object.entries({ csrf, once: once(), ...about }).map(([n, text]) => Buffer.from(`--${mark}\r\nContent-Disposition: form-data; name="${n}"\r\n\r\n${text}\r\n`)),
		Buffer.from(`--${mark}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`), bytes, Buffer.from(`\r\n--${mark}--\r\n`)]);
	const ask = async (name, bytes) => {
		const answer = await kore.fetch(path(), { method: 'POST', headers: { cookie, accept: 'application/json', 'content-type': `multipart/form-data; boundary=${mark}` }, body: body(name, bytes) });
		return { status: answer.status, ...(await answer.json()) };
	};
	const good = await ask('json.pdf', pdf(1000));
	assert.deepEqual([good.status, good.stored, good.message], [200, true, '']);
	assert.match(good.once, /^[\w-]{16,64}$/);
	const bad = await ask('json.exe', Buffer.from('MZ'));
	assert.deepEqual([bad.status, bad.stored], [422, false]);
	assert.match(bad.message, /json\.exe: Nội dung tệp không phải PDF/);
});

test('files are handed out so that nothing in them runs on our origin', async () => {
	assert.equal((await send('Biên bản họp số 12.pdf', pdf(500))).status, 303);
	const id = last();
	// Others wait until it was searched for a secrecy stamp; its own unit does not.
	assert.match((await download(`${path()}/${id}`, reader)).head, /^HTTP\/1\.1 409 /);
	sql(`update office.attachment set secrecy = 'clear' where id = ${id}`);
	for (const who of [cookie, reader]) {
		const { head } = await download(`${path()}/${id}`, who);
		assert.match(head, /^HTTP\/1\.1 200 /);
		assert.match(head, /content-type: application\/pdf/i);
		assert.match(head, /x-content-type-options: nosniff/i);
		assert.match(head, /content-security-policy: default-src 'none'; sandbox\r/i);
		assert.match(head, /cross-origin-resource-policy: same-origin/i);
		assert.match(head, /cache-control: no-store/i);
		assert.match(head, /content-disposition: attachment; filename="bien-ban-hop-so-12\.pdf"; filename\*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20h%E1%BB%8Dp%20s%E1%BB%91%2012\.pdf/i);
	}
	// The browser's own viewer shows a PDF, also in the sandbox that keeps it from running anything here.
	const shown = await download(`${path()}/${id}/anh`, cookie);
	assert.match(shown.head, /content-type: application\/pdf/i);
	assert.match(shown.head, /content-disposition: inline/i);
	assert.match(shown.head, /content-security-policy: default-src 'none'; sandbox\r/i);
	assert.match(shown.head, /x-content-type-options: nosniff/i);
	const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
	assert.equal((await send('ảnh.png', png)).status, 303);
	const { head, body } = await download(`${path()}/${last()}/anh`, cookie);
	assert.match(head, /content-type: image\/png/i);
	assert.match(head, /content-disposition: inline/i);
	assert.match(head, /content-security-policy: default-src 'none'; sandbox\r/i);
	assert.match(head, /x-content-type-options: nosniff/i);
	assert.deepEqual(body.subarray(0, png.length), png);
});

test('what is said to be secret is refused, not stored, and kept on record without its name', async () => {
	const count = () => value('select count(*) from office.attachment');
	const before_ = count();
	const said = await send('phu-luc.pdf', pdf(700), { secret: 'co' });
	assert.equal(said.status, 422);
	assert.match(said.body, /đường văn thư mật/);
	const named = await send('12-TTr (MẬT).pdf', pdf(800));
	assert.equal(named.status, 422);
	assert.match(named.body, /Tên tệp có dấu chỉ độ mật/);
	assert.equal(count(), before_);
	assert.deepEqual(sql(`select detail::text from office.audit_log where action = 'attachment.refuse_secret' order by id`), [['{"reason": "said"}'], ['{"reason": "name"}']]);
});

test('a hole in what is stored breaks the download off instead of filling it', async () => {
	assert.equal((await send('lo-hong.pdf', pdf(2 << 20))).status, 303);
	const id = last();
	sql(`delete from office.attachment_chunk where attachment_id = ${id} and seq = 3`);
	const { head, body } = await download(`${path()}/${id}`, cookie);
	assert.match(head, new RegExp(`content-length: ${2 << 20}`, 'i'));
	assert.equal(body.length, 3 * 262144);
	assert.equal((await client.get(`/ho-so/${dossier}`, cookie)).status, 200);
});
