// An office at work for black-box tests: SQL as the superuser, people with sessions, dossiers, forms sent as a browser does.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';

import { session } from './kore.mjs';

const root = new URL('../..', import.meta.url).pathname;

// Rows of a statement as arrays of text.
export function sql(text, conninfo = process.env.VD_TEST_ADMIN_DB) {
	const out = execFileSync('psql', ['-X', '-q', '-A', '-t', '-F', '\x1f', '-v', 'ON_ERROR_STOP=1', '-f', '-', conninfo],
		{ encoding: 'utf8', input: text, maxBuffer: 1 << 28 });
	return out.split('\n').filter((line) => line !== '').map((line) => line.split('\x1f'));
}

export const value = (text) => sql(text)[0]?.[0];

// The cluster of this run; only ever called for one that with-database made.
function cluster(command) {
	return new Promise((resolve, reject) => {
		const child = spawn('bash', ['-c', `set -eu; . scripts/lib/cluster.sh; ${command} "$VD_TEST_CLUSTER"`],
			{ cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
		child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command}: status ${code}`))));
	});
}
export const database_start = () => cluster('cluster_start');
export const database_stop = () => cluster('cluster_stop');
export function database_kill() {
	execFileSync('bash', ['-c', 'set -eu; . scripts/lib/cluster.sh; kill -9 "$(as_pg head -n 1 "$(cluster_base "$VD_TEST_CLUSTER")/data/postmaster.pid")"'], { cwd: root });
}

export const csrf = 'c'.repeat(43); // what session() writes
export const once = () => randomBytes(24).toString('base64url');

export function season(name) {
	return value(`insert into office.season (name, year, opens_at, closes_at)
		values ('${name}', 2026, now() - interval '1 day', now() + interval '1 day') returning id`);
}

// Complete drafts, ready to be filed: count of them in a unit, each with n nominations and one PDF. Returns their ids.
let letter = 0;
export function dossiers(season_id, count, n, unit = '30742') {
	letter += count;
	return sql(`
		with d as (
			insert into office.dossier (season_id, unit_id, letter_no, letter_date, title, created_by)
			select ${season_id}, u.id, (${letter} + i) || '/TTr-UBND', current_date - 3, 'Đề nghị khen thưởng ' || i, (select min(id) from office.account)
			from office.unit u, generate_series(1, ${count}) i where u.code = '${unit}' returning id, unit_id),
		n as (
			insert into office.nomination (dossier_id, unit_id, ordinal, kind, name, name_folded, gender, born_on, position, workplace, award_type_id, field, achievement)
			select d.id, d.unit_id, i, 'person', 'Nguyễn Thị Mẫu ' || i, 'nguyen thi mau ' || i, 'female', date '1970-01-01' + i * 97,
				'Chuyên viên', 'Ủy ban nhân dân phường', w.id, 'production', 'Đã có thành tích xuất sắc trong công tác, mẫu số ' || i
			from d, generate_series(1, ${n}) i, office.award_type w where w.code = 'LDTT'),
		a as (
			insert into office.attachment (dossier_id, unit_id, document, file_name, content_type, size, sha256, uploaded_by)
			select d.id, d.unit_id, 'letter', 'to-trinh.pdf', 'application/pdf', 9, encode(sha256('%PDF-1.4'), 'hex'), (select min(id) from office.account) from d returning id),
		c as (insert into office.attachment_chunk (attachment_id, seq, content) select id, 0, '%PDF-1.4' from a)
		select id from d order by id`).map(([id]) => Number(id));
}

// Several people of one role in a unit, each signed in; returns their cookies.
export const people = (prefix, count, role, unit = '30742') =>
	Array.from({ length: count }, (_, i) => session(`${prefix}${i}`, role, unit));

export class Client {
	constructor(port, keep_alive = false) {
		this.port = port;
		this.agent = keep_alive ? new Agent({ keepAlive: true, maxSockets: 1 }) : false;
	}

	// Resolves with { status, headers, body }; status 0 when the connection ended without an answer.
	send(method, path, { cookie, body, type, timeout = Number(process.env.VD_CLIENT_MS ?? 30000) } = {}) {
		return new Promise((resolve) => {
			const headers = { ...(cookie ? { cookie } : {}), ...(body !== undefined ? { 'content-type': type, 'content-length': Buffer.byteLength(body) } : {}) };
			const req = request({ host: '127.0.0.1', port: this.port, method, path, headers, agent: this.agent, timeout }, (res) => {
				const chunks = [];
				res.on('data', (chunk) => chunks.push(chunk));
				res.on('error', (error) => resolve({ status: 0, error: error.code, body: '' }));
				res.on('end', () => resolve({ status: res.complete ? res.statusCode : 0, headers: res.headers, body: Buffer.concat(chunks).toString() }));
			});
			req.on('timeout', () => req.destroy(new Error('timeout')));
			req.on('error', (error) => resolve({ status: 0, error: error.code ?? error.message, body: '' }));
			req.end(body);
		});
	}

	get(path, cookie) { return this.send('GET', path, { cookie }); }

	post(path, cookie, fields) {
		return this.send('POST', path, { cookie, type: 'application/x-www-form-urlencoded', body: new URLSearchParams({ csrf, ...fields }).toString() });
	}

	// A form with files: fields as strings or { name, type, bytes }.
	upload(path, cookie, fields) {
		const mark = `vd${once()}`, parts = [];
		for (const [name, field] of Object.entries({ csrf, ...fields })) {
			const file = typeof field !== 'string';
			parts.push(Buffer.from(`--${mark}\r\nContent-Disposition: form-data; name="${name}"${file ? `; filename="${field.name}"\r\nContent-Type: ${field.type}` : ''}\r\n\r\n`),
				Buffer.from(file ? field.bytes : field), Buffer.from('\r\n'));
		}
		parts.push(Buffer.from(`--${mark}--\r\n`));
		return this.send('POST', path, { cookie, type: `multipart/form-data; boundary=${mark}`, body: Buffer.concat(parts) });
	}
}

// The jobs process with the supervisor scripts/run is for it: started again when it ends.
export class Jobs {
	starts = 0;

	constructor() { this.#start(); }

	#start() {
		this.starts++;
		this.child = spawn(`${root}build/vinhdanh-jobs`, { env: { ...process.env, VD_ORIGIN: 'http://127.0.0.1' }, stdio: ['ignore', 'ignore', 'pipe'] });
		this.log ??= '';
		this.child.stderr.on('data', (chunk) => { this.log += chunk; });
		this.child.on('exit', () => { if (!this.stopped) this.timer = setTimeout(() => this.#start(), 1000); });
	}

	// The process that runs the handlers, a child of the one we started.
	get worker() {
		const pids = execFileSync('ps', ['-o', 'pid=', '--ppid', String(this.child.pid)], { encoding: 'utf8' });
		return Number(pids.trim().split('\n')[0]);
	}

	stop() {
		this.stopped = true;
		clearTimeout(this.timer);
		if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve();
		return new Promise((resolve) => { this.child.on('exit', resolve); this.child.kill('SIGTERM'); });
	}
}
