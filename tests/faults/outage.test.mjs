// Outages of our own, measured on the real server: whoever could not file gets the time back, and sees why.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';

import { Kore, until } from '../support/kore.mjs';
import { Client, database_start, database_stop, dossiers, once, people, season, sql, value } from '../support/office.mjs';

const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });
const outages = () => Number(value('select count(*) from office.outage'));
const fresh = () => value("select coalesce(max(last_at) > clock_timestamp() - interval '2 seconds', false) from office.heartbeat") === 't';
let kore, client, head, round, rule;

before(async () => {
	// The rule is a row: seconds here, so that the test need not wait for minutes.
	rule = sql('select gap_seconds, beat_seconds from office.outage_rule')[0];
	sql('update office.outage_rule set gap_seconds = 4, beat_seconds = 1; truncate office.outage, office.heartbeat');
	[head] = people('outage.head', 1, 'unit_head');
	round = season('Đợt có sự cố');
	kore = await Kore.start();
	client = new Client(kore.port);
});
after(async () => {
	await kore?.stop();
	sql(`truncate office.outage, office.heartbeat; update office.outage_rule set gap_seconds = ${rule[0]}, beat_seconds = ${rule[1]}`);
});
afterEach(database_start);

const file = (id) => client.post(`/ho-so/${id}/nop`, head, { once: once(), version: '1', count: '2' });
const minutes_added = () => Number(value(`select extract(epoch from office.closes_at(${round}, null) - closes_at) / 60 from office.season where id = ${round}`));

test('a server that is there leaves one row of heartbeats and no outage', async () => {
	await until(fresh);
	await pause(6000);
	assert.ok(fresh());
	assert.equal(value('select count(*) from office.heartbeat'), '1');
	assert.equal(outages(), 0);
	assert.equal(minutes_added(), 0);
});

test('the closing time passes while the server is away: what was lost can still be used, and the page says why', async () => {
	const [dossier, other] = dossiers(round, 2, 2);

	await until(fresh);
	sql(`update office.season set closes_at = clock_timestamp() + interval '3 seconds' where id = ${round}`);
	await kore.stop();
	await pause(7000);
	assert.equal(outages(), 0, 'nobody is there to note it');
	kore = await Kore.start();
	client = new Client(kore.port);
	const answer = await file(dossier);
	assert.equal(answer.status, 303, 'filed in the time given back');
	await until(() => outages() === 1);
	assert.ok(minutes_added() >= 1);
	const page = await client.get(`/ho-so/${other}`, head);
	assert.match(page.body, /Cộng 1 phút do hệ thống gián đoạn từ/);
	const home = await client.get('/viec-cua-toi', head);
	assert.match(home.body, /Cộng 1 phút do hệ thống gián đoạn từ/);
});

test('a database that is away is an outage too, with the server running', async () => {
	sql(`update office.season set closes_at = clock_timestamp() + interval '1 hour' where id = ${round}; truncate office.outage`);
	await until(fresh);
	await database_stop();
	await pause(6000);
	await database_start();
	await until(() => { try { return outages() === 1; } catch { return false; } }, 20000);
	assert.ok(minutes_added() >= 1);
	const [began, ended] = sql('select extract(epoch from ended_at - began_at)::integer, gap_seconds from office.outage')[0].map(Number);
	assert.ok(began >= 5 && began < 30, `measured ${began} s`);
	assert.equal(ended, 4, 'with the threshold it was measured by');
});
