// A private Kore for tests: start, stop, raw requests over a socket.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../..', import.meta.url).pathname;

export function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.on('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}

// Run a line of shell with kore.sh at hand; the Kore it starts outlives it.
function shell(line, env) {
	return new Promise((resolve, reject) => {
		const child = spawn('bash', ['-c', `set -eu; . scripts/lib/kore.sh; ${line}`],
			{ cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'pipe'] });
		let text = '';
		child.stderr.on('data', (chunk) => { text += chunk; });
		child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(text || `status ${code}`))));
	});
}

export class Kore {
	static async start(env = {}) {
		const kore = new Kore();
		kore.dir = mkdtempSync(join(process.env.VD_SUITE_TMP ?? tmpdir(), 'vd-kore-'));
		chmodSync(kore.dir, 0o755);
		kore.port = await freePort();
		kore.origin = `http://127.0.0.1:${kore.port}`;
		kore.env = { VD_BUILD: 'test-build', ...env };
		await shell(`kore_start '${kore.dir}' ${kore.port}`, kore.env);
		return kore;
	}

	async stop() {
		await shell(`kore_stop '${this.dir}'`, {});
		rmSync(this.dir, { recursive: true, force: true });
	}

	get log() {
		return readFileSync(join(this.dir, 'kore.log'), 'utf8');
	}

	get parent() {
		return Number(readFileSync(join(this.dir, 'kore.parent'), 'utf8'));
	}

	// Pids of the workers that run now, children of our own parent process.
	get workers() {
		const pids = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(this.parent)], { encoding: 'utf8' });
		return pids.split('\n').filter((line) => line.includes('[wrk ')).map((line) => Number.parseInt(line, 10));
	}

	fetch(path, options = {}) {
		return fetch(this.origin + path, { redirect: 'manual', ...options });
	}

	// Send bytes as they are (strings or arrays of [string, pause in ms]); resolves with what came until the end.
	raw(...pieces) {
		return new Promise((resolve, reject) => {
			const socket = connect(this.port, '127.0.0.1');
			let text = '';
			socket.setEncoding('latin1');
			socket.setTimeout(20000, () => socket.destroy(new Error('no answer: ' + text)));
			socket.on('data', (chunk) => { text += chunk; });
			socket.on('error', (error) => (text ? resolve(text) : reject(error)));
			socket.on('close', () => resolve(text));
			socket.on('connect', async () => {
				for (const piece of pieces) {
					if (typeof piece === 'number') await new Promise((done) => { setTimeout(done, piece); });
					else if (!socket.destroyed) socket.write(piece, 'latin1');
				}
			});
		});
	}

	// One request on a connection that is closed after it.
	async request(head, body = '') {
		const text = await this.raw(head.replaceAll('\n', '\r\n') + '\r\nConnection: close\r\n\r\n' + body);
		const [top, ...rest] = text.split('\r\n\r\n');
		const lines = top.split('\r\n');
		const headers = Object.fromEntries(lines.slice(1).map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
		return { status: Number(lines[0].split(' ')[1]), headers, body: Buffer.from(rest.join('\r\n\r\n'), 'latin1').toString() };
	}
}

export async function until(what, limit = 10000) {
	const end = Date.now() + limit;
	for (;;) {
		const value = await what();
		if (value) return value;
		if (Date.now() > end) throw new Error('waited too long');
		await new Promise((done) => { setTimeout(done, 50); });
	}
}

// Sign somebody in by writing a session as the superuser; returns the Cookie header.
export function session(username, role, unit = '91') {
	const token = execFileSync('head', ['-c', '32', '/dev/urandom']).toString('base64url');
	const sql = `
		insert into office.account (username, full_name) values ('${username}', '${username}') on conflict do nothing;
		insert into office.credential (account_id, password_hash) select id, '$argon2id$none' from office.account where username = '${username}' on conflict do nothing;
		insert into office.role_grant (account_id, role, unit_id) select a.id, '${role}', u.id from office.account a, office.unit u where a.username = '${username}' and u.code = '${unit}' on conflict do nothing;
		select office.session_open(id, sha256('${token}'), '${'c'.repeat(43)}', '', '') from office.account where username = '${username}';`;
	execFileSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-o', '/dev/null', '-c', sql, process.env.VD_TEST_ADMIN_DB]);
	return `vd=${token}`;
}

