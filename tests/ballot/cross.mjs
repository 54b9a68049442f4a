// Cross-checks: our JavaScript, our C and belenios-tool must understand each other's elections.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkArchive, decryptArchive, findBallot } from '../../assets/scripts/ballot/audit.js';
import { makeBallot, readBallot } from '../../assets/scripts/ballot/ballot.js';
import { fromCode, newCode, parseCode } from '../../assets/scripts/ballot/credential.js';
import { openKey, sealKey } from '../../assets/scripts/ballot/keyfile.js';
import { combine, decryptTally, needed, passes, readDecryption }
	from '../../assets/scripts/ballot/tally.js';
import { Culprit } from '../../assets/scripts/ballot/trustee.js';
import {
	ceremony, elect, mixedChoices, names, NO, NONE, plainCount, prepare, secretOf, YES,
} from './lib/council.mjs';
import {
	ARCHIVES, belcheck, Clerk, keep, run, TOOL, ToolFolder, toolVerify, UNFINISHED,
} from './lib/programs.mjs';
import { closeAndCount, openSession, vote } from './lib/session.mjs';
import { finish, test } from './lib/tap.mjs';

const policy = (members, percent, min) =>
	({ members, percent, min_ballots: min, roster_sha256: 'c0'.repeat(32) });
const AWKWARD = ['Nguyễn "Văn" A/B \\ \'C\'', 'Tổ́ Ễ\u0301 e\u0302\u0301', '😀 👩‍👩‍👧 <script>alert(1)</script>',
	'\ttab\nline\u0001\u007f\u2028', 'policy {"members":1}'];

async function bothAccept(path, ...options) {
	const ours = await belcheck(path, ...options);
	assert.equal(ours.status, 0, ours.output);
	assert.match(ours.output, /HONEST AND COMPLETE/);
	const theirs = await toolVerify(path);
	assert.ok(theirs.accepted, theirs.output);
	return ours.output;
}

/* A whole election made by belenios-tool: {path, ballots, election, codes}. */
async function toolElection(path, voters, questions, votes) {
	const f = new ToolFolder();
	const group = '--group BELENIOS-2048';
	const uuid = (await f.tool('setup generate-token')).trim();
	await f.tool(`setup generate-credentials --uuid ${uuid} ${group} --count ${voters}`);
	f.write('public_creds.json', f.read('.pubcreds'));
	const codes = String(f.read('.privcreds')).trim().split('\n').map(line => line.split(' ')[1]);
	await f.tool(`setup generate-trustee-key ${group}`);
	f.write('public_keys.jsons', f.read('.pubkey'));
	await f.tool('setup make-trustees');
	f.write('questions.json', JSON.stringify({ description: 'Bằng công cụ', name: 'Của belenios-tool',
		questions: questions.map(question =>
			({ answers: ['Tán thành', 'Không tán thành'], min: 0, max: 1, question })) }));
	await f.tool(`setup make-election --uuid ${uuid} ${group} --template questions.json`);
	await f.tool('archive init');
	const ballots = [];
	for (const [i, choice] of votes.entries()) {
		f.write('code.txt', codes[i]);
		f.write('vote.txt', JSON.stringify(choice));
		ballots.push((await f.tool('election generate-ballot --privcred code.txt --ballot vote.txt')).trim());
		await f.tool('archive add-event --type=Ballot', ballots.at(-1));
	}
	await f.tool('archive add-event --type=EndBallots');
	await f.tool('archive add-event --type=EncryptedTally', await f.tool('election compute-encrypted-tally'));
	await f.tool('archive add-event --type=PartialDecryption',
		await f.tool(`election decrypt --privkey ${f.names('.privkey')[0]} --trustee-id 1`));
	await f.tool('archive add-event --type=Result', await f.tool('election compute-result'));
	keep(path, f.read('.bel'));
	f.done();
	return { path, ballots, codes, uuid };
}

test('an election made by belenios-tool alone is accepted by belcheck', async () => {
	const votes = [[YES, NO, NONE], [NO, NO, YES], [NONE, YES, YES]];
	const { path } = await toolElection(`${ARCHIVES}/tool-3x3.bel`, 3, AWKWARD.slice(0, 3), votes);
	const output = await bothAccept(path, '--members', '5', '--percent', '80');
	assert.match(output, /1\s+1 \/ 1\s+fails/);
	assert.match(output, /3\s+2 \/ 0\s+fails/);
});

