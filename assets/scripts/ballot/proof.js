// The proofs of the protocol, made and checked (specification 4.5, 4.12, 4.14, 4.18).
import {
	generator, mod, parseScalar, product, q, randomScalar,
} from './group.js';
import { challenge, fields, list } from './hash.js';

const pair = (c, t) => ({ challenge: String(c), response: String(t) });

function readPair(proof) {
	fields(proof, 'challenge response');
	return [parseScalar(proof.challenge), parseScalar(proof.response)];
}

/** Knowledge of the secret x of g^x: c = H(prefix, g^w), t = w - x c. */
export async function schnorr(prefix, x) {
	const w = randomScalar();
	const c = await challenge(prefix, generator().pow(w));
	return pair(c, mod(w - x * c));
}

/** Throws unless proof shows knowledge of log_g X. */
export async function checkSchnorr(prefix, X, proof) {
	const [c, t] = readPair(proof);
	if (await challenge(prefix, product([[generator(), t], [X, c]])) !== c)
		throw new Error('a signature or proof of knowledge does not hold');
}

/**
 * (alpha, beta) = (g^r, y^r g^M[i]) encrypts one of the numbers M, without saying which.
 *
 * Whoever makes the proof knows r and the number, so every power is of g or y, whose powers are
 * kept in tables: alpha^c = g^(rc) and (beta / g^M[j])^c = y^(rc) g^((M[i] - M[j])c).
 */
export async function intervalProof(S, y, alpha, beta, r, M, i) {
	const g = generator();
	const w = randomScalar();
	const parts = [];
	const commitments = [];
	let sum = 0n;
	for (let j = 0; j < M.length; j++) {
		if (j === i) {
			commitments.push(g.pow(w), y.pow(w));
			parts.push(null);
			continue;
		}
		const c = randomScalar();
		const t = randomScalar();
		const e = mod(t + r * c);
		commitments.push(g.pow(e), product([[y, e], [g, mod(BigInt(M[i] - M[j]) * c)]]));
		parts.push(pair(c, t));
		sum += c;
	}
	const c = mod(await challenge(`prove|${S}|${alpha},${beta}|`, ...commitments) - sum);
	parts[i] = pair(c, mod(w - r * c));
	return parts;
}

/** Throws unless proof shows that (alpha, beta) encrypts one of the numbers M under y. */
export async function checkIntervalProof(S, y, alpha, beta, M, proof) {
	const g = generator();
	const commitments = [];
	let sum = 0n;
	list(proof, M.length).forEach((part, j) => {
		const [c, t] = readPair(part);
		commitments.push(product([[g, t], [alpha, c]]),
			product([[y, t], [beta, c], [g, mod(-BigInt(M[j]) * c)]]));
		sum += c;
	});
	if (await challenge(`prove|${S}|${alpha},${beta}|`, ...commitments) !== sum % q)
		throw new Error('a proof of a choice does not hold');
}

/** alpha^x with a proof that x is the secret of X = g^x. prefix is "decrypt|phi|X|". */
export async function decryptionProof(prefix, x, alpha) {
	const w = randomScalar();
	const c = await challenge(prefix, generator().pow(w), product([[alpha, w]]));
	return { factor: product([[alpha, x]]), proof: pair(c, mod(w - x * c)) };
}

export async function checkDecryptionProof(prefix, X, alpha, factor, proof) {
	const [c, t] = readPair(proof);
	if (await challenge(prefix, product([[generator(), t], [X, c]]),
		product([[alpha, t], [factor, c]])) !== c)
		throw new Error('a proof of decryption does not hold');
}
