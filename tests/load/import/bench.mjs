// 1,049 lines: upload, preview and confirmation through HTTP, against \copy of the rows they leave behind into the same
// tables with their constraints and triggers, in two transactions as well, on a crash-safe database.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Kore, session } from '../../support/kore.mjs';
import { Client, dossiers, once, season, sql, value } from '../../support/office.mjs';
import { alternate, report, run } from '../lib/measure.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 9);
const dir = mkdtempSync(join(process.env.VD_SUITE_TMP ?? tmpdir(), 'vd-import-'));
const bytes = readFileSync('tests/data/nominations-province-1049.csv');
const cookie = session('do.nhap', 'drafter', '30742');
const targets = dossiers(season('Đợt nhập'), 2 * ROUNDS + 4, 0);
const kore = await Kore.start();
const client = new Client(kore.port, true);

async function timed(work) {
	const since = process.hrtime.bigint();
	await work();
	return Number(process.hrtime.bigint() - since) / 1e6;
}

async function import_over_http(dossier) {
	const begun = await client.upload(`/ho-so/${dossier}/nhap`, cookie, { once: once(), file: { name: 'danh-sach.csv', type: 'text/csv', bytes } });
	assert.equal(begun.status, 303, begun.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').slice(0, 2000));
	const preview = await client.get(begun.headers.location, cookie);
	assert.equal(preview.status, 200);
	const done = await client.post(`${begun.headers.location.split('?')[0]}/xac-nhan`, cookie, { once: once() });
	assert.equal(done.status, 303, done.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').slice(0, 2000));
}

try {
	// What one import leaves behind is what \copy is given.
	const first = targets.pop();
	await import_over_http(first);
	const n = Number(value(`select count(*) from office.nomination where dossier_id = ${first}`));
	assert.ok(n > 1000, `${n} nominations`);
	const columns = (table, without) => value(`select string_agg(quote_ident(attname), ',' order by attnum) from pg_attribute
		where attrelid = 'office.${table}'::regclass and attnum > 0 and not attisdropped and attname <> all('{${without}}')`);
	const nomination = columns('nomination', 'id'), row = columns('import_row', '');
	// COPY knows no row-level security, so it runs as the superuser, spared the policies.
	const psql = (text) => { writeFileSync(join(dir, 'do.sql'), text); return run('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', join(dir, 'do.sql'), process.env.VD_TEST_ADMIN_DB], { env: { ...process.env, PGOPTIONS: '-c search_path=office,site' } }); };
	await run('psql', ['-X', '-q', '-c', `\\copy (select ${nomination} from office.nomination where dossier_id = ${first} order by ordinal) to '${dir}/nomination.tsv'`, process.env.VD_TEST_ADMIN_DB]);
	await run('psql', ['-X', '-q', '-c', `\\copy (select ${row} from office.import_row order by row_no) to '${dir}/row.tsv'`, process.env.VD_TEST_ADMIN_DB]);
	const index = (list, name) => list.split(',').indexOf(name);
	const rewrite = (file, list, values) => readFileSync(join(dir, file), 'utf8').trimEnd().split('\n').map((line) => {
		const cells = line.split('\t');
		for (const [name, text] of Object.entries(values)) cells[index(list, name)] = text;
		return cells.join('\t');
	}).join('\n') + '\n';
	let copies = 0;
	async function copy(dossier) {
		const id = value(`insert into office.import (dossier_id, unit_id, file_name, created_by) select ${dossier}, unit_id, 'x', created_by from office.dossier where id = ${dossier} returning id`);
		writeFileSync(join(dir, 'n.tsv'), rewrite('nomination.tsv', nomination, { dossier_id: dossier, import_id: id }));
		writeFileSync(join(dir, 'r.tsv'), rewrite('row.tsv', row, { import_id: id }));
		// psql's own clock, so that neither its start nor its connection counts.
		const out = await psql(`\\timing on\nbegin;\n\\copy import_row (${row}) from '${dir}/r.tsv'\ncommit;\nbegin;\n\\copy nomination (${nomination}) from '${dir}/n.tsv'\ncommit;\n`);
		const ms = [...out.matchAll(/^Time: ([\d.]+) ms/gm)].reduce((sum, [, time]) => sum + Number(time), 0);
		assert.ok(ms > 0, out);
		assert.equal(value(`select count(*) from office.nomination where dossier_id = ${dossier}`), String(n));
		copies++;
		return ms;
	}
	await copy(targets.pop());
	const m = await alternate(ROUNDS, () => timed(() => import_over_http(targets.pop())), () => copy(targets.pop()));
	assert.equal(copies, ROUNDS + 1);
	report('import', m.ratio, '<=', 4, `ratio ${m.ratio.toFixed(2)} (ours ${m.ours.toFixed(0)} ms, \\copy ${m.reference.toFixed(0)} ms; wanted at most 4; ${n} nominations; rounds ${m.low.toFixed(2)} to ${m.high.toFixed(2)})`);
} finally {
	await kore.stop();
	rmSync(dir, { recursive: true, force: true });
}
