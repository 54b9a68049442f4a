// Every dishonest archive of section 6 of the design, and more: belcheck alone refuses each.
import assert from 'node:assert/strict';
import { readArchive, ArchiveWriter } from '../../assets/scripts/ballot/archive.js';
import { checkArchive } from '../../assets/scripts/ballot/audit.js';
import { makeBallot } from '../../assets/scripts/ballot/ballot.js';
import { FixedBase, generator, mod, p, randomScalar } from '../../assets/scripts/ballot/group.js';
import { hashB64, hashHex } from '../../assets/scripts/ballot/hash.js';
import { intervalProof, schnorr } from '../../assets/scripts/ballot/proof.js';
import { decryptTally, multiplyBallots, tallyText } from '../../assets/scripts/ballot/tally.js';
import { readBallot } from '../../assets/scripts/ballot/ballot.js';
import { newSingle, readTrustees, trusteesText } from '../../assets/scripts/ballot/trustee.js';
import { ceremony, elect, electionText, names, NO, NONE, prepare, secretOf, YES } from './lib/council.mjs';
import { belcheck, belcheckSanitized, DISHONEST, keep, run, toolVerify } from './lib/programs.mjs';
import { finish, test } from './lib/tap.mjs';

const policy = { members: 5, percent: 80, min_ballots: 2, roster_sha256: 'd0'.repeat(32) };
const council = await prepare({ members: 3, candidates: names(2), policy });
const { election, voters } = council;
const cast = (voter, choices, of = election) => makeBallot(of, voters[voter].secret, choices);
const ballots = [
	await cast(0, [YES, NO]), await cast(1, [YES, YES]), await cast(2, [NO, NONE]),
].map(b => b.text);
const honest = await elect(council, [[YES, NO], [YES, YES], [NO, NONE]]);

/** A writer after Setup and these ballots; credentials may be replaced. */
async function opened(texts = [], { credentials = council.credentialText,
	trustees = council.trusteeText, text = council.text } = {}) {
	const w = new ArchiveWriter(1795410504);
	await w.setup(text, trustees, credentials);
	for (const ballot of texts)
		await w.append('Ballot', ballot);
	return w;
}

/** Ciphertexts of these ballots multiplied. */
async function product(texts, of = election) {
	const read = [];
	for (const text of texts)
		read.push(await readBallot(of, text, false));
	return multiplyBallots(of, read);
}

/** Close w honestly over `counted`, decrypt and publish `result`. */
async function finishWith(w, counted, result, { owners = [2, 3, 1], sums, n = counted.length } = {}) {
	sums ??= await product(counted);
	await w.append('EndBallots');
	await w.tally(n, tallyText(election, sums));
	return decryptWith(w, sums, result, owners);
}

async function decryptWith(w, sums, result, owners = [2, 3, 1]) {
	for (const owner of owners)
		await w.partial(owner, await decryptTally(election, sums, secretOf(council, owner)));
	await w.append('Result', JSON.stringify({ result }));
	return w.bytes();
}

/**
 * The archive must be refused by belcheck with exit 1 and one line, also under sanitizers.
 * `tool` says what belenios-tool 2.0 alone answers, where we know: true when it is deceived.
 */
function refused(number, name, make, { tool, options = [] } = {}) {
	test(`belcheck refuses ${name}`, async () => {
		const path = keep(`${DISHONEST}/${String(number).padStart(2, '0')}-${
			name.replaceAll(/[^a-z0-9]+/gi, '-')}.bel`, await make());
		for (const check of [belcheck, belcheckSanitized]) {
			const { status, stdout } = await check(path, ...options);
			assert.equal(status, 1, stdout);
			assert.match(stdout, /^DEFECT: .+\n$/);
		}
		if (tool !== undefined)
			assert.equal((await toolVerify(path)).accepted, tool);
	});
}

