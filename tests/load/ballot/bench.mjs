// Measures belcheck and the browser against belenios-tool on the same machine in the same minutes.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { launch, openPage, serve } from '../../ballot/lib/browser.mjs';
import { ANSWERS, mixedChoices, names, plainCount } from '../../ballot/lib/council.mjs';
import { ARCHIVES, belcheck, ToolFolder, toolVerify } from '../../ballot/lib/programs.mjs';
import { closeAndCount, openSession, vote } from '../../ballot/lib/session.mjs';

const WANTED = 4;

const seconds = async run => {
	const start = performance.now();
	const value = await run();
	return [(performance.now() - start) / 1000, value];
};
const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Say what was measured; with a name, also the line that scripts/bench judges. */
function report(what, ours, theirs, name) {
	const ratio = theirs / ours;
	console.log(`${what}: ours ${ours.toFixed(2)} s, belenios-tool ${theirs.toFixed(2)} s, ${ratio.toFixed(1)} times faster`);
	if (name !== undefined)
		console.log(`ratio ${name} ${ratio.toFixed(2)} >= ${WANTED}`);
}

const policy = (members, min) => ({ members, percent: 80, min_ballots: min, roster_sha256: 'b0'.repeat(32) });

/** A whole election by our programs; says what its parts cost. */
async function make(members, candidates, path) {
	const s = await openSession({ members, candidates: names(candidates), policy: policy(members, Math.ceil(members * 2 / 3)) });
	const choices = Array.from({ length: members }, (_, i) => mixedChoices(i, candidates));
	const [voting] = await seconds(() => vote(s, choices));
	const [counting, result] = await seconds(() => closeAndCount(s, path, [1, 3], members));
	assert.deepEqual(result, plainCount(choices));
	console.log(`${members} x ${candidates}: ${(voting / members).toFixed(2)} s a ballot made in Node and checked in C,` +
		` ${counting.toFixed(1)} s to close, decrypt and count, archive ${(statSync(path).size / 1e6).toFixed(1)} MB`);
}

/**
 * belcheck uses every processor, the tool one: their ratio means something only while nothing else
 * runs.  Wait up to three minutes for that, and say so when it does not come.
 */
async function calm() {
	const others = () => Number(readFileSync('/proc/loadavg', 'utf8').split(/[ /]/)[3]) - 1;
	for (let second = 0, quiet = 0; second < 180; second++) {
		quiet = others() === 0 ? quiet + 1 : 0;
		if (quiet === 3)
			return;
		await new Promise(resolve => setTimeout(resolve, 1000));
	}
	console.log(`the machine is busy (load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors): the next ratio comes out low`);
}

/** belcheck and the tool on one archive, in turns; the best of each. */
async function compare(path, rounds) {
	await calm();
	const [ours, theirs] = [[], []];
	for (let i = 0; i < rounds; i++) {
		const [a, check] = await seconds(() => belcheck(path));
		assert.equal(check.status, 0, check.output);
		ours.push(a);
		const [b, verify] = await seconds(() => toolVerify(path));
		assert.ok(verify.accepted, verify.output);
		theirs.push(b);
	}
	return [Math.min(...ours), Math.min(...theirs)];
}

/** One ballot of 100 candidates by belenios-tool and in Chromium, three times each. */
async function ballots() {
	const f = new ToolFolder();
	const group = '--group BELENIOS-2048';
	const uuid = (await f.tool('setup generate-token')).trim();
	await f.tool(`setup generate-credentials --uuid ${uuid} ${group} --count 1`);
	f.write('public_creds.json', f.read('.pubcreds'));
	const code = String(f.read('.privcreds')).trim().split(' ')[1];
	await f.tool(`setup generate-trustee-key ${group}`);
	f.write('public_keys.jsons', f.read('.pubkey'));
	await f.tool('setup make-trustees');
	f.write('questions.json', JSON.stringify({ description: 'x', name: 'y',
		questions: names(100).map(question => ({ answers: ANSWERS, min: 0, max: 1, question })) }));
	await f.tool(`setup make-election --uuid ${uuid} ${group} --template questions.json`);
	const text = String(f.read('election.json')).trim();
	await f.tool('archive init');
	const choices = mixedChoices(1, 100);
	f.write('code.txt', code);
	f.write('vote.txt', JSON.stringify(choices));

	const site = await serve();
	const browser = await launch();
	const page = await openPage(browser, site.address);
	const inBrowser = op => page.evaluate(async a => {
		const { work } = await import('./client.js');
		globalThis.member ??= await work('credential', { uuid: a.uuid, code: a.code });
		const start = performance.now();
		if (a.op === 'prepare')
			await work('prepare', { text: a.text });
		else
			globalThis.sealed = await work('ballot', { text: a.text, secret: globalThis.member.secret, choices: a.choices });
		return (performance.now() - start) / 1000;
	}, { op, uuid, code, text, choices });
	const tables = await inBrowser('prepare');
	const [ours, theirs] = [[], []];
	for (let i = 0; i < 3; i++) {
		ours.push(await inBrowser('ballot'));
		theirs.push((await seconds(() => f.tool('election generate-ballot --privcred code.txt --ballot vote.txt')))[0]);
	}
	/* What was measured is a ballot that the tool takes. */
	await f.tool('archive add-event --type=Ballot', await page.evaluate(() => globalThis.sealed.text));
	await f.tool('election verify --dir .');
	await browser.close();
	await site.close();
	f.done();
	report('ballot of 100 candidates in Chromium', median(ours), median(theirs), 'ballot-in-chromium');
	console.log(`  (tables, built while the member reads: ${tables.toFixed(2)} s; with them the ratio is ${
		(median(theirs) / (median(ours) + tables)).toFixed(1)})`);
}

const part = process.argv[2] ?? 'all';
if (part !== 'large') {
	const path = `${ARCHIVES}/bench-20x100.bel`;
	await make(20, 100, path);
	report('checking 20 x 100: belcheck against election verify', ...await compare(path, 3), 'belcheck-20x100');
	await ballots();
}
if (part !== 'small') {
	const path = `${ARCHIVES}/bench-40x200.bel`;
	await make(40, 200, path);
	report('checking 40 x 200: belcheck against election verify', ...await compare(path, 1));
}
