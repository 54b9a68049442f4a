// The page of a dossier with 64 nominations, signed in, against pgbench (-M prepared) sending exactly the statements
// that the server saw for one view of it, in the same transaction, over as many connections as our workers have: a busy
// machine gives sixteen backends eight times the share of two.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Kore, session } from '../../support/kore.mjs';
import { Client, dossiers, season, sql } from '../../support/office.mjs';
import { alternate, report, run, wrk } from '../lib/measure.mjs';

const WORKERS = 2, CLIENTS = 16;
const dir = mkdtempSync(join(process.env.VD_SUITE_TMP ?? tmpdir(), 'vd-dossier-'));
const cookie = session('do.soanthao', 'drafter', '30742');
const [dossier] = dossiers(season('Đợt đo'), 20, 64), path = `/ho-so/${dossier}`;
sql('vacuum analyze');

const database = /dbname=(\S+)/.exec(process.env.VD_TEST_ADMIN_DB)[1];
const server_log = execFileSync('bash', ['-c', '. scripts/lib/cluster.sh; echo "$(cluster_base "$VD_TEST_CLUSTER")/log"'], { encoding: 'utf8' }).trim();
const kore = await Kore.start({ VD_WORKERS: String(WORKERS) });
const client = new Client(kore.port);

// Every statement of one page view with its parameters, as the server logs them; warm, so that all are prepared.
async function capture() {
	for (let i = 0; i < 12; i++) assert.equal((await client.get(path, cookie)).status, 200);
	for (const setting of ["log_statement = 'all'", 'log_parameter_max_length = -1'])
		sql(`alter system set ${setting}`);
	sql('select pg_reload_conf()');
	await new Promise((done) => { setTimeout(done, 500); });
	for (let i = 0; i < 4; i++) await client.get('/healthz'); // backends read the new settings
	const before = readFileSync(server_log, 'utf8').length;
	assert.equal((await client.get(path, cookie)).status, 200);
	await new Promise((done) => { setTimeout(done, 200); });
	const text = readFileSync(server_log, 'utf8').slice(before);
	for (const name of ['log_statement', 'log_parameter_max_length']) sql(`alter system reset ${name}`);
	sql('select pg_reload_conf()');
	return text;
}

// "execute dossier/get: select ..." and "parameters: $1 = '12', ..." to a pgbench script.
function script(text) {
	const entries = text.split(/^(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)/m).filter((entry) => entry.includes(`vd_app@${database} `));
	const out = [];
	for (const entry of entries) {
		const statement = /LOG:  (?:execute [^:]*|statement): ([\s\S]*)$/.exec(entry)?.[1].trim();
		if (statement !== undefined) out.push({ statement: statement.replace(/\s*--[^\n]*/g, '').replace(/\s*\n\s*/g, ' ').replace(/;$/, ''), parameters: [] });
		const parameters = /DETAIL:  parameters: ([\s\S]*)$/.exec(entry)?.[1];
		if (parameters !== undefined)
			for (const [, , literal] of parameters.trim().matchAll(/\$(\d+) = (NULL|'(?:[^']|'')*')/g)) out.at(-1).parameters.push(literal);
	}
	assert.match(out[0].statement, /^BEGIN/);
	assert.match(out.at(-1).statement, /^(COMMIT|ROLLBACK)/);
	assert.ok(out.length > 4, 'the statements of a page were logged');
	return out;
}

try {
	const statements = script(await capture());
	// pgbench sends variables as untyped text, as the program does for all but bytea; a literal needs no variable.
	const lines = statements.map(({ statement, parameters }) =>
		`${statement.replace(/\$(\d+)/g, (_, n) => { const p = parameters[n - 1]; return p.startsWith("'\\x") ? `${p}::bytea` : p; })};`);
	const prepared = [], values = [];
	statements.forEach(({ statement, parameters }, i) => {
		let text = statement;
		parameters.forEach((p, n) => {
			// What pgbench cannot hold in a variable (text with spaces, NULL) stays a literal of the prepared statement.
			const simple = /^'-?\d+'$/.test(p) ? p.slice(1, -1) : null;
			if (simple !== null) values.push(`\\set p${i}_${n + 1} ${simple}`);
			text = text.replace(new RegExp(`\\$${n + 1}(?!\\d)`, 'g'), simple !== null ? `:p${i}_${n + 1}` : p.startsWith("'\\x") ? `${p}::bytea` : p);
		});
		prepared.push(`${text};`);
	});
	writeFileSync(join(dir, 'page.sql'), `${[...values, ...prepared].join('\n')}\n`);
	if (process.env.SHOW) console.log(lines.join('\n'));
	const pgbench = async () => {
		const out = await run('/usr/lib/postgresql/15/bin/pgbench', ['-n', '-M', 'prepared', '-c', String(WORKERS), '-j', '1', '-T', '4', '-f', join(dir, 'page.sql'), process.env.VD_APP_DB],
			{ env: { ...process.env, PGOPTIONS: '-c search_path=office,site -c statement_timeout=10000 -c TimeZone=UTC' } });
		assert.match(out, /number of failed transactions: 0/);
		return Number(/tps = ([\d.]+)/.exec(out)[1]);
	};
	const kore_rate = () => wrk(kore.origin + path, { headers: { Cookie: cookie }, clients: CLIENTS });
	await wrk(kore.origin + path, { headers: { Cookie: cookie }, clients: CLIENTS, seconds: 1 });
	const m = await alternate(Number(process.env.ROUNDS ?? 9), kore_rate, pgbench);
	report('dossier', m.ratio, '>=', 0.6, `ratio ${m.ratio.toFixed(2)} (ours ${m.ours.toFixed(0)}/s, pgbench ${m.reference.toFixed(0)}/s; wanted at least 0.60; ${statements.length} statements, ${WORKERS} connections each; rounds ${m.low.toFixed(2)} to ${m.high.toFixed(2)})`);
} finally {
	await kore.stop();
	rmSync(dir, { recursive: true, force: true });
}