test('belcheck and the tool accept the honest archive that the others are made from', async () => {
	const path = keep('build/ballot-archives/honest-original-of-the-dishonest.bel', honest.bytes);
	assert.equal((await belcheck(path)).status, 0);
	assert.ok((await toolVerify(path)).accepted);
	assert.deepEqual(honest.result, [[2, 1], [1, 1]]);
});

/* -- the table of section 6 -- */

refused(1, 'a false result', async () =>
	finishWith(await opened(ballots), ballots, [[3, 0], [1, 1]]), { tool: false });

/* What a trustee who decrypts whatever the server shows would open: the tool says nothing at gate 1. */
refused(2, 'a tally that is the ballot of one member', async () => {
	const w = await opened(ballots);
	await w.append('EndBallots');
	await w.tally(3, tallyText(election, await product([ballots[0]])));
	return w.bytes();
}, { tool: true });

refused(3, 'EndBallots in the middle', async () => {
	const w = await opened(ballots.slice(0, 2));
	await w.append('EndBallots');
	await w.append('Ballot', ballots[2]);
	return finishWith(w, [ballots[2]], [[0, 1], [0, 0]]);
}, { tool: true });

refused(4, 'an old ballot repeated after a new one of the same member', async () => {
	const again = (await cast(0, [NO, NO])).text;
	const w = await opened([...ballots, again, ballots[0]]);
	return finishWith(w, ballots, [[2, 1], [1, 1]]);
}, { tool: true });

refused(5, 'a ballot of an unknown credential', async () => {
	const w = await opened(ballots, { credentials: JSON.stringify(voters.slice(0, 2).map(v => v.credential)) });
	return finishWith(w, ballots, [[2, 1], [1, 1]]);
}, { tool: false });

test('belcheck refuses an archive that leaves a ballot out, by the turnout list', async () => {
	const path = keep(`${DISHONEST}/06-a-ballot-left-out.bel`,
		await finishWith(await opened(ballots.slice(0, 2)), ballots.slice(0, 2), [[2, 0], [1, 1]]));
	const turnout = keep(`${DISHONEST}/06-a-ballot-left-out.turnout`, Buffer.from(
		'# mã kiểm phiếu  họ tên\n' + (await Promise.all(ballots.map(hashB64)))
			.map((tracker, i) => `${tracker} Thành viên ${i + 1}\n`).join('')));
	assert.equal((await belcheck(path)).status, 0);
	const { status, stdout } = await belcheck(path, '--turnout', turnout);
	assert.equal(status, 1);
	assert.match(stdout, /^DEFECT: turnout line 4: .+\n$/);
});

refused(7, 'a result without any decryption', async () => {
	const w = await opened(ballots);
	return finishWith(w, ballots, [[2, 1], [1, 1]], { owners: [] });
}, { tool: false });

refused(8, 'yes and no exchanged inside a ballot', async () => {
	const doc = JSON.parse(ballots[0]);
	doc.answers[0].choices.reverse();
	const changed = [JSON.stringify(doc), ...ballots.slice(1)];
	const w = await opened(changed);
	return finishWith(w, ballots, [[1, 2], [1, 1]]);
}, { tool: false });

refused(9, 'a second Setup with other voters', async () => {
	const w = await opened(ballots.slice(0, 2));
	await w.setup(council.text, council.trusteeText, JSON.stringify([voters[2].credential]));
	await w.append('Ballot', ballots[2]);
	return finishWith(w, [ballots[2]], [[0, 1], [0, 0]]);
}, { tool: true });

refused(10, 'a ballot after the result', async () => {
	const w = await opened(ballots.slice(0, 2));
	await finishWith(w, ballots.slice(0, 2), [[2, 0], [1, 1]]);
	await w.append('Ballot', ballots[2]);
	return w.bytes();
}, { tool: false });

refused(11, 'an extra field in a ballot', async () => {
	const w = await opened([ballots[0].replace('{"election_uuid"', '{"note":"x","election_uuid"'),
		...ballots.slice(1)]);
	return finishWith(w, ballots, [[2, 1], [1, 1]]);
}, { tool: false });

