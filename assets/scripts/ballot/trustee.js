// The key holders: the ceremony k of n, and the checks of its messages (specification 4.6, 4.7).
import {
	generator, mod, NAME, p, parseKey, parseElement, parseScalar, product,
	randomScalar,
} from './group.js';
import { fields, fromHex, list, parseCanonical, sha256, toHex, utf8 } from './hash.js';
import { checkSchnorr, schnorr } from './proof.js';

async function sign(message, sk) {
	return { message, signature: await schnorr(`sigmsg|${message}|`, sk) };
}

/** The parsed message of a signed one, after checking the signature under key. */
async function open(signed, key) {
	fields(signed, 'message signature');
	await checkSchnorr(`sigmsg|${signed.message}|`, key, signed.signature);
	return parseCanonical(signed.message);
}

async function publicKey(x) {
	const X = generator().pow(x);
	return { pok: await schnorr(`pok|${NAME}|${X}|`, x), public_key: String(X) };
}

async function readPublicKey(doc) {
	fields(doc, 'pok public_key');
	const X = parseKey(doc.public_key);
	await checkSchnorr(`pok|${NAME}|${X}|`, X, doc.pok);
	return X;
}

/** A key that is always needed; in the product the C server makes its own. */
export async function newSingle() {
	const x = randomScalar();
	return { secret: x, key: await publicKey(x) };
}

/** Round 1: two private keys of this trustee for the ceremony, and the certificate to publish. */
export async function newCertificate() {
	const [sk, dk] = [randomScalar(), randomScalar()];
	const message = JSON.stringify({
		verification: String(generator().pow(sk)), encryption: String(generator().pow(dk)),
	});
	return { secret: { sk, dk }, cert: await sign(message, sk) };
}

export async function readCertificate(cert) {
	const body = fields(parseCanonical(fields(cert, 'message signature').message),
		'verification encryption');
	const verification = parseKey(body.verification);
	await open(cert, verification);
	return { verification, encryption: parseKey(body.encryption) };
}

async function readCertificates(certs) {
	const keys = await Promise.all(list(certs).map(readCertificate));
	for (const name of ['verification', 'encryption'])
		if (new Set(keys.map(key => key[name])).size !== keys.length)
			throw new Error('two certificates are one');
	return keys;
}

/** f(x) of a polynomial given by its coefficients. */
function evaluate(coefficients, x) {
	return coefficients.reduceRight((sum, a) => mod(sum * BigInt(x) + a), 0n);
}

/** prod A_k^(j^k): g^f(j) from the published coefficients. */
function evaluateInExponent(coefexps, j) {
	return product(coefexps.map((A, k) => [A, mod(BigInt(j) ** BigInt(k))]));
}

async function shareKey(uuid, from, to, alpha, common) {
	const bytes = await sha256(`share|${uuid}|${from}|${to}|${alpha}|${common}`);
	return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * Round 2 of trustee me (1-based): a random polynomial, published in the exponent, and one sealed
 * share for each trustee. Every certificate is checked first, and that ours is among them.
 */
export async function deal(uuid, certs, threshold, me, secret) {
	const keys = await readCertificates(certs);
	if (keys[me - 1].verification !== generator().pow(secret.sk) ||
	    keys[me - 1].encryption !== generator().pow(secret.dk))
		throw new Error('this is not the certificate we made');
	const polynomial = Array.from({ length: threshold }, randomScalar);
	const coefexps = await sign(JSON.stringify({
		coefexps: polynomial.map(a => String(generator().pow(a))),
	}), secret.sk);
	const shares = [];
	for (const [at, { encryption }] of keys.entries()) {
		const to = at + 1;
		const r = randomScalar();
		const alpha = generator().pow(r);
		const key = await shareKey(uuid, me, to, alpha, product([[encryption, r]]));
		const iv = crypto.getRandomValues(new Uint8Array(12));
		const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key,
			utf8(String(evaluate(polynomial, to))));
		shares.push(await sign(JSON.stringify({
			uuid, from: me, to, alpha: String(alpha), iv: toHex(iv),
			data: toHex(new Uint8Array(data)),
		}), secret.sk));
	}
	return { coefexps, shares };
}

