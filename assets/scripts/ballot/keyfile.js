// A trustee's key in a file: sealed with a passphrase, opened again before it is relied on.
import { parseScalar } from './group.js';
import { fields, fromHex, parseCanonical, toHex, utf8 } from './hash.js';

const ITERATIONS = 600000;

async function fileKey(passphrase, salt) {
	const key = await crypto.subtle.importKey('raw', utf8(passphrase.normalize('NFC')), 'PBKDF2',
		false, ['deriveKey']);
	return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS },
		key, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** The text of a key file: AES-256-GCM under PBKDF2-HMAC-SHA256 of the passphrase. */
export async function sealKey(passphrase, uuid, owner, secret) {
	const salt = crypto.getRandomValues(new Uint8Array(16));
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(uuid) },
		await fileKey(passphrase, salt), utf8(JSON.stringify({ owner, secret: String(secret) })));
	return JSON.stringify({
		kind: 'vinh-danh trustee key', uuid, iterations: ITERATIONS, salt: toHex(salt),
		iv: toHex(iv), data: toHex(new Uint8Array(data)),
	});
}

/** Open a key file of the election uuid; throws when passphrase, file or election is wrong. */
export async function openKey(passphrase, uuid, text) {
	const file = fields(parseCanonical(text.trim()), 'kind uuid iterations salt iv data');
	if (file.uuid !== uuid || file.iterations !== ITERATIONS)
		throw new Error('a key of another election');
	const plain = await crypto.subtle.decrypt(
		{ name: 'AES-GCM', iv: fromHex(file.iv), additionalData: utf8(uuid) },
		await fileKey(passphrase, fromHex(file.salt)), fromHex(file.data));
	const { owner, secret } = fields(parseCanonical(new TextDecoder().decode(plain)),
		'owner secret');
	return { owner, secret: parseScalar(secret) };
}