test('ballots made by belenios-tool in our election are accepted by our C and our JavaScript', async () => {
	const s = await openSession({ members: 3, candidates: names(3), policy: policy(5, 80, 2) });
	const f = new ToolFolder();
	await s.clerk.must('save', { path: `${f.dir}/${s.uuid}.bel` });
	const votes = [[YES, NO, NONE], [NO, YES, NO], [NONE, NONE, NONE]];
	for (const [i, choice] of votes.entries()) {
		f.write('code.txt', s.voters[i].code);
		f.write('vote.txt', JSON.stringify(choice));
		const ballot = (await f.tool('election generate-ballot --privcred code.txt --ballot vote.txt')).trim();
		const { tracker } = await s.clerk.must('cast', { ballot });
		const read = await readBallot(s.election, ballot);
		assert.equal(read.tracker, tracker);
		assert.equal(read.credential, s.voters[i].credential);
		assert.equal(JSON.parse(ballot).election_hash, s.fingerprint);
	}
	f.done();
	const path = `${ARCHIVES}/ours-with-tool-ballots-3x3.bel`;
	assert.deepEqual(await closeAndCount(s, path, [1, 3], 3), plainCount(votes));
	await bothAccept(path);
});

test('an election of 3 members and 3 candidates made by ours is verified by the tool', async () => {
	const s = await openSession({ members: 3, candidates: names(3), policy: policy(3, 90, 3) });
	const choices = [0, 1, 2].map(i => mixedChoices(i, 3));
	const trackers = await vote(s, choices);
	const path = `${ARCHIVES}/ours-3x3.bel`;
	assert.deepEqual(await closeAndCount(s, path, [2, 3], 3), plainCount(choices));
	await bothAccept(path);
	const checked = await checkArchive(new Uint8Array(readFileSync(path)));
	assert.ok(trackers.every(tracker => findBallot(checked, tracker)));
	assert.ok(!findBallot(checked, trackers[0].replace(/^./, c => c === 'A' ? 'B' : 'A')));
});

test('an election of 20 members and 100 candidates made by ours is verified by the tool', async () => {
	const s = await openSession({ members: 20, candidates: names(100), policy: policy(20, 80, 14) });
	const choices = Array.from({ length: 20 }, (_, i) => mixedChoices(i, 100));
	await vote(s, choices);
	const path = `${ARCHIVES}/ours-20x100.bel`;
	assert.deepEqual(await closeAndCount(s, path, [1, 2], 20), plainCount(choices));
	await bothAccept(path);
});

test('1000 ballots of mixed choices by our JavaScript are accepted by our C and the tool', async () => {
	const s = await openSession({ members: 1000, candidates: ['Một ứng viên'] });
	const random = Array.from({ length: 1000 }, (_, i) =>
		[[YES], [NO], [NONE]][i < 3 ? i : Math.floor(Math.random() * 3)]);
	await vote(s, random);
	const path = `${ARCHIVES}/ours-1000-ballots.bel`;
	assert.deepEqual(await closeAndCount(s, path, [1, 2], 1000), plainCount(random));
	await bothAccept(path);
});

test('any two of three trustees open the result, and all three do too', async () => {
	const prepared = await prepare({ members: 2, candidates: names(1), policy: policy(5, 80, 2) });
	for (const owners of [[1, 2, 3], [2, 1, 4], [4, 3, 1], [1, 2, 3, 4]]) {
		const { bytes, result } = await elect(prepared, [[YES], [NO]], { owners });
		assert.deepEqual(result, [[1, 1]]);
		await bothAccept(keep(`${ARCHIVES}/owners-${owners.join('')}.bel`, bytes));
	}
});

test('three of five trustees open the result of a larger council', async () => {
	const s = await openSession({ members: 2, candidates: names(1), threshold: 3, trustees: 5 });
	await vote(s, [[YES], [YES]]);
	const path = `${ARCHIVES}/three-of-five.bel`;
	assert.deepEqual(await closeAndCount(s, path, [5, 1, 3], 2), [[2, 0]]);
	await bothAccept(path);
});

