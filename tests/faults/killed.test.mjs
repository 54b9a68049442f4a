// kill -9 in the middle of 200 concurrent submissions: what was answered is there, nothing is half there, the next request works.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Kore, until } from '../support/kore.mjs';
import { Client, Jobs, database_kill, database_start, dossiers, once, people, season, sql, value } from '../support/office.mjs';

const ADDS = 120, FILES = 80;	// forms sent at once
const EACH = 4;			// nominations of a dossier that is filed
let kore, jobs, client, drafters, heads, award, round = 0;

before(async () => {
	kore = await Kore.start();
	jobs = new Jobs();
	client = new Client(kore.port);
	drafters = people('fault.drafter', 8, 'drafter');
	heads = people('fault.head', 8, 'unit_head');
	award = value("select id from office.award_type where code = 'LDTT'");
});
after(async () => {
	await jobs?.stop();
	await kore?.stop();
});

// 120 nominations added to ten dossiers and eighty dossiers filed, in turns.
function forms() {
	const id = season(`Đợt ${++round}`);
	const drafts = dossiers(id, 10, 2), ready = dossiers(id, FILES, EACH, '30742').slice(0, FILES);
	const list = [];
	for (let i = 0; i < ADDS; i++) {
		const name = `Lần ${round} Người ${i}`;
		list.push({ kind: 'add', name, path: `/ho-so/${drafts[i % drafts.length]}/de-nghi/moi`, cookie: drafters[i % drafters.length],
			fields: { once: once(), name, gender: 'female', born: '1980', position: 'Chuyên viên', workplace: 'Phường', award_type_id: award, field: 'production', achievement: 'Có thành tích' } });
	}
	for (let i = 0; i < FILES; i++)
		list.splice(i * 2, 0, { kind: 'file', dossier: ready[i], path: `/ho-so/${ready[i]}/nop`, cookie: heads[i % heads.length], fields: { once: once(), version: '1', count: String(EACH) } });
	return { list, drafts, ready };
}

// Send them all at once; when so many are answered, do what is to be done to them.
async function storm(list, kill_after, kill) {
	let answered = 0, killing;
	await Promise.all(list.map(async (form) => {
		form.answer = await client.post(form.path, form.cookie, form.fields);
		if (form.answer.status === 303 && ++answered === kill_after) killing = kill();
	}));
	await killing;
	assert.ok(killing, `only ${answered} forms were answered 303: ${[...new Set(list.map((f) => f.answer.status))]}`);
}

// Whole or not at all, for each form; returns the forms that are stored.
function stored({ list, drafts, ready }) {
	const found = new Map(sql(`
		select n.name, count(distinct n.id), count(e.id), (select count(*) from office.audit_log a where a.object = 'nomination' and a.object_id = n.id and a.action = 'nomination.create')
		from office.nomination n left join office.nomination_event e on e.nomination_id = n.id
		where n.dossier_id = any('{${drafts}}') and n.name like 'Lần %' group by n.id, n.name`).map(([name, ...counts]) => [name, counts.join()]));
	assert.equal(found.size, Number(value(`select count(*) from office.nomination where dossier_id = any('{${drafts}}') and name like 'Lần %'`)), 'a nomination is there twice');
	for (const [name, counts] of found) assert.equal(counts, '1,1,1', `${name}: nominations, events, audit rows`);
	assert.equal(value(`select count(*) from (select dossier_id from office.nomination where dossier_id = any('{${drafts}}') group by 1 having max(ordinal) <> count(*)) x`), '0', 'a gap in the numbers');
	const filed = new Map(sql(`
		select d.id, d.state, (select count(*) from office.filing f where f.dossier_id = d.id), (select coalesce(sum(f.nominations), 0) from office.filing f where f.dossier_id = d.id),
			(select count(*) from office.nomination n where n.dossier_id = d.id and n.state = 'submitted'),
			(select count(*) from office.nomination_event e join office.nomination n on n.id = e.nomination_id where n.dossier_id = d.id and e.to_state = 'submitted'),
			(select count(*) from office.audit_log a join office.nomination n on n.id = a.object_id where a.object = 'nomination' and a.action = 'nomination.set_state' and n.dossier_id = d.id),
			(select count(*) from office.audit_log a where a.object = 'dossier' and a.object_id = d.id and a.action = 'dossier.submit')
		from office.dossier d where d.id = any('{${ready}}')`).map(([id, ...rest]) => [Number(id), rest.join()]));
	for (const [id, row] of filed) assert.ok([`submitted,1,${EACH},${EACH},${EACH},${EACH},1`, 'draft,0,0,0,0,0,0'].includes(row), `dossier ${id} is half there: ${row}`);
	const used = new Set(sql('select nonce from office.form_once').map(([nonce]) => nonce));
	return list.filter((form) => {
		const there = form.kind === 'add' ? found.has(form.fields.name) : filed.get(form.dossier).startsWith('submitted');
		assert.equal(used.has(form.fields.once), there, `${form.path}: the form counts as received exactly when it is stored`);
		return there;
	});
}