async function readCoefexps(signed, key, threshold) {
	const body = fields(await open(signed, key), 'coefexps');
	return list(body.coefexps, threshold).map(parseElement);
}

async function openShare(uuid, signed, key, from, to, dk) {
	const m = fields(await open(signed, key), 'uuid from to alpha iv data');
	if (m.uuid !== uuid || m.from !== from || m.to !== to)
		throw new Error('a share for somebody else');
	const alpha = parseKey(m.alpha);
	const aes = await shareKey(uuid, from, to, alpha, product([[alpha, dk]]));
	const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromHex(m.iv) }, aes,
		fromHex(m.data));
	return parseScalar(new TextDecoder().decode(plain));
}

/** What a trustee whose message is wrong is called by. */
export class Culprit extends Error {
	constructor(trustee, reason) {
		super(`trustee ${trustee}: ${reason}`);
		this.trustee = trustee;
	}
}

/**
 * Round 3 of trustee me: open and check the share of every trustee, add them up to the decryption
 * key, publish its verification key. Throws Culprit naming the trustee whose message is wrong.
 */
export async function receive(uuid, certs, threshold, me, secret, coefexps, shares) {
	const keys = await readCertificates(certs);
	let x = 0n;
	for (const [at, { verification }] of keys.entries()) {
		const from = at + 1;
		try {
			const A = await readCoefexps(coefexps[at], verification, threshold);
			const share = await openShare(uuid, shares[at], verification, from, me, secret.dk);
			if (generator().pow(share) !== evaluateInExponent(A, me))
				throw new Error('the share does not match the published coefficients');
			x = mod(x + share);
		} catch (error) {
			throw new Culprit(from, error.message);
		}
	}
	return { secret: x, key: await publicKey(x) };
}

/** The trustees structure of an election: the server's key, then the ceremony. */
export function trusteesText(single, threshold, certs, coefexps, keys) {
	return JSON.stringify([['Single', single],
		['Pedersen', { threshold, certs, coefexps, verification_keys: keys }]]);
}

/**
 * Check a trustees structure completely. Returns the combined key y, the public key of each owner
 * (index 0 is owner 1), and the items {threshold, owners, certs}.
 */
export async function readTrustees(text) {
	const keys = [];
	const items = [];
	let y = 1n;
	for (const [kind, body] of list(parseCanonical(text))) {
		if (kind === 'Single') {
			keys.push(await readPublicKey(body));
			items.push({ threshold: 1, owners: [keys.length], certs: [] });
			y = y * keys.at(-1) % p;
			continue;
		}
		if (kind !== 'Pedersen')
			throw new Error('trustees of an unknown kind');
		fields(body, 'threshold certs coefexps verification_keys');
		const { threshold, certs } = body;
		const holders = await readCertificates(certs);
		const n = holders.length;
		if (!Number.isInteger(threshold) || threshold < 1 || threshold > n)
			throw new Error('an impossible threshold');
		list(body.coefexps, n);
		const A = await Promise.all(holders.map(({ verification }, i) =>
			readCoefexps(body.coefexps[i], verification, threshold)));
		y = A.reduce((all, [A0]) => all * A0 % p, y);
		const owners = [];
		for (const [i, doc] of list(body.verification_keys, n).entries()) {
			const X = await readPublicKey(doc);
			if (X !== A.reduce((all, Ai) => all * evaluateInExponent(Ai, i + 1) % p, 1n))
				throw new Error(`verification key ${i + 1} is not that of the ceremony`);
			keys.push(X);
			owners.push(keys.length);
		}
		items.push({ threshold, owners, certs });
	}
	return { y, keys, items };
}