test('one trustee with the server cannot open even one ballot, two can', async () => {
	const prepared = await prepare({ members: 1, candidates: names(2) });
	const { ballots } = await elect(prepared, [[YES, NO]], { until: 'Ballot' });
	const { choices } = await readBallot(prepared.election, ballots[0].text);
	const open = async owners => {
		const parts = new Map();
		for (const owner of owners)
			parts.set(owner, await readDecryption(prepared.election, choices,
				prepared.trustees.keys[owner - 1],
				await decryptTally(prepared.election, choices, secretOf(prepared, owner))));
		return { parts, count: trustees => combine(prepared.election, choices, trustees, parts, 1) };
	};
	const weak = await open([1, 3]);
	assert.throws(() => weak.count(prepared.trustees), /not enough trustees/);
	/* Not merely the rule of our program: pretend that one key were enough. */
	assert.throws(() => weak.count({ items: [{ threshold: 1, owners: [1] },
		{ threshold: 1, owners: [2, 3, 4] }] }), /give no count/);
	const noServer = await open([2, 3, 4]);
	assert.throws(() => noServer.count({ items: [{ threshold: 2, owners: [2, 3, 4] }] }),
		/give no count/);
	assert.deepEqual((await open([1, 3, 4])).count(prepared.trustees), [[1, 0], [0, 1]]);
});

test('a wrong share in the ceremony names the trustee who dealt it', async () => {
	for (const wrong of [1, 2, 3])
		await assert.rejects(ceremony('11111111111111', 2, 3, async (dealt, people) => {
			const other = await ceremony.deal('11111111111111', people.map(p => p.cert), 2, wrong,
				people[wrong - 1].secret);
			dealt[wrong - 1].shares = other.shares;
		}), error => error instanceof Culprit && error.trustee === wrong);
});

test('a share meant for another trustee or another election names its sender', async () => {
	await assert.rejects(ceremony('11111111111111', 2, 3, dealt => {
		[dealt[1].shares[0], dealt[1].shares[2]] = [dealt[1].shares[2], dealt[1].shares[0]];
	}), error => error instanceof Culprit && error.trustee === 2);
	await assert.rejects(ceremony('11111111111111', 2, 3, async (dealt, people) => {
		dealt[2] = await ceremony.deal('22222222222222', people.map(p => p.cert), 2, 3, people[2].secret);
	}), error => error instanceof Culprit && error.trustee === 3);
});

test('our C refuses ceremony messages that are forged, exchanged or outside the group', async () => {
	const clerk = new Clerk();
	const uuid = '11111111111111';
	await clerk.must('ceremony', { uuid, k: 2, n: 3 });
	const c = await ceremony(uuid, 2, 3);
	const message = (kind, from, value, extra) =>
		clerk.ask('message', { kind, from, raw: JSON.stringify(value), ...extra });
	const expect = async (err, answer) => assert.equal((await answer).err, err);
	const outside = JSON.parse(JSON.stringify(c.certs[0]));
	outside.message = outside.message.replace(/"encryption":"\d+"/, '"encryption":"2"');
	await expect('a number is not an element of the group', message('cert', 1, outside));
	await expect('a signature does not hold', message('cert', 1,
		{ ...c.certs[0], signature: c.certs[1].signature }));
	for (let i = 1; i <= 3; i++)
		await expect('ok', message('cert', i, c.certs[i - 1]));
	await expect('a signature does not hold', message('coefexps', 1, c.coefexps[1]));
	for (let i = 1; i <= 3; i++)
		await expect('ok', message('coefexps', i, c.coefexps[i - 1]));
	await expect('a field is missing, added or out of order',
		message('share', 2, c.shares[0][1], { to: 2 }));
	await expect('ok', message('share', 2, c.shares[1][0], { to: 1 }));
	await expect('decryption repeated, missing or of nobody', message('key', 1, c.keys[1]));
	await expect('a proof does not hold', message('key', 1, { ...c.keys[0], pok: c.keys[1].pok }));
	await expect('ok', message('key', 1, c.keys[0]));
	clerk.done();
});

