// The programs the tests drive: belcheck, the C clerk, belenios-tool; and where archives are kept.
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const ARCHIVES = 'build/ballot-archives';
export const DISHONEST = `${ARCHIVES}/dishonest`;
export const UNFINISHED = `${ARCHIVES}/unfinished`;
export const TOOL = 'belenios-tool';

for (const folder of [ARCHIVES, DISHONEST, UNFINISHED])
	mkdirSync(folder, { recursive: true });

/** Keep an archive, a Uint8Array, where people find it; returns the path. */
export function keep(path, bytes) {
	writeFileSync(path, bytes);
	return path;
}

/** Run a program to its end: {status, output}; a signal has status 'SIGSEGV' and the like. */
export function run(program, args, { input, cwd, env } = {}) {
	return new Promise(resolve => {
		const child = execFile(program, args, {
			cwd, maxBuffer: 1 << 26,
			env: { ...process.env, BELENIOS_USE_URANDOM: '1', ...env },
		}, (error, stdout, stderr) => resolve({
			status: error === null ? 0 : error.signal ?? error.code,
			output: stdout + stderr, stdout,
		}));
		child.stdin.on('error', () => {});
		child.stdin.end(input ?? '');
	});
}

export const belcheck = (path, ...args) => run('build/belcheck', [path, ...args]);
export const belcheckSanitized = (path, ...args) =>
	run('build/tests/ballot_belcheck_san', [path, ...args]);

/** belenios-tool election verify on one archive in a folder of its own. */
export async function toolVerify(path) {
	const dir = mkdtempSync(join(tmpdir(), 'ballot-tool-'));
	writeFileSync(join(dir, 'election.bel'), readFileSync(path));
	const result = await run(TOOL, ['election', 'verify', '--dir', dir]);
	rmSync(dir, { recursive: true });
	return { ...result, accepted: result.status === 0 &&
		result.output.includes('all checks passed') };
}

/** Commands of belenios-tool in a folder that is removed by done(). */
export class ToolFolder {
	constructor() {
		this.dir = mkdtempSync(join(tmpdir(), 'ballot-tool-'));
	}

	write(name, data) {
		writeFileSync(join(this.dir, name), data);
	}

	read(pattern) {
		const name = readdirSync(this.dir).find(n => n.endsWith(pattern));
		return readFileSync(join(this.dir, name));
	}

	names(pattern) {
		return readdirSync(this.dir).filter(n => n.endsWith(pattern)).sort();
	}

	async tool(command, input) {
		const result = await run(TOOL, command.split(' '), { cwd: this.dir, input });
		if (result.status !== 0)
			throw new Error(`belenios-tool ${command}: ${result.output}`);
		return result.stdout;
	}

	done() {
		rmSync(this.dir, { recursive: true });
	}
}

/** The C server's side of a session, one JSON command a line. */
export class Clerk {
	constructor() {
		this.child = spawn('build/tests/ballot_clerk', { stdio: ['pipe', 'pipe', 'inherit'] });
		this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
	}

	/** Run a command; the answer has err, 'ok' or a sentence. */
	async ask(op, args = {}) {
		this.child.stdin.write(JSON.stringify({ op, ...args }) + '\n');
		const { value, done } = await this.lines.next();
		if (done)
			throw new Error(`the clerk died at ${op}`);
		return JSON.parse(value);
	}

	/** The same, and throw unless it went well. */
	async must(op, args) {
		const answer = await this.ask(op, args);
		if (answer.err !== 'ok')
			throw new Error(`${op}: ${answer.err} (${answer.why})`);
		return answer;
	}

	done() {
		this.child.stdin.end();
	}
}