refused(12, 'white space in a ballot', async () => {
	const w = await opened([ballots[0].replace(':', ': '), ...ballots.slice(1)]);
	return finishWith(w, ballots, [[2, 1], [1, 1]]);
}, { tool: false });

refused(13, 'a credential of weight three', async () => {
	const weighted = voters.map((v, i) => i === 1 ? `${v.credential},3` : v.credential);
	const w = await opened(ballots, { credentials: JSON.stringify(weighted) });
	const sums = await product([...ballots, ballots[1], ballots[1]]);
	await w.append('EndBallots');
	const text = tallyText(election, sums);
	await w.append('EncryptedTally', text, JSON.stringify({
		num_tallied: 3, total_weight: 5, encrypted_tally: await hashHex(text) }));
	return decryptWith(w, sums, [[4, 1], [3, 1]]);
}, { tool: true });

refused(14, 'the ballot of one member as tally under an honest result', async () => {
	const w = await opened(ballots);
	await w.append('EndBallots');
	await w.tally(3, tallyText(election, await product([ballots[0]])));
	return decryptWith(w, await product(ballots), [[2, 1], [1, 1]]);
}, { tool: true });

refused(15, 'the ballot of one member decrypted', async () => {
	const w = await opened(ballots);
	return finishWith(w, ballots, [[1, 0], [0, 1]], { sums: await product([ballots[0]]), n: 3 });
}, { tool: false });

test('an archive without a result is unfinished for belcheck although the tool exits 0', async () => {
	const { bytes } = await elect(council, [[YES, NO], [NO, NO]], { until: 'PartialDecryption' });
	const path = keep('build/ballot-archives/unfinished/no-result.bel', bytes);
	assert.equal((await belcheck(path)).status, 2);
	assert.equal((await toolVerify(path)).status, 0);
});

/* -- further dishonesty -- */

refused(20, 'the same ballot twice', async () =>
	finishWith(await opened([...ballots, ballots[0]]), ballots, [[2, 1], [1, 1]]));

refused(21, 'two ballots of one credential', async () => {
	const second = (await cast(0, [NO, NO])).text;
	return finishWith(await opened([...ballots, second]), [second, ...ballots.slice(1)],
		[[1, 2], [1, 2]]);
});

refused(22, 'a credential listed twice', async () => finishWith(await opened(ballots, {
	credentials: JSON.stringify([...voters.map(v => v.credential), voters[0].credential]) }),
	ballots, [[2, 1], [1, 1]]));

refused(23, 'the credential 1, which all can use', async () => finishWith(await opened(ballots, {
	credentials: JSON.stringify([...voters.map(v => v.credential), '1']) }),
	ballots, [[2, 1], [1, 1]]));

refused(24, 'more credentials than members', async () => {
	const text = electionText({ ...council, y: election.public_key, names: names(2), name: 'x',
		policy: { ...policy, members: 2 } });
	const w = await opened([], { text });
	return w.bytes();
});

refused(25, 'a malformed policy line', async () => {
	const w = await opened([], { text: council.text.replace('percent', 'prozent') });
	return w.bytes();
});

refused(26, 'fewer ballots decrypted than the policy allows', async () =>
	finishWith(await opened([ballots[0]]), [ballots[0]], [[1, 0], [0, 1]]));

refused(27, 'a wrong number of tallied ballots', async () =>
	finishWith(await opened(ballots), ballots, [[2, 1], [1, 1]], { n: 4 }));

refused(28, 'a partial decryption by another key', async () => {
	const w = await opened(ballots);
	const sums = await product(ballots);
	await w.append('EndBallots');
	await w.tally(3, tallyText(election, sums));
	const text = await decryptTally(election, sums, secretOf(council, 2));
	await w.partial(2, text);
	await w.partial(3, text);
	await w.append('Result', '{"result":[[2,1],[1,1]]}');
	return w.bytes();
}, { tool: false });

