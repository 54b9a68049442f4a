// Private memory of the workers after warm-up, and after a million cached and a hundred thousand signed-in pages.
// usage: tests/load/memory/run [CACHED SIGNED_IN]    smaller numbers, for a quick look
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { Kore, session } from '../../support/kore.mjs';
import { dossiers, season } from '../../support/office.mjs';
import { report, run } from '../lib/measure.mjs';

const [cached, signed_in] = [process.argv[2] ?? 1000000, process.argv[3] ?? 100000].map(Number);
const cookie = session('do.nho', 'drafter', '30742');
const ids = dossiers(season('Đợt nhớ'), 10, 20);
const kore = await Kore.start();

// kB of a process that no other shares, file pages left out: what a leak would make grow.
const memory = () => kore.workers.map((pid) => Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]));

// At least so many answers unless time is over, in runs that do not hold the machine longer than half a minute.
const end = Date.now() + 300000;
async function pages(count, path, headers) {
	let done = 0;
	while (done < count && Date.now() < end) {
		const args = ['-t1', '-c32', `-d${count - done > 5000 ? 15 : 1}s`];
		for (const [name, text] of Object.entries(headers)) args.push('-H', `${name}: ${text}`);
		const out = await run('wrk', [...args, kore.origin + path]);
		assert.doesNotMatch(out, /Non-2xx/);
		done += Number(/(\d+) requests in/.exec(out)[1]);
	}
	return done;
}

try {
	const workers = kore.workers.join();
	const gzip = { 'Accept-Encoding': 'gzip' }, signed = { Cookie: cookie };
	// Warm: every statement prepared, every cache as large as it gets.
	for (const id of ids) await pages(300, `/ho-so/${id}`, signed);
	await pages(20000, '/vinh-danh', gzip);
	const before = memory();
	const a = await pages(cached, '/vinh-danh', gzip);
	const between = memory();
	let b = 0;
	for (let i = 0; b < signed_in; i++) b += await pages(Math.min(signed_in - b, signed_in / 10), `/ho-so/${ids[i % ids.length]}`, signed);
	const after = memory();
	assert.equal(kore.workers.join(), workers, 'no worker was started again');
	// On a machine too slow for all of them in five minutes, what is missing is assumed to grow alike.
	assert.ok(a >= cached / 2 && b >= signed_in / 20, `only ${a} cached and ${b} signed-in pages in five minutes`);
	const growth = Math.max(...after.map((kb, i) => (between[i] - before[i]) * Math.max(1, cached / a) + (kb - between[i]) * Math.max(1, signed_in / b))) / 1024;
	report('memory', growth, '<=', 2, `grew by ${growth.toFixed(2)} MB (workers ${before.join(', ')} kB, after ${a} cached pages ${between.join(', ')} kB, after ${b} signed-in pages ${after.join(', ')} kB; wanted less than 2 MB)`);
} finally {
	await kore.stop();
}
