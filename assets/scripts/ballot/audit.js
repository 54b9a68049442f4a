// What a page checks for its own person: the whole archive, one's own ballot, one's own decryption.
import { readArchive } from './archive.js';
import { readBallot, readElection } from './ballot.js';
import { isMember, parseKey } from './group.js';
import { fields, list, parseCanonical } from './hash.js';
import { combine, decryptTally, multiplyBallots, readDecryption, tallyText } from './tally.js';
import { readTrustees } from './trustee.js';

/**
 * Check an archive: structure, election, trustees, credentials, one ballot per credential with its
 * signature, the tally recomputed and in the group (so that decrypting it shows nothing of a key),
 * every decryption, the result. With proofs (about 30 ms per candidate and ballot) also that every
 * choice is proven; without them belcheck must have said so.
 * Throws at the first defect; returns what it found, with its own recomputed product in sums.
 */
export async function checkArchive(bytes, { proofs = true, progress = () => {} } = {}) {
	const events = await readArchive(bytes);
	const of = type => events.filter(e => e.type === type);
	const [setup] = of('Setup');
	const election = await readElection(setup.data[0]);
	const trustees = await readTrustees(setup.data[1]);
	if (trustees.y !== election.y.value)
		throw new Error('the election key is not that of the trustees');
	const credentials = list(parseCanonical(setup.data[2]));
	credentials.forEach(parseKey);
	if (new Set(credentials).size !== credentials.length)
		throw new Error('a credential is listed twice');
	const { policy } = election;
	if (policy && credentials.length > policy.members)
		throw new Error('more credentials than members');

	const waiting = new Set(credentials);
	const ballots = [];
	const cast = of('Ballot');
	for (const [i, event] of cast.entries()) {
		const ballot = await readBallot(election, event.data[0], proofs);
		if (!waiting.delete(ballot.credential))
			throw new Error(`ballot ${i + 1}: credential unknown or used before`);
		ballots.push(ballot);
		progress(i + 1, cast.length);
	}
	const sums = multiplyBallots(election, ballots);
	if (!sums.every(({ alpha, beta }) => isMember(alpha) && isMember(beta)))
		throw new Error('the tally is not in the group');

	const [tally] = of('EncryptedTally');
	if (tally) {
		const sized = fields(parseCanonical(tally.data[1]),
			'num_tallied total_weight encrypted_tally');
		if (sized.num_tallied !== ballots.length || sized.total_weight !== ballots.length)
			throw new Error('the tally counts another number of ballots');
		if (tally.data[0] !== tallyText(election, sums))
			throw new Error('the encrypted tally is not the product of the ballots');
	}
	const parts = new Map();
	for (const { data } of of('PartialDecryption')) {
		const { owner } = fields(parseCanonical(data[1]), 'owner payload');
		if (trustees.keys[owner - 1] === undefined || parts.has(owner))
			throw new Error('a decryption of nobody, or the second of one trustee');
		parts.set(owner, await readDecryption(election, sums, trustees.keys[owner - 1], data[0]));
	}
	if (policy && parts.size > 0 && ballots.length < policy.min_ballots)
		throw new Error('fewer ballots than the policy allows to decrypt');
	const [last] = of('Result');
	let result = null;
	if (last) {
		result = combine(election, sums, trustees, parts, ballots.length);
		if (last.data[0] !== JSON.stringify({ result }))
			throw new Error('the result is not what the decryptions give');
	}
	return {
		election, trustees, credentials, ballots, sums, parts, result, setupHead: setup.hash,
		tallyHead: tally?.hash, head: events.at(-1).hash, stage: events.at(-1).type,
	};
}

/** Whether the ballot with this tracker is in a checked archive. */
export function findBallot(checked, tracker) {
	return checked.ballots.some(ballot => ballot.tracker === tracker);
}

/**
 * Decrypt as the trustee with this secret, after checking the archive oneself. tallyHead must
 * be the head on the projector after closing, setupHead the one we saw at opening, the ballots as
 * many as announced and enough. What is decrypted is the product recomputed here, never one that
 * the server sends: a server that shows a single ballot gets nothing.
 */
export async function decryptArchive(bytes, secret, expected, options = {}) {
	const checked = await checkArchive(bytes, { proofs: false, ...options });
	if (checked.stage !== 'EncryptedTally' && checked.stage !== 'PartialDecryption')
		throw new Error('the vote is not closed');
	if (checked.setupHead !== expected.setupHead)
		throw new Error('this is not the election that was opened');
	if (checked.tallyHead !== expected.tallyHead)
		throw new Error('the closed vote is not the one announced');
	if (checked.ballots.length !== expected.ballots)
		throw new Error('the number of ballots is not the one announced');
	if (checked.ballots.length < (checked.election.policy?.min_ballots ?? expected.minBallots))
		throw new Error('too few ballots: decrypting them would show single votes');
	return decryptTally(checked.election, checked.sums, secret, options.progress);
}
