// From sealed ballots to the result: product, decryption, combination, pass rule.
import {
	g, inverse, inverseScalar, generator, mod, p, parseElement, product,
} from './group.js';
import { fields, list, parseCanonical } from './hash.js';
import { checkDecryptionProof, decryptionProof } from './proof.js';

/** Cut a flat list into one list per question. */
function nest(election, flat) {
	let at = 0;
	return election.questions.map(({ answers }) => flat.slice(at, at += answers.length));
}

function flatten(election, nested) {
	return list(nested, election.questions.length)
		.flatMap((row, i) => list(row, election.questions[i].answers.length));
}

/** The product of all ballots, one ciphertext per answer (specification 4.16). */
export function multiplyBallots(election, ballots) {
	const n = election.questions.reduce((sum, { answers }) => sum + answers.length, 0);
	const sums = Array.from({ length: n }, () => ({ alpha: 1n, beta: 1n }));
	for (const { choices } of ballots)
		for (const [i, sum] of sums.entries()) {
			sum.alpha = sum.alpha * choices[i].alpha % p;
			sum.beta = sum.beta * choices[i].beta % p;
		}
	return sums;
}

export function tallyText(election, sums) {
	return JSON.stringify(nest(election, sums.map(({ alpha, beta }) =>
		({ alpha: String(alpha), beta: String(beta) }))));
}

/** A trustee's decryption of a tally with the secret x (specification 4.18), as text. */
export async function decryptTally(election, sums, x, progress = () => {}) {
	const prefix = `decrypt|${election.fingerprint}|${generator().pow(x)}|`;
	const factors = [];
	const proofs = [];
	for (const [i, { alpha }] of sums.entries()) {
		const { factor, proof } = await decryptionProof(prefix, x, alpha);
		factors.push(String(factor));
		proofs.push(proof);
		progress(i + 1, sums.length);
	}
	return JSON.stringify({
		decryption_factors: nest(election, factors), decryption_proofs: nest(election, proofs),
	});
}

/** Check the decryption of the trustee with public key X; returns its factors. */
export async function readDecryption(election, sums, X, text) {
	const doc = fields(parseCanonical(text), 'decryption_factors decryption_proofs');
	const factors = flatten(election, doc.decryption_factors).map(parseElement);
	const prefix = `decrypt|${election.fingerprint}|${X}|`;
	for (const [i, proof] of flatten(election, doc.decryption_proofs).entries())
		await checkDecryptionProof(prefix, X, sums[i].alpha, factors[i], proof);
	return factors;
}

/**
 * Combine decryptions into counts (specification 4.19). parts maps owner to factors; every Single
 * owner and threshold of each Pedersen group are needed. Throws when they do not suffice.
 */
export function combine(election, sums, trustees, parts, ballots) {
	const used = [];
	for (const item of trustees.items) {
		const have = item.owners.filter(owner => parts.has(owner)).slice(0, item.threshold);
		if (have.length < item.threshold)
			throw new Error('not enough trustees have decrypted');
		const index = owner => BigInt(item.owners.indexOf(owner) + 1);
		for (const owner of have) {
			let lambda = 1n;
			for (const other of have)
				if (other !== owner)
					lambda = mod(lambda * index(other) *
						inverseScalar(index(other) - index(owner)));
			used.push([parts.get(owner), lambda]);
		}
	}
	const counts = sums.map(({ beta }, i) => {
		const F = product(used.map(([factors, lambda]) => [factors[i], lambda]));
		const target = beta * inverse(F) % p;
		for (let m = 0, power = 1n; m <= ballots; m++, power = power * g % p)
			if (power === target)
				return m;
		throw new Error('the decryptions give no count');
	});
	return nest(election, counts);
}

/** Whether yes of all members, the absent included, reach percent. */
export function passes(yes, percent, members) {
	return 100 * yes >= percent * members;
}

/** The least number of yes that passes. */
export function needed(percent, members) {
	return Math.floor((percent * members + 99) / 100);
}