refused(29, 'one owner decrypting twice', async () =>
	finishWith(await opened(ballots), ballots, [[2, 1], [1, 1]], { owners: [2, 2, 1] }));

refused(30, 'a result from one trustee and the server', async () =>
	finishWith(await opened(ballots), ballots, [[2, 1], [1, 1]], { owners: [2, 1] }), { tool: false });

refused(31, 'a result without the server', async () =>
	finishWith(await opened(ballots), ballots, [[2, 1], [1, 1]], { owners: [2, 3, 4] }), { tool: false });

refused(32, 'a decryption by an owner who does not exist', async () => {
	const w = await opened(ballots);
	const sums = await product(ballots);
	await w.append('EndBallots');
	await w.tally(3, tallyText(election, sums));
	await w.partial(5, await decryptTally(election, sums, secretOf(council, 2)));
	return w.bytes();
});

/** A ballot by a forger who owns a credential and may make up any proof. */
async function forged(voter, answers) {
	const { secret, credential } = voters[voter];
	const ballot = { election_uuid: election.uuid, election_hash: election.fingerprint, credential, answers };
	const hash = await hashB64(JSON.stringify(ballot));
	ballot.signature = { hash, proof: await schnorr(`sig|${hash}|`, secret) };
	return JSON.stringify(ballot);
}

/**
 * An answer with the values ms, whatever they are, under proofs made as an honest prover makes them
 * for the numbers M of each choice and of the sum: the best that a forger without luck can do.
 */
async function forgedAnswer(voter, ms, index = m => m, overall) {
	const S0 = `${election.fingerprint}|${voters[voter].credential}`;
	const y = new FixedBase(election.y.value);
	const g = generator();
	const choices = [];
	const individual_proofs = [];
	let [R, A, B] = [0n, 1n, 1n];
	for (const m of ms) {
		const r = randomScalar();
		const [alpha, beta] = [g.pow(r), y.pow(r) * g.pow(mod(BigInt(m))) % p];
		choices.push({ alpha: String(alpha), beta: String(beta) });
		individual_proofs.push(await intervalProof(S0, y, alpha, beta, r, [0, 1], index(m)));
		[R, A, B] = [mod(R + r), A * alpha % p, B * beta % p];
	}
	const S = `${S0}|${choices.map(c => `${c.alpha},${c.beta}`).join(',')}`;
	return { choices, individual_proofs, overall_proof: await overall(S, y, A, B, R) };
}

refused(33, 'a forged ballot that says yes and no', async () => {
	const overall = async (S, y, A, B, R) => intervalProof(S, y, A, B, R, [0, 1], 1);
	const text = await forged(0, [await forgedAnswer(0, [1, 1], m => m, overall),
		await forgedAnswer(0, [0, 0], m => m, async (S, y, A, B, R) => intervalProof(S, y, A, B, R, [0, 1], 0))]);
	const all = [text, ...ballots.slice(1)];
	return finishWith(await opened(all), all, [[2, 2], [1, 0]]);
}, { tool: false });

refused(34, 'a forged ballot that says yes and no with a proof for up to two', async () => {
	const overall = async (S, y, A, B, R) => intervalProof(S, y, A, B, R, [0, 1, 2], 2);
	const text = await forged(0, [await forgedAnswer(0, [1, 1], m => m, overall),
		JSON.parse(ballots[0]).answers[1]]);
	const all = [text, ...ballots.slice(1)];
	return finishWith(await opened(all), all, [[2, 2], [1, 1]]);
}, { tool: false });

refused(35, 'a forged ballot that counts three times', async () => {
	const honestSum = async (S, y, A, B, R) => intervalProof(S, y, A, B, R, [0, 1], 1);
	const text = await forged(0, [await forgedAnswer(0, [3, 0], m => Math.min(m, 1), honestSum),
		await forgedAnswer(0, [0, 0], m => m, async (S, y, A, B, R) => intervalProof(S, y, A, B, R, [0, 1], 0))]);
	const all = [text, ...ballots.slice(1)];
	return finishWith(await opened(all), all, [[4, 1], [1, 0]]);
}, { tool: false });

