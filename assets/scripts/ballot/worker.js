// The Web Worker: slow work beside the page, which stays responsive.
//
// A request {id, op, args} is answered by {id, result} or {id, error}, and meanwhile by any number of
// {id, progress: [done, all]}. Requests run one after another.
import { checkArchive, decryptArchive, findBallot } from './audit.js';
import { makeBallot, readBallot, readElection } from './ballot.js';
import { fromCode, newCode, signNote } from './credential.js';
import { openKey, sealKey } from './keyfile.js';
import { combine, decryptTally, multiplyBallots, readDecryption, tallyText } from './tally.js';
import { deal, newCertificate, newSingle, readTrustees, receive } from './trustee.js';

/** The election whose tables are ready; made anew only for another text. */
let current;
async function election(text) {
	if (current?.text !== text)
		current = await readElection(text);
	return current;
}

const ops = {
	/** Build the tables of an election: call it while the member reads the list. */
	prepare: async ({ text }) => ({ fingerprint: (await election(text)).fingerprint }),
	/** A new credential, or the one of a code typed on another device. */
	credential: async ({ uuid, code = newCode() }) => ({ code, ...await fromCode(code, uuid) }),
	note: ({ note, secret }) => signNote(note, secret),
	ballot: async ({ text, secret, choices }, progress) =>
		makeBallot(await election(text), secret, choices, progress),

	certificate: () => newCertificate(),
	deal: a => deal(a.uuid, a.certs, a.threshold, a.me, a.secret),
	receive: a => receive(a.uuid, a.certs, a.threshold, a.me, a.secret, a.coefexps, a.shares),
	trustees: ({ text }) => readTrustees(text),
	seal: ({ passphrase, uuid, owner, secret }) => sealKey(passphrase, uuid, owner, secret),
	open: ({ passphrase, uuid, file }) => openKey(passphrase, uuid, file),

	check: async ({ bytes, proofs, trackers = [] }, progress) => {
		const checked = await checkArchive(bytes, { proofs, progress });
		return {
			stage: checked.stage, head: checked.head, setupHead: checked.setupHead,
			tallyHead: checked.tallyHead, ballots: checked.ballots.length,
			result: checked.result, fingerprint: checked.election.fingerprint,
			found: trackers.map(tracker => findBallot(checked, tracker)),
		};
	},
	decrypt: ({ bytes, secret, expected }, progress) =>
		decryptArchive(bytes, secret, expected, { progress }),

	/* What the server does in the product; here for the rehearsal, which has none. */
	single: () => newSingle(),
	receiveBallot: async ({ text, ballot, proofs }) => readBallot(await election(text), ballot, proofs),
	tally: async ({ text, ballots }) => {
		const e = await election(text);
		return tallyText(e, multiplyBallots(e, ballots));
	},
	serverDecrypt: async ({ text, ballots, secret }) => {
		const e = await election(text);
		return decryptTally(e, multiplyBallots(e, ballots), secret);
	},
	count: async ({ text, trusteeText, ballots, partials }) => {
		const e = await election(text);
		const sums = multiplyBallots(e, ballots);
		const trustees = await readTrustees(trusteeText);
		const parts = new Map();
		for (const { owner, text: part } of partials)
			parts.set(owner, await readDecryption(e, sums, trustees.keys[owner - 1], part));
		return combine(e, sums, trustees, parts, ballots.length);
	},
};

let queue = Promise.resolve();

self.onmessage = ({ data: { id, op, args } }) => {
	queue = queue.then(async () => {
		try {
			const progress = (done, all) => self.postMessage({ id, progress: [done, all] });
			self.postMessage({ id, result: await ops[op](args, progress) });
		} catch (error) {
			self.postMessage({ id, error: { message: error.message, trustee: error.trustee } });
		}
	});
};
