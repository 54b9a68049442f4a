// 200 people type at once: each sends one autosave a second, spread evenly, to two workers.  Time to the answer, as the
// sender sees it, at the 99th percentile, against the cost of one saved statement: one INSERT of such a journal row with
// its COMMIT on one connection (pgbench -M prepared), before, between and after.  Every answer must be 200 and "applied".
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Kore } from '../../support/kore.mjs';
import { csrf, dossiers, people, season, sql, value } from '../../support/office.mjs';
import { median, report, run } from '../lib/measure.mjs';

const EDITORS = 200, SECONDS = Number(process.env.SECONDS ?? 8), ROUNDS = Number(process.env.ROUNDS ?? 3);
// A saved statement is one on the disk: the test cluster does not wait for it, an office does.
for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'autovacuum']) sql(`alter system set ${setting} = on`);
sql('select pg_reload_conf()');
const dir = mkdtempSync(join(process.env.VD_SUITE_TMP ?? tmpdir(), 'vd-autosave-'));
const cookies = people('do.nhap', 20, 'drafter');
const ids = dossiers(season('Đợt đo'), 20, EDITORS / 20);
const nominations = sql(`select id, dossier_id from office.nomination where dossier_id = any('{${ids}}') order by ordinal, id`);
sql('vacuum analyze');
const kore = await Kore.start({ VD_WORKERS: '2' });
const agent = new Agent({ keepAlive: true, maxSockets: EDITORS });
const text = (n) => `Vận động nhân dân hiến đất, góp công làm ${n} mét đường giao thông nông thôn; `.repeat(8);

const editors = nominations.map(([id, dossier], i) => ({ id, dossier, cookie: cookies[i % 20], client: `do-nhap-${id}-${process.pid}`, seq: 0, base: null }));

function autosave(e) {
	const next = text(e.id * 100000 + ++e.seq);
	const body = new URLSearchParams({ csrf, client: e.client, object: e.id, 'value.achievement': next, 'base.achievement': e.base, 'seq.achievement': e.seq }).toString();
	const began = performance.now();
	return new Promise((resolve, reject) => {
		const req = request({ host: '127.0.0.1', port: kore.port, method: 'POST', path: `/ho-so/${e.dossier}/nhap-lieu`, agent,
			headers: { cookie: e.cookie, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) } }, (res) => {
			let out = '';
			res.setEncoding('utf8');
			res.on('data', (chunk) => { out += chunk; });
			res.on('end', () => {
				const ms = performance.now() - began;
				if (res.statusCode !== 200 || !out.includes('"outcome":"applied"')) reject(new Error(`${res.statusCode} ${out.slice(0, 200)}`));
				e.base = next.trim();
				resolve(ms);
			});
		});
		req.on('error', reject);
		req.end(body);
	});
}

// One second of all editors after the other; an editor whose answer is late does not make the others wait.
async function storm(seconds) {
	const waits = [];
	const start = performance.now();
	for (let i = 0; i < seconds * EDITORS; i++) {
		const due = start + i * 1000 / EDITORS, now = performance.now();
		if (due > now) await new Promise((done) => { setTimeout(done, due - now); });
		const e = editors[i % EDITORS];
		waits.push(e.busy = (e.busy ?? Promise.resolve()).then(() => autosave(e)));
	}
	const all = (await Promise.all(waits)).sort((a, b) => a - b);
	return { p50: all[all.length >> 1], p99: all[Math.ceil(all.length * 0.99) - 1], rate: all.length / (performance.now() - start) * 1000 };
}

async function statement() {
	const out = await run('/usr/lib/postgresql/15/bin/pgbench', ['-n', '-M', 'prepared', '-c', '1', '-j', '1', '-T', '2', '-f', join(dir, 'one.sql'), process.env.VD_TEST_ADMIN_DB]);
	assert.match(out, /number of failed transactions: 0/);
	return Number(/latency average = ([\d.]+) ms/.exec(out)[1]);
}

try {
	const [account] = sql("select id from office.account where username = 'do.nhap0'")[0];
	const unit = value("select id from office.unit where code = '30742'");
	writeFileSync(join(dir, 'one.sql'), `\\set seq random(1, 9000000000000000)
begin;
insert into office.draft_entry (account_id, dossier_id, unit_id, object, field, value, base, client, seq, outcome)
values (${account}, ${ids[0]}, ${unit}, '${nominations[0][0]}', 'achievement', '${text(1)}', '${text(2)}', 'do-mot-cau-lenh', :seq, 'kept');
commit;
`);
	for (const e of editors) e.base = value(`select achievement from office.nomination where id = ${e.id}`);
	await storm(2); // statements prepared, connections open
	const p99 = [], cost = [await statement()];
	let last;
	for (let i = 0; i < ROUNDS; i++) {
		last = await storm(SECONDS);
		p99.push(last.p99);
		cost.push(await statement());
		console.log(`round ${i + 1}: ${last.rate.toFixed(0)}/s, p50 ${last.p50.toFixed(2)} ms, p99 ${last.p99.toFixed(2)} ms, one statement ${cost.at(-1).toFixed(3)} ms`);
		assert.ok(last.rate > 190, `only ${last.rate.toFixed(0)} autosaves a second were answered`);
	}
	const ratio = median(p99) / median(cost);
	report('autosave', ratio, '<=', 50, `p99 of 200 autosaves a second ${median(p99).toFixed(2)} ms, one saved statement ${median(cost).toFixed(3)} ms: ${ratio.toFixed(1)} times (wanted at most 50)`);
	assert.equal(value(`select count(*) from office.draft_open`), '0', 'nothing is left open');
} finally {
	agent.destroy();
	await kore.stop();
	rmSync(dir, { recursive: true, force: true });
}
