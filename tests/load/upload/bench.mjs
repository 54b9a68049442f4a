// Growth of the peak of a worker's memory over uploads and downloads of 20 MB, and their time against the bare statements.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { Kore, session } from '../../support/kore.mjs';
import { Client, dossiers, once, season, value } from '../../support/office.mjs';
import { median, report } from '../lib/measure.mjs';

const SIZE = 20 << 20, ROUNDS = 6;
const cookie = session('do.tep', 'drafter', '30742');
const [dossier] = dossiers(season('Đợt đo tệp'), 1, 2);
const kore = await Kore.start();
const client = new Client(kore.port);
const path = `/ho-so/${dossier}/tep`;
const field = (name) => kore.workers.map((pid) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]));
const growth = (before) => Math.max(...field('VmHWM').map((kb, i) => kb - before[i])) / 1024;

function pdf(size) {
	const bytes = randomBytes(size);
	bytes.write('%PDF-1.7\n');
	bytes.write('\n%%EOF\n', size - 7);
	return bytes;
}
async function send(size) {
	const bytes = pdf(size), since = performance.now();
	const answer = await client.upload(path, cookie, { once: once(), document: 'other', nomination_id: '', secret: 'khong', file: { name: 'do.pdf', type: 'application/pdf', bytes } });
	assert.equal(answer.status, 303, answer.body);
	return performance.now() - since;
}
// The same bytes as 80 inserts of 256 kB by psql, in one transaction: what storing them costs without us.
function raw() {
	const since = performance.now();
	execFileSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-c', `create temp table piece (seq int, content bytea);
		do $$ begin for i in 1..80 loop insert into piece select i, decode(string_agg(md5(random()::text || g), ''), 'hex') from generate_series(1, 16384) g; end loop; end $$`, process.env.VD_TEST_ADMIN_DB]);
	return performance.now() - since;
}

try {
	const workers = kore.workers.join();
	for (let i = 0; i < 6; i++) await send(300000);
	let before = field('VmHWM');
	const up = [], bare = [];
	for (let i = 0; i < ROUNDS; i++) {
		up.push(await send(SIZE));
		bare.push(raw());
	}
	report('upload-memory', growth(before), '<=', 8, `peak grew by ${growth(before).toFixed(2)} MB over ${ROUNDS} uploads of 20 MB (before ${before.join(', ')} kB; wanted less than 8 MB); one took ${median(up).toFixed(0)} ms, making and storing as many bytes in SQL ${median(bare).toFixed(0)} ms`);
	const id = value('select max(id) from office.attachment');
	await client.get(`/ho-so/${dossier}`, cookie);
	before = field('VmHWM');
	const down = [];
	for (let i = 0; i < ROUNDS; i++) {
		const since = performance.now();
		const answer = await fetch(`${kore.origin}${path}/${id}`, { headers: { cookie } });
		assert.equal((await answer.arrayBuffer()).byteLength, SIZE);
		down.push(performance.now() - since);
	}
	report('download-memory', growth(before), '<=', 8, `peak grew by ${growth(before).toFixed(2)} MB over ${ROUNDS} downloads of 20 MB; one took ${median(down).toFixed(0)} ms`);
	assert.equal(kore.workers.join(), workers, 'no worker was started again');
} finally {
	await kore.stop();
}
