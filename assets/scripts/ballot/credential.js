// A member's credential: fifteen characters on paper, from which everything follows.
import { bytesToInt, generator, mod } from './group.js';
import { utf8 } from './hash.js';
import { schnorr } from './proof.js';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** A random identifier of an election, 14 Base58 characters. */
export function newUuid() {
	return randomText(14);
}

function randomText(n) {
	let text = '';
	while (text.length < n) {
		const [b] = crypto.getRandomValues(new Uint8Array(1));
		if (b < 232)		// 4 * 58: every character equally likely
			text += BASE58[b % 58];
	}
	return text;
}

function checkDigit(text) {
	let value = 0;
	for (const ch of text)
		value = (value * 58 + BASE58.indexOf(ch)) % 53;
	return BASE58[53 - value];
}

/** A new recovery code XXX-XXX-XXX-XXX-XXX (specification 4.8). */
export function newCode() {
	const text = randomText(14);
	return (text + checkDigit(text)).match(/.../g).join('-');
}

/**
 * Read a code as a person types it, dashes and blanks optional. Returns the form with dashes, or
 * null when a character is wrong or the check character says that it was mistyped.
 */
export function parseCode(typed) {
	const text = typed.replace(/[-\s]/g, '');
	if (!/^[1-9A-HJ-NP-Za-km-z]{15}$/.test(text) || checkDigit(text.slice(0, 14)) !== text[14])
		return null;
	return text.match(/.../g).join('-');
}

/** The secret s of a code in the election uuid, and the public credential g^s. */
export async function fromCode(code, uuid) {
	const key = await crypto.subtle.importKey('raw', utf8(code), 'PBKDF2', false, ['deriveBits']);
	const bits = await crypto.subtle.deriveBits(
		{ name: 'PBKDF2', hash: 'SHA-256', salt: utf8(uuid), iterations: 1000 }, key, 256);
	const secret = mod(bytesToInt(new Uint8Array(bits)));
	return { secret, credential: String(generator().pow(secret)) };
}

/** Sign a note, "register|uuid|member" or "seen|uuid|head", with the credential's secret. */
export function signNote(note, secret) {
	return schnorr(`sigmsg|${note}|`, secret);
}
