// A session as in the product: C keeps the server's side, JavaScript plays members and trustees.
import { makeBallot, readElection } from '../../../assets/scripts/ballot/ballot.js';
import { fromCode, newCode, newUuid, signNote }
	from '../../../assets/scripts/ballot/credential.js';
import { decryptArchive } from '../../../assets/scripts/ballot/audit.js';
import { readFileSync } from 'node:fs';
import { ceremony, electionText } from './council.mjs';
import { Clerk } from './programs.mjs';

const raw = value => JSON.stringify(value);

/** Ceremony, roll call and opening; every message goes through the C checks. */
export async function openSession({ members, candidates, policy, name = 'Hội đồng thi đua',
	threshold = 2, trustees = 3 }) {
	const clerk = new Clerk();
	const uuid = newUuid();
	await clerk.must('ceremony', { uuid, k: threshold, n: trustees });
	const shared = await ceremony(uuid, threshold, trustees);
	for (let i = 1; i <= trustees; i++)
		await clerk.must('message', { kind: 'cert', from: i, raw: raw(shared.certs[i - 1]) });
	for (let i = 1; i <= trustees; i++) {
		await clerk.must('message', { kind: 'coefexps', from: i, raw: raw(shared.coefexps[i - 1]) });
		for (let j = 1; j <= trustees; j++)
			await clerk.must('message', { kind: 'share', from: i, to: j,
				raw: raw(shared.shares[i - 1][j - 1]) });
	}
	for (let i = 1; i <= trustees; i++)
		await clerk.must('message', { kind: 'key', from: i, raw: raw(shared.keys[i - 1]) });
	const { y } = await clerk.must('trustees');

	const voters = [];
	for (let i = 0; i < members; i++) {
		const code = newCode();
		const voter = { code, ...await fromCode(code, uuid) };
		const note = `register|${uuid}|${i + 1}`;
		await clerk.must('note', { credential: voter.credential, note,
			proof: raw(await signNote(note, voter.secret)) });
		voters.push(voter);
	}
	const text = electionText({ uuid, y, names: candidates, name, policy });
	const { head, fingerprint } = await clerk.must('open', { election: text, timestamp: 1795410504,
		credentials: raw(voters.map(v => v.credential)) });
	const election = await readElection(text);
	return { clerk, uuid, shared, voters, text, election, fingerprint, setupHead: head };
}

/** Everyone votes as choices say, by JavaScript; returns the trackers. */
export async function vote(session, choices) {
	const trackers = [];
	for (const [i, choice] of choices.entries()) {
		const { text } = await makeBallot(session.election, session.voters[i].secret, choice);
		trackers.push((await session.clerk.must('cast', { ballot: text })).tracker);
	}
	return trackers;
}

/** Close, let trustees (numbers inside the ceremony) decrypt, the server last, and count. */
export async function closeAndCount(session, path, trustees, ballots) {
	const { clerk } = session;
	const { head } = await clerk.must('close');
	for (const trustee of trustees) {
		await clerk.must('save', { path });
		const text = await decryptArchive(new Uint8Array(readFileSync(path)),
			session.shared.secrets[trustee - 1],
			{ setupHead: session.setupHead, tallyHead: head, ballots, minBallots: 1 });
		await clerk.must('partial', { owner: trustee + 1, raw: text });
	}
	await clerk.must('partial', { owner: 1 });
	const { text } = await clerk.must('result');
	await clerk.must('save', { path });
	clerk.done();
	return JSON.parse(text).result;
}