refused(36, 'a forged ballot that subtracts a vote', async () => {
	const honestSum = async (S, y, A, B, R) => intervalProof(S, y, A, B, R, [0, 1], 0);
	const text = await forged(0, [await forgedAnswer(0, [-1, 1], m => Math.max(m, 0), honestSum),
		await forgedAnswer(0, [0, 0], m => m, honestSum)]);
	const all = [text, ...ballots.slice(1)];
	return finishWith(await opened(all), all, [[0, 2], [1, 0]]);
}, { tool: false });

refused(37, 'a ballot copied from another member', async () => {
	const doc = JSON.parse(ballots[0]);
	const text = await forged(1, doc.answers);
	const all = [ballots[0], text, ballots[2]];
	return finishWith(await opened(all), all, [[2, 1], [0, 2]]);
}, { tool: false });

refused(38, 'a ballot of another election', async () => {
	const other = await prepare({ members: 1, candidates: names(2), policy, uuid: council.uuid });
	const text = (await makeBallot(other.election, voters[0].secret, [YES, NO])).text;
	const all = [text, ...ballots.slice(1)];
	return finishWith(await opened(all), ballots, [[2, 1], [1, 1]]);
}, { tool: false });

refused(39, 'an election key that is not that of the trustees', async () => {
	const single = await newSingle();
	const { y } = await readTrustees(trusteesText(single.key, 2, council.shared.certs,
		council.shared.coefexps, council.shared.keys));
	const w = await opened([], { text: electionText({ ...council, y, names: names(2), name: 'x', policy }) });
	return w.bytes();
}, { tool: false });

refused(40, 'one person as two trustees', async () => {
	const { certs, coefexps, keys } = council.shared;
	const text = trusteesText(council.server.key, 2, [certs[0], certs[0], certs[2]],
		[coefexps[0], coefexps[0], coefexps[2]], keys);
	const w = await opened([], { trustees: text });
	return w.bytes();
});

refused(41, 'a verification key that the ceremony did not give', async () => {
	const other = await ceremony(council.uuid, 2, 3);
	const { certs, coefexps, keys } = council.shared;
	const text = trusteesText(council.server.key, 2, certs, coefexps, [keys[0], other.keys[1], keys[2]]);
	const w = await opened([], { trustees: text });
	return w.bytes();
}, { tool: false });

refused(42, 'an encrypted tally before EndBallots', async () => {
	const w = await opened(ballots);
	const sums = await product(ballots);
	await w.tally(3, tallyText(election, sums));
	return decryptWith(w, sums, [[2, 1], [1, 1]]);
});

refused(43, 'a decryption before the tally', async () => {
	const w = await opened(ballots);
	const sums = await product(ballots);
	await w.append('EndBallots');
	await w.partial(2, await decryptTally(election, sums, secretOf(council, 2)));
	return w.bytes();
});

refused(44, 'two results', async () => {
	const w = await opened(ballots);
	await finishWith(w, ballots, [[2, 1], [1, 1]]);
	await w.append('Result', '{"result":[[3,0],[1,1]]}');
	return w.bytes();
});

refused(45, 'a decryption after the result', async () => {
	const w = await opened(ballots);
	const sums = await product(ballots);
	await finishWith(w, ballots, [[2, 1], [1, 1]]);
	await w.partial(4, await decryptTally(election, sums, secretOf(council, 4)));
	return w.bytes();
});

refused(46, 'an event with another parent', async () => {
	const w = await opened(ballots.slice(0, 1));
	w.head = 'a'.repeat(64);
	await w.append('Ballot', ballots[1]);
	return w.bytes();
});

refused(47, 'an event with another height', async () => {
	const w = await opened(ballots.slice(0, 1));
	w.height++;
	await w.append('Ballot', ballots[1]);
	return w.bytes();
});

