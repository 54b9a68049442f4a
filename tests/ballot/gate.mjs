// The second gate: belenios-tool as a confined program, and false tools in its place.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { elect, names, NO, prepare, YES } from './lib/council.mjs';
import { ARCHIVES, DISHONEST, keep, run, UNFINISHED } from './lib/programs.mjs';
import { finish, test } from './lib/tap.mjs';

const policy = { members: 5, percent: 80, min_ballots: 2, roster_sha256: 'e0'.repeat(32) };
const prepared = await prepare({ members: 2, candidates: names(2), policy });
const choices = [[YES, NO], [YES, YES]];
const closed = keep(`${UNFINISHED}/gate-closed.bel`,
	(await elect(prepared, choices, { until: 'EncryptedTally' })).bytes);
const done = keep(`${ARCHIVES}/gate-done.bel`, (await elect(prepared, choices)).bytes);

const scratch = mkdtempSync(join(tmpdir(), 'ballot-gate-test-'));
const gate = async (stage, path, ...options) => {
	const result = await run('build/tests/ballot_gate', [stage, path, ...options],
		{ env: { TMPDIR: scratch, SECRET_OF_THE_SERVER: 'hunter2' } });
	assert.deepEqual(readdirSync(scratch).filter(n => n.startsWith('ballot-gate-')), [],
		'the private folder is gone');
	return result;
};

/** A program in the tool's place that answers --version rightly, then does something else. */
function falseTool(body, version = '2.0 (20230102)') {
	const path = join(scratch, 'tool');
	writeFileSync(path, `#!/bin/sh\nif [ "$1" = --version ]; then echo '${version}'; exit 0; fi\n${body}\n`);
	chmodSync(path, 0o755);
	return path;
}

test('gate 1 opens for a closed vote and gate 2 for a result', async () => {
	for (const [stage, path] of [['closed', closed], ['result', done]]) {
		const { status, output } = await gate(stage, path);
		assert.equal(status, 0, output);
		assert.match(output, /^ok: \nbelcheck and belenios-tool 2\.0 .* agree/);
	}
});

test('gate 2 says not finished for an archive without Result, although the tool exits 0', async () => {
	const { status, output } = await gate('result', closed);
	assert.equal(status, 1);
	assert.match(output, /^not finished: .*"closed, tally sealed".*"done"/);
});

test('gate 1 says not at this stage for a vote that was decrypted already', async () => {
	const { status, output } = await gate('closed', done);
	assert.equal(status, 1);
	assert.match(output, /^not finished: /);
});

test('both gates refuse every dishonest archive', async () => {
	/* What only options or a turnout list show is honest for a gate without them. */
	const files = readdirSync(DISHONEST).filter(n => n.endsWith('.bel') && !/^(06|57|58)-/.test(n));
	assert.ok(files.length > 40);
	for (const name of files)
		for (const stage of ['closed', 'result']) {
			const { status, output } = await gate(stage, join(DISHONEST, name));
			assert.equal(status, 1, name + output);
			assert.doesNotMatch(output, /^(ok|not finished)/, name);
		}
});

test('a tool that is not installed is a clear message', async () => {
	const { status, output } = await gate('result', done, '--tool', '/nonexistent/belenios-tool');
	assert.equal(status, 1);
	assert.match(output, /^belenios-tool is not installed: .*apt install belenios-tool/);
});

test('a tool of another version is a clear message', async () => {
	for (const version of ['2.1 (20230401)', '3.1', '2.01 (x)', '', '12.0 (x)']) {
		const { status, output } = await gate('result', done, '--tool', falseTool('exit 0', version));
		assert.equal(status, 1);
		assert.match(output, /^belenios-tool speaks another version: .*need version 2\.0/);
		assert.ok(output.includes(`"${version}"`));
	}
});

test('a tool that exits 0 without saying that all checks passed is not believed', async () => {
	const { status, output } = await gate('result', done, '--tool', falseTool('echo fine'));
	assert.equal(status, 1);
	assert.match(output, /^belenios-tool refused: .*did not say/);
});

test('a tool that fails while saying that all checks passed is not believed', async () => {
	const tool = falseTool('echo "I: all checks passed"; exit 124');
	const { status, output } = await gate('result', done, '--tool', tool);
	assert.equal(status, 1);
	assert.match(output, /^belenios-tool refused: .*exit 124/);
});

test('a tool that crashes is refused', async () => {
	const { status, output } = await gate('result', done, '--tool',
		falseTool('echo "I: all checks passed"; kill -SEGV $$'));
	assert.equal(status, 1);
	assert.match(output, /^belenios-tool refused: .*stopped by a limit or a signal/);
});

test('a tool that computes for ever is stopped by the CPU limit', async () => {
	const start = Date.now();
	const { status, output } = await gate('result', done, '--cpu', '1', '--tool',
		falseTool('while :; do :; done'));
	assert.equal(status, 1);
	assert.match(output, /stopped by a limit or a signal/);
	assert.ok(Date.now() - start < 30000);
});

test('a tool that waits for ever is stopped by the clock, with its children', async () => {
	const start = Date.now();
	const { status, output } = await gate('result', done, '--wall', '1', '--tool', falseTool('sleep 61 & sleep 62'));
	assert.equal(status, 1);
	assert.match(output, /stopped by a limit or a signal/);
	assert.ok(Date.now() - start < 20000);
});

test('the tool itself cannot take more memory than its limit', async () => {
	const { status, output } = await gate('result', done, '--memory', '8');
	assert.equal(status, 1);
	assert.match(output, /^belenios-tool refused: /);
	assert.equal((await gate('result', done, '--memory', '256')).status, 0);
});

test('the tool sees one file in a private folder and nothing of our environment', async () => {
	const seen = join(scratch, 'seen');
	const tool = falseTool(`{ pwd; ls; stat -c %a .; env; ulimit -t; ulimit -v; ls /proc/self/fd | wc -l; } > ${seen}`);
	await gate('result', done, '--cpu', '77', '--memory', '512', '--tool', tool);
	const lines = readFileSync(seen, 'utf8').trim().split('\n');
	assert.match(lines[0], /ballot-gate-[A-Za-z0-9]{6}$/);
	assert.equal(lines[1], `${prepared.uuid}.bel`);
	assert.equal(lines[2], '700');
	assert.ok(!lines.join('\n').includes('hunter2'));
	/* Standard three and the one that ls opens. */
	assert.deepEqual(lines.slice(-3), ['77', String(512 * 1024), '4']);
});

await finish();
rmSync(scratch, { recursive: true });
