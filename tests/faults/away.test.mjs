// What people see while the database is away or slow, a full disk, and jobs that die in the middle.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';

import { Kore, until } from '../support/kore.mjs';
import { Client, Jobs, database_kill, database_start, database_stop, dossiers, once, people, season, sql, value } from '../support/office.mjs';

let kore, client, cookie, dossier, award;

before(async () => {
	kore = await Kore.start();
	client = new Client(kore.port);
	[cookie] = people('away.drafter', 1, 'drafter');
	[dossier] = dossiers(season('Đợt xa'), 1, 8);
	award = value("select id from office.award_type where code = 'LDTT'");
	for (let i = 0; i < 8; i++) assert.equal((await client.get(`/ho-so/${dossier}`, cookie)).status, 200);
});
after(async () => { await kore?.stop(); });
afterEach(database_start);

const nomination = (name) => ({ once: once(), name, award_type_id: award, field: 'production', achievement: 'Có thành tích' });

function explains(answer) {
	assert.equal(answer.status, 503);
	assert.match(answer.headers['content-type'], /^text\/html/);
	assert.equal(answer.headers['retry-after'], '5');
	assert.equal(answer.headers['cache-control'], 'no-store');
	assert.match(answer.body, /<html lang="vi"/);
	assert.match(answer.body, /<h1>(Tạm thời không truy cập được dữ liệu|Hệ thống đang bận)<\/h1>/);
	assert.doesNotMatch(answer.body, /sql|postgres|connection|PGRES/i);
}

// What the killed server leaves behind still answers until it notices: the house is dark once every worker has.
async function killed() {
	database_kill();
	await until(async () => (await Promise.all(Array.from({ length: 8 }, () => client.get('/healthz')))).every((answer) => answer.status === 503));
}

for (const [how, down] of [['stopped', database_stop], ['killed', killed]]) {
	test(`while the database is ${how} every page says so in Vietnamese, and comes back by itself`, async () => {
		const workers = kore.workers.join();
		await down();
		const pages = await Promise.all(Array.from({ length: 20 }, (_, i) => client.get(['/ho-so', `/ho-so/${dossier}`, '/tai-khoan', '/viec-cua-toi'][i % 4], cookie)));
		pages.forEach(explains);
		const form = { path: `/ho-so/${dossier}/de-nghi/moi`, fields: nomination(`Gửi lúc ${how}`) };
		const refused = await client.post(form.path, cookie, form.fields);
		assert.equal(refused.status, 503);
		assert.match(refused.body, new RegExp(`Gửi lúc ${how}`), 'what was typed is not lost');
		const health = await client.get('/healthz');
		assert.equal(health.status, 503);
		await database_start();
		await until(async () => (await client.get('/healthz')).status === 200);
		for (let i = 0; i < 8; i++) assert.equal((await client.get(`/ho-so/${dossier}`, cookie)).status, 200);
		assert.equal((await client.post(form.path, cookie, form.fields)).status, 303, 'the same form is accepted now');
		assert.equal(kore.workers.join(), workers, 'no worker had to be started again');
	});
}

test('a statement that takes too long ends in a 503 page, writes nothing, and the worker goes on', async () => {
	sql(`create function office.fault_slow() returns trigger language plpgsql as $$ begin if new.name = 'Rất chậm' then perform pg_sleep(60); end if; return new; end $$;
		create trigger fault_slow before insert on office.nomination for each row execute function office.fault_slow()`);
	const fields = nomination('Rất chậm'), path = `/ho-so/${dossier}/de-nghi/moi`;
	try {
		const since = Date.now(), slow = client.post(path, cookie, fields);
		await new Promise((done) => { setTimeout(done, 500); });
		assert.equal((await client.get(`/ho-so/${dossier}`, cookie)).status, 200, 'others are served meanwhile');
		const answer = await slow;
		explains(answer);
		assert.match(answer.body, /Rất chậm/);
		assert.ok(Date.now() - since < 20000);
		assert.equal(value("select count(*) from office.nomination where name = 'Rất chậm'"), '0');
	} finally {
		sql('drop trigger fault_slow on office.nomination');
	}
	assert.equal((await client.post(path, cookie, fields)).status, 303);
});

// The handler's effect: one row in fault_effect for every old sign-in it removes, written slowly.
test('a job whose worker is killed in the middle is done exactly once', async () => {
	sql(`create table office.fault_effect (username text);
		create function office.fault_note() returns trigger language plpgsql security definer as $$ begin
			insert into office.fault_effect values (old.username); perform pg_sleep(0.3); return old; end $$;
		create trigger fault_note before delete on office.login_attempt for each row execute function office.fault_note();
		insert into office.login_attempt (username, address, succeeded, at) select 'cu' || i, '', false, now() - interval '3 days' from generate_series(1, 8) i`);
	// An idle house queues its own housekeeping when the process starts.
	sql('delete from office.job');
	const jobs = new Jobs();
	const busy = () => value("select count(*) from pg_stat_activity where usename = 'vd_app' and state = 'active' and query like '%purge_expired%'") !== '0';
	try {
		await until(busy);
		process.kill(jobs.worker, 'SIGKILL');
		await until(() => value("select count(*) from office.job where state <> 'done'") === '0', 40000);
		assert.equal(sql('select count(*), count(distinct username) from office.fault_effect').join(), '8,8');
		assert.equal(value("select max(attempts) from office.job"), '1', 'the death was counted');
		assert.equal(jobs.starts, 1, 'the parent looked after its worker');
	} finally {
		await jobs.stop();
		sql('drop trigger fault_note on office.login_attempt; drop table office.fault_effect');
	}
});

test('a full disk under uploads is answered, and the worker lives', { skip: process.getuid() !== 0 && 'only root can mount a small file system' }, async () => {
	const upload = join(kore.dir, 'upload'), path = `/ho-so/${dossier}/tep`, bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(4 << 20, 'x'), Buffer.from('\n%%EOF\n')]);
	const send = () => client.upload(path, cookie, { once: once(), document: 'other', nomination_id: '', secret: 'khong', file: { name: 'minh-chung.pdf', type: 'application/pdf', bytes } });
	const workers = kore.workers.join();
	mkdirSync(upload, { recursive: true });
	execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=0777', 'none', upload]);
	try {
		// Kore refuses in the middle of the body; whoever is still sending may only see the connection close.
		const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${kore.port}\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${bytes.length}\r\n\r\n`;
		const answer = await kore.raw(head, bytes.subarray(0, 3 << 19).toString('latin1'));
		assert.match(answer, /^HTTP\/1\.1 5\d\d /);
		for (const { status } of await Promise.all([send(), send(), send()])) assert.ok(status === 0 || status >= 500, `status ${status}`);
		assert.equal((await client.get(`/ho-so/${dossier}`, cookie)).status, 200);
		assert.equal((await client.post(`/ho-so/${dossier}/de-nghi/moi`, cookie, nomination('Trong lúc đầy đĩa'))).status, 303, 'small forms still work');
	} finally {
		execFileSync('umount', [upload]);
	}
	assert.equal((await send()).status, 303, 'room again');
	assert.equal(kore.workers.join(), workers);
	assert.equal(value(`select count(*) from office.attachment where file_name = 'minh-chung.pdf'`), '1');
});