refused(48, 'data that no event uses', async () => {
	const w = await opened(ballots.slice(0, 1));
	await w.append('Ballot', ballots[2], ballots[1]);
	return w.bytes();
});

refused(49, 'a shuffle', async () => {
	const w = await opened(ballots);
	await w.append('EndBallots');
	await w.append('Shuffle', '{}', '{}');
	return w.bytes();
});

refused(50, 'a question with blank votes', async () => {
	const w = await opened([], { text: council.text.replace('"min":0', '"blank":true,"min":0') });
	return w.bytes();
});

refused(51, 'a time of voting in a header', async () => {
	const bytes = honest.bytes.slice();
	const w = new ArchiveWriter(1795410504 + 60);
	const header = w.chunks[0];
	/* The third entry gets its own, later, time with a right checksum. */
	let at = 0;
	for (let n = 0; n < 2; n++)
		at += 512 + Math.ceil(parseInt(String.fromCharCode(...bytes.slice(at + 124, at + 135)), 8) / 512) * 512;
	bytes.set(header.slice(136, 147), at + 136);
	bytes.set(Buffer.from('        '), at + 148);
	const sum = bytes.slice(at, at + 512).reduce((a, b) => a + b, 0);
	bytes.set(Buffer.from(sum.toString(8).padStart(6, '0') + '\0 '), at + 148);
	return bytes;
});

refused(52, 'hidden bytes in the padding', async () => {
	const bytes = honest.bytes.slice();
	bytes[512 + 500] = 65;
	return bytes;
});

refused(53, 'end blocks of a tar file', async () =>
	Buffer.concat([honest.bytes, Buffer.alloc(1024)]));

refused(54, 'an archive cut inside an entry', async () => honest.bytes.slice(0, honest.bytes.length - 700));

refused(55, 'a body that is not what its name says', async () => {
	const bytes = honest.bytes.slice();
	const text = Buffer.from(bytes).indexOf('Tán thành');
	bytes[text] ^= 1;
	return bytes;
});

refused(56, 'an empty file', async () => new Uint8Array(0));

refused(57, 'a number of members other than the policy says', async () => honest.bytes,
	{ options: ['--members', '4'] });

refused(58, 'a turnout list with one name too few', async () => {
	keep(`${DISHONEST}/58.turnout`, Buffer.from(await hashB64(ballots[0]) + '\n'));
	return honest.bytes;
}, { options: ['--turnout', `${DISHONEST}/58.turnout`] });

test('belcheck answers nonsense with exit 1 and one line', async () => {
	const good = 'tests/ballot/data/two.bel';
	for (const args of [[], ['/nonexistent.bel'], ['/'], ['/dev/null'], ['/proc/self/mem'], [good, good],
		[good, '--members'], [good, '--members', '0'], [good, '--members', '5x'], [good, '--percent', '101'],
		[good, '--turnout', '/nonexistent'], [good, '--unknown'], ['tests/ballot/unit.c']]) {
		const { status, stdout } = await run('build/belcheck', args);
		assert.equal(status, 1, args.join(' '));
		assert.match(stdout, /^DEFECT: .+\n$/, args.join(' '));
	}
	assert.equal((await belcheck(good)).status, 0);
});

test('the check of the pages refuses what belcheck refuses', async () => {
	const { readdirSync, readFileSync } = await import('node:fs');
	const byOptions = /^(06|57|58)-/;
	let checked = 0;
	for (const name of readdirSync(DISHONEST).filter(n => n.endsWith('.bel') && !byOptions.test(n))) {
		await assert.rejects(checkArchive(new Uint8Array(readFileSync(`${DISHONEST}/${name}`))),
			undefined, name);
		checked++;
	}
	assert.ok(checked >= 45);
	assert.equal((await checkArchive(honest.bytes)).stage, 'Result');
	assert.equal((await readArchive(honest.bytes)).length, 10);
});

await finish();