test('a wrong decryption is refused before it enters the archive', async () => {
	const s = await openSession({ members: 2, candidates: names(2), policy: policy(2, 80, 2) });
	await vote(s, [[YES, NO], [NO, NO]]);
	const { head } = await s.clerk.must('close');
	const path = `${UNFINISHED}/closed.bel`;
	await s.clerk.must('save', { path });
	const bytes = new Uint8Array(readFileSync(path));
	const expected = { setupHead: s.setupHead, tallyHead: head, ballots: 2 };
	const right = await decryptArchive(bytes, s.shared.secrets[0], expected);
	const partial = async (owner, raw) => (await s.clerk.ask('partial', { owner, raw })).err;
	assert.equal(await partial(3, right), 'a proof does not hold');
	assert.equal(await partial(9, right), 'decryption repeated, missing or of nobody');
	const doc = JSON.parse(right);
	doc.decryption_factors[1].reverse();
	assert.equal(await partial(2, JSON.stringify(doc)), 'a proof does not hold');
	assert.equal(await partial(2, right), 'ok');
	s.clerk.done();
});

test('a trustee refuses to decrypt when head, count, ceremony or number of ballots is another', async () => {
	const prepared = await prepare({ members: 3, candidates: names(1), policy: policy(5, 80, 3) });
	const secret = secretOf(prepared, 2);
	const closed = await elect(prepared, [[YES], [NO], [NONE]], { until: 'EncryptedTally' });
	const checked = await checkArchive(closed.bytes);
	const good = { setupHead: checked.setupHead, tallyHead: checked.tallyHead, ballots: 3 };
	await decryptArchive(closed.bytes, secret, good);
	for (const [key, value, why] of [['tallyHead', 'f'.repeat(64), /closed vote/],
		['setupHead', 'f'.repeat(64), /not the election/], ['ballots', 4, /number of ballots/]])
		await assert.rejects(decryptArchive(closed.bytes, secret, { ...good, [key]: value }), why);
	const few = await elect(prepared, [[YES], [NO]], { until: 'EncryptedTally' });
	const fewChecked = await checkArchive(few.bytes);
	await assert.rejects(decryptArchive(few.bytes, secret,
		{ setupHead: fewChecked.setupHead, tallyHead: fewChecked.tallyHead, ballots: 2 }), /too few/);
	const open = await elect(prepared, [[YES], [NO], [NO]], { until: 'EndBallots' });
	await assert.rejects(decryptArchive(open.bytes, secret, good), /not closed/);
});

test('the same ballot sent twice is one event, a second ballot of a member is refused', async () => {
	const s = await openSession({ members: 2, candidates: names(1) });
	const first = await makeBallot(s.election, s.voters[0].secret, [YES]);
	const second = await makeBallot(s.election, s.voters[0].secret, [NO]);
	assert.equal((await s.clerk.must('cast', { ballot: first.text })).tracker, first.tracker);
	assert.equal((await s.clerk.must('cast', { ballot: first.text })).tracker, first.tracker);
	const refused = await s.clerk.ask('cast', { ballot: second.text });
	assert.equal(refused.err, 'credential unknown, repeated or weighted');
	const stranger = await fromCode(newCode(), s.uuid);
	const foreign = await makeBallot(s.election, stranger.secret, [YES]);
	assert.equal((await s.clerk.ask('cast', { ballot: foreign.text })).err,
		'credential unknown, repeated or weighted');
	const path = `${UNFINISHED}/one-ballot.bel`;
	await s.clerk.must('save', { path });
	s.clerk.done();
	const { status, output } = await belcheck(path);
	assert.equal(status, 2);
	assert.match(output, /ballots:\s+1\n/);
	assert.match(output, /NOT FINISHED/);
});

test('every unfinished stage is exit 2 for belcheck', async () => {
	const prepared = await prepare({ members: 2, candidates: names(1), policy: policy(5, 80, 2) });
	for (const until of ['Setup', 'Ballot', 'EndBallots', 'EncryptedTally', 'PartialDecryption']) {
		const { bytes } = await elect(prepared, [[YES], [NO]], { until });
		const { status, output } = await belcheck(keep(`${UNFINISHED}/${until}.bel`, bytes));
		assert.equal(status, 2, output);
	}
});