// Everything the issue asks for, after a kill; then the forms without an answer are sent again as they are.
async function check(work, kill_after, kill) {
	await storm(work.list, kill_after, kill);
	await until(async () => (await client.get('/healthz')).status === 200, 20000);
	const probe = await client.get(`/ho-so/${work.drafts[0]}`, drafters[0]);
	assert.equal(probe.status, 200, 'the next request works');

	const lost = work.list.filter((form) => form.answer.status !== 303);
	const odd = lost.filter((form) => ![0, 503].includes(form.answer.status));
	assert.deepEqual(odd.map((form) => [form.path, form.answer.status]), [], 'a form is answered, refused with 503, or not answered at all');
	const there = new Set(stored(work));
	for (const form of work.list) if (form.answer.status === 303) assert.ok(there.has(form), `${form.path} was answered and is not there`);

	for (const form of lost) {
		const again = await client.post(form.path, form.cookie, form.fields);
		assert.equal(again.status, there.has(form) ? 409 : 303, `${form.path} sent again`);
	}
	assert.equal(stored(work).length, work.list.length);
	return lost.length;
}

test('kill -9 of one Kore worker', async (t) => {
	const victim = kore.workers[0];
	const lost = await check(forms(), 40, async () => { process.kill(victim, 'SIGKILL'); });
	t.diagnostic(`${lost} of ${ADDS + FILES} had no answer and were sent again`);
	await until(() => kore.workers.length === 2 && !kore.workers.includes(victim));
});

test('kill -9 of all Kore workers at once', async (t) => {
	const victims = kore.workers;
	const lost = await check(forms(), 60, async () => { for (const pid of victims) process.kill(pid, 'SIGKILL'); });
	t.diagnostic(`${lost} of ${ADDS + FILES} had no answer and were sent again`);
	await until(() => kore.workers.length === 2);
});

test('kill -9 of the jobs process: nobody who submits notices, and its jobs are done', async (t) => {
	const starts = jobs.starts;
	sql("insert into office.job (kind) select 'housekeeping' from generate_series(1, 20)");
	const lost = await check(forms(), 40, async () => { jobs.child.kill('SIGKILL'); });
	assert.equal(lost, 0);
	await until(() => jobs.starts > starts && value("select count(*) from office.job where state <> 'done'") === '0', 30000);
	const failed = sql('select id, attempts, last_error from office.job where attempts > 0');
	if (failed.length > 0) t.diagnostic(`a failure was counted: ${failed.join(' | ')}`);
	assert.ok(failed.length <= 1 && failed.every(([, attempts]) => attempts === '1'), 'at most the job in hand counts the kill, once');
});

test('kill -9 of PostgreSQL, started again by its supervisor', async (t) => {
	const lost = await check(forms(), 40, async () => {
		database_kill();
		await new Promise((done) => { setTimeout(done, 1000); });
		await database_start();
	});
	assert.ok(lost > 0, 'the kill came in the middle');
	t.diagnostic(`${lost} of ${ADDS + FILES} had no answer and were sent again`);
	sql("insert into office.job (kind) values ('housekeeping')");
	await until(() => value("select count(*) from office.job where state <> 'done'") === '0', 20000);
});

test('none of it left a crash of our own in the log', () => {
	assert.doesNotMatch(kore.log, /sandbox violation|SIGSEGV|signal 11|signal 6/);
});
