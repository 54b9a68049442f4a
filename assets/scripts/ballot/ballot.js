// A sealed ballot: made by the member's page, checked by anyone (specification 4.11 to 4.15).
import {
	FixedBase, generator, mod, p, parseElement, parseKey, parseNumber, randomScalar,
} from './group.js';
import { fields, hashB64, list, parseCanonical } from './hash.js';
import { checkIntervalProof, checkSchnorr, intervalProof, schnorr } from './proof.js';

/** Whole numbers from min to max. */
const range = (min, max) => Array.from({ length: max - min + 1 }, (_, i) => min + i);
const texts = choices => choices.map(c => `${c.alpha},${c.beta}`).join(',');

/**
 * Read an election from its stored text. y is prepared for fast powers here, so this is what to do
 * while the member reads the list of candidates.
 */
export async function readElection(text) {
	const e = parseCanonical(text);
	fields(e, 'version description name group public_key questions uuid');
	if (e.version !== 1 || e.group !== 'BELENIOS-2048' || !/^[1-9A-HJ-NP-Za-km-z]{14,64}$/.test(e.uuid))
		throw new Error('an election of another kind');
	for (const question of list(e.questions)) {
		fields(question, 'answers min max question');
		list(question.answers);
	}
	generator();
	return {
		...e, text, fingerprint: await hashB64(text), y: new FixedBase(parseKey(e.public_key)),
		policy: readPolicy(e.description),
	};
}

/** The last line of a description, when it is a policy line; else null. */
export function readPolicy(description) {
	const lines = description.split('\n');
	const at = lines.findIndex(line => line.startsWith('policy '));
	if (at === -1)
		return null;
	if (at !== lines.length - 1)
		throw new Error('the policy is not the last line');
	const policy = parseCanonical(lines[at].slice(7));
	return fields(policy, 'members percent min_ballots roster_sha256');
}

/**
 * Seal a ballot. choices has for each question a list of 0 and 1, one per answer; for a candidate
 * [1,0] is for, [0,1] against, [0,0] abstention. The random numbers r live only inside this
 * function: kept, they would be a receipt for a buyer of votes. progress(done, all) is called after
 * each question. Returns the text to send and its tracker.
 */
export async function makeBallot(election, secret, choices, progress = () => {}) {
	const g = generator();
	const { y } = election;
	const credential = String(g.pow(secret));
	const S0 = `${election.fingerprint}|${credential}`;
	const answers = [];
	for (const [i, question] of election.questions.entries()) {
		const ms = choices[i];
		const total = ms.reduce((a, b) => a + b, 0);
		if (ms.length !== question.answers.length || ms.some(m => m !== 0 && m !== 1) ||
		    total < question.min || total > question.max)
			throw new Error(`question ${i + 1}: not a possible choice`);
		const sealed = [];
		const individual = [];
		let [R, A, B] = [0n, 1n, 1n];
		for (const m of ms) {
			const r = randomScalar();
			const alpha = g.pow(r);
			const beta = m === 1 ? y.pow(r) * g.value % p : y.pow(r);
			sealed.push({ alpha: String(alpha), beta: String(beta) });
			individual.push(await intervalProof(S0, y, alpha, beta, r, [0, 1], m));
			[R, A, B] = [mod(R + r), A * alpha % p, B * beta % p];
		}
		const M = range(question.min, question.max);
		answers.push({
			choices: sealed,
			individual_proofs: individual,
			overall_proof: await intervalProof(`${S0}|${texts(sealed)}`, y, A, B, R, M,
				total - question.min),
		});
		progress(i + 1, choices.length);
	}
	const ballot = {
		election_uuid: election.uuid, election_hash: election.fingerprint, credential, answers,
	};
	const hash = await hashB64(JSON.stringify(ballot));
	ballot.signature = { hash, proof: await schnorr(`sig|${hash}|`, secret) };
	const text = JSON.stringify(ballot);
	return { text, tracker: await hashB64(text) };
}

/**
 * Read a ballot: spelling, shape, election and signature; and, when proofs is true, that every number
 * is in the group and every choice proven. Throws at the first defect. Proofs take about 30 ms per
 * candidate.
 */
export async function readBallot(election, text, proofs = true) {
	const ballot = parseCanonical(text);
	fields(ballot, 'election_uuid election_hash credential answers signature');
	if (ballot.election_uuid !== election.uuid || ballot.election_hash !== election.fingerprint)
		throw new Error('a ballot of another election');
	const { signature, ...unsigned } = ballot;
	fields(signature, 'hash proof');
	if (await hashB64(JSON.stringify(unsigned)) !== signature.hash)
		throw new Error('the hash in the signature is wrong');
	await checkSchnorr(`sig|${signature.hash}|`, parseKey(ballot.credential), signature.proof);
	const S0 = `${election.fingerprint}|${ballot.credential}`;
	const choices = [];
	for (const [i, answer] of list(ballot.answers, election.questions.length).entries()) {
		const { answers, min, max } = election.questions[i];
		fields(answer, 'choices individual_proofs overall_proof');
		list(answer.individual_proofs, answers.length);
		let [A, B] = [1n, 1n];
		for (const [j, c] of list(answer.choices, answers.length).entries()) {
			fields(c, 'alpha beta');
			const read = proofs ? parseElement : parseNumber;
			const [alpha, beta] = [read(c.alpha), read(c.beta)];
			choices.push({ alpha, beta });
			[A, B] = [A * alpha % p, B * beta % p];
			if (proofs)
				await checkIntervalProof(S0, election.y, alpha, beta, [0, 1],
					answer.individual_proofs[j]);
		}
		if (proofs)
			await checkIntervalProof(`${S0}|${texts(answer.choices)}`, election.y, A, B,
				range(min, max), answer.overall_proof);
	}
	return { credential: ballot.credential, tracker: await hashB64(text), choices };
}
