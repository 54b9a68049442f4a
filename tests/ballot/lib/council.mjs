// A whole council in one process, all roles played by our JavaScript: for making archives.
import { ArchiveWriter } from '../../../assets/scripts/ballot/archive.js';
import { makeBallot, readElection } from '../../../assets/scripts/ballot/ballot.js';
import { fromCode, newCode, newUuid } from '../../../assets/scripts/ballot/credential.js';
import { combine, decryptTally, multiplyBallots, readDecryption, tallyText }
	from '../../../assets/scripts/ballot/tally.js';
import { deal, newCertificate, newSingle, readTrustees, receive, trusteesText }
	from '../../../assets/scripts/ballot/trustee.js';
import { readBallot } from '../../../assets/scripts/ballot/ballot.js';

export const ANSWERS = ['Tán thành', 'Không tán thành'];
export const YES = [1, 0];
export const NO = [0, 1];
export const NONE = [0, 0];

/** The ceremony k of n; onDeal may falsify what a trustee deals before the others receive it. */
/** For tests that falsify a dealing. */
ceremony.deal = deal;
export async function ceremony(uuid, threshold, n, onDeal = () => {}) {
	const people = await Promise.all(Array.from({ length: n }, newCertificate));
	const certs = people.map(person => person.cert);
	const dealt = [];
	for (const [i, { secret }] of people.entries())
		dealt.push(await deal(uuid, certs, threshold, i + 1, secret));
	await onDeal(dealt, people);
	const coefexps = dealt.map(d => d.coefexps);
	const keys = [];
	for (const [i, { secret }] of people.entries())
		keys.push(await receive(uuid, certs, threshold, i + 1, secret, coefexps,
			dealt.map(d => d.shares[i])));
	return {
		threshold, certs, coefexps, shares: dealt.map(d => d.shares),
		keys: keys.map(k => k.key), secrets: keys.map(k => k.secret),
	};
}

export function electionText({ uuid, y, names, name, policy }) {
	return JSON.stringify({
		version: 1,
		description: policy ? `Phiếu kín.\npolicy ${JSON.stringify(policy)}` : 'Phiếu kín.',
		name, group: 'BELENIOS-2048', public_key: String(y),
		questions: names.map(question => ({ answers: ANSWERS, min: 0, max: 1, question })),
		uuid,
	});
}

export const names = n => Array.from({ length: n }, (_, i) => `Ứng viên số ${i + 1}`);

/** Prepare an election: keys, credentials, frozen texts. */
export async function prepare({ members, candidates, policy, threshold = 2, trustees = 3,
	uuid = newUuid(), name = 'Hội đồng thi đua', single }) {
	const server = single ?? await newSingle();
	const shared = await ceremony(uuid, threshold, trustees);
	const trusteeText = trusteesText(server.key, threshold, shared.certs, shared.coefexps,
		shared.keys);
	const { y } = await readTrustees(trusteeText);
	const codes = Array.from({ length: members }, newCode);
	const voters = [];
	for (const code of codes)
		voters.push({ code, ...await fromCode(code, uuid) });
	const text = electionText({ uuid, y, names: candidates, name, policy });
	return {
		uuid, text, trusteeText, server, shared, voters,
		credentialText: JSON.stringify(voters.map(v => v.credential)),
		election: await readElection(text), trustees: await readTrustees(trusteeText),
	};
}

/** What everyone votes: a repeatable mixture of for, against and neither. */
export function mixedChoices(voter, candidates) {
	return Array.from({ length: candidates }, (_, i) => [YES, YES, NO, NONE][(voter * 7 + i * 3) % 4]);
}

/** The plain count of choices, as the test keeps it. */
export function plainCount(all) {
	return all[0].map((_, i) => [0, 1].map(j => all.reduce((sum, c) => sum + c[i][j], 0)));
}

/** Owners who decrypt, 1 the server: their secrets. */
export function secretOf(prepared, owner) {
	return owner === 1 ? prepared.server.secret : prepared.shared.secrets[owner - 2];
}

/**
 * A whole honest election in JavaScript. `until` stops early: 'Setup', 'Ballot', 'EndBallots',
 * 'EncryptedTally', 'PartialDecryption' or 'Result'.
 */
export async function elect(prepared, choices, { owners = [2, 3, 1], until = 'Result' } = {}) {
	const { election } = prepared;
	const w = new ArchiveWriter(1795410504);
	const done = extra => ({ prepared, bytes: w.bytes(), head: w.head, ...extra });
	await w.setup(prepared.text, prepared.trusteeText, prepared.credentialText);
	if (until === 'Setup')
		return done();
	const ballots = [];
	for (const [i, choice] of choices.entries()) {
		ballots.push(await makeBallot(election, prepared.voters[i].secret, choice));
		await w.append('Ballot', ballots.at(-1).text);
	}
	if (until === 'Ballot')
		return done({ ballots });
	await w.append('EndBallots');
	if (until === 'EndBallots')
		return done({ ballots });
	const read = [];
	for (const { text } of ballots)
		read.push(await readBallot(election, text, false));
	const sums = multiplyBallots(election, read);
	await w.tally(ballots.length, tallyText(election, sums));
	if (until === 'EncryptedTally')
		return done({ ballots, sums });
	const parts = new Map();
	const partials = [];
	for (const owner of owners) {
		const text = await decryptTally(election, sums, secretOf(prepared, owner));
		partials.push({ owner, text });
		await w.partial(owner, text);
		parts.set(owner, await readDecryption(election, sums, prepared.trustees.keys[owner - 1], text));
	}
	if (until === 'PartialDecryption')
		return done({ ballots, sums, partials });
	const result = combine(election, sums, prepared.trustees, parts, ballots.length);
	await w.append('Result', JSON.stringify({ result }));
	return done({ ballots, sums, partials, result });
}