test('awkward names have the same fingerprint in JavaScript, C and the tool', async () => {
	const s = await openSession({ members: 1, candidates: AWKWARD, name: 'Tên "/\\" 😀 ổ́' });
	const c = await s.clerk.must('election', { raw: s.text });
	assert.equal(c.fingerprint, s.election.fingerprint);
	assert.deepEqual(c.questions, AWKWARD);
	assert.equal(c.name, 'Tên "/\\" 😀 ổ́');
	const f = new ToolFolder();
	await s.clerk.must('save', { path: `${f.dir}/${s.uuid}.bel` });
	f.write('code.txt', s.voters[0].code);
	f.write('vote.txt', JSON.stringify(AWKWARD.map(() => YES)));
	const ballot = (await f.tool('election generate-ballot --privcred code.txt --ballot vote.txt')).trim();
	assert.equal(JSON.parse(ballot).election_hash, s.election.fingerprint);
	f.write('election.json', s.text);
	const sum = await run(TOOL, ['sha256-b64'], { input: s.text });
	assert.equal(sum.stdout.trim(), s.election.fingerprint);
	await s.clerk.must('cast', { ballot });
	f.done();
	const path = `${ARCHIVES}/awkward-names.bel`;
	assert.deepEqual(await closeAndCount(s, path, [1, 2], 1), AWKWARD.map(() => [1, 0]));
	const output = await bothAccept(path);
	assert.ok(!/[\u0001\u001b]/.test(output));
});

test('a credential code gives the same public key in JavaScript and C', async () => {
	const clerk = new Clerk();
	for (let i = 0; i < 20; i++) {
		const code = newCode();
		assert.equal(parseCode(code.replaceAll('-', ' ')), code);
		const { credential } = await fromCode(code, 'FdCVfayFHp9KQL');
		assert.equal((await clerk.must('public', { code, uuid: 'FdCVfayFHp9KQL' })).credential, credential);
	}
	clerk.done();
});

test('one mistyped character of a credential code is always noticed', () => {
	for (let n = 0; n < 20; n++) {
		const code = newCode();
		for (let i = 0; i < code.length; i++)
			for (const ch of '17AZaz')
				if (code[i] !== '-' && code[i] !== ch)
					/* 53 divides the difference of digits 0 and 53 only: 1 and u, 2 and v ... */
					if (Math.abs(digit(code[i]) - digit(ch)) !== 53)
						assert.equal(parseCode(code.slice(0, i) + ch + code.slice(i + 1)), null);
	}
	function digit(ch) {
		return '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'.indexOf(ch);
	}
});

test('a key file opens with its passphrase and election, and with nothing else', async () => {
	const file = await sealKey('mật khẩu dài', 'uuid11111111111', 2, 12345n);
	assert.deepEqual(await openKey('mật khẩu dài', 'uuid11111111111', file), { owner: 2, secret: 12345n });
	assert.deepEqual(await openKey('mật khẩu dài'.normalize('NFD'), 'uuid11111111111', file + '\n'),
		{ owner: 2, secret: 12345n });
	await assert.rejects(openKey('mật khẩu dai', 'uuid11111111111', file));
	await assert.rejects(openKey('mật khẩu dài', 'uuid22222222222', file));
	await assert.rejects(openKey('mật khẩu dài', 'uuid11111111111', file.replace(/.(?="}$)/, c => c === '0' ? '1' : '0')));
	assert.ok(!file.includes('12345'));
});

test('the rule of the pages equals exact rational arithmetic for 5 to 40 members', () => {
	for (const percent of [80, 90])
		for (let members = 5; members <= 40; members++)
			for (let yes = 0; yes <= members; yes++) {
				const exact = BigInt(yes) * 100n >= BigInt(percent) * BigInt(members);
				assert.equal(passes(yes, percent, members), exact);
				assert.equal(yes >= needed(percent, members), exact);
			}
});

test('an archive without a policy line is judged by the options', async () => {
	const prepared = await prepare({ members: 4, candidates: names(1) });
	const { bytes } = await elect(prepared, [[YES], [YES], [YES], [YES]]);
	const path = keep(`${ARCHIVES}/no-policy.bel`, bytes);
	const judged = async (...options) => (await belcheck(path, ...options)).output;
	assert.match(await judged('--members', '5', '--percent', '80'), /4 \/ 0 {2}PASSES/);
	assert.match(await judged('--members', '5', '--percent', '90'), /4 \/ 0 {2}fails/);
	assert.doesNotMatch(await judged(), /PASSES|fails/);
	assert.equal((await belcheck(path, '--members', '3')).status, 1);
});

await finish();
