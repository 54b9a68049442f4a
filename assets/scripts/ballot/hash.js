// Hashes and JSON of the protocol: challenges modulo q, fingerprints, canonical text.
import { bytesToInt, mod } from './group.js';

const encoder = new TextEncoder();

export function utf8(text) {
	return encoder.encode(text);
}

/** SHA-256 of text or bytes, as bytes. */
export async function sha256(data) {
	const bytes = typeof data === 'string' ? utf8(data) : data;
	return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** Lower-case hex of SHA-256: names data and events of the archive. */
export async function hashHex(data) {
	return toHex(await sha256(data));
}

/** Base64 of SHA-256 without padding: fingerprint of an election, tracker of a ballot. */
export async function hashB64(data) {
	return btoa(String.fromCharCode(...await sha256(data))).replace('=', '');
}

/** H(prefix, e1, ..., en): the challenge of every proof. */
export async function challenge(prefix, ...elements) {
	return mod(bytesToInt(await sha256(prefix + elements.join(','))));
}

export function toHex(bytes) {
	return Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
}

export function fromHex(text) {
	if (!/^([0-9a-f]{2})*$/.test(text))
		throw new Error('not hexadecimal');
	return Uint8Array.from(text.match(/../g) ?? [], h => parseInt(h, 16));
}

/** Parse text that must be the one canonical spelling of its JSON. */
export function parseCanonical(text) {
	const value = JSON.parse(text);
	if (JSON.stringify(value) !== text)
		throw new Error('not canonical JSON');
	return value;
}

/** Require exactly these space-separated fields, in this order. */
export function fields(value, names) {
	if (value === null || typeof value !== 'object' || Array.isArray(value) ||
	    Object.keys(value).join(' ') !== names)
		throw new Error(`fields are not: ${names}`);
	return value;
}

/** Require an array, of n things when n is given. */
export function list(value, n) {
	if (!Array.isArray(value) || (n !== undefined && value.length !== n))
		throw new Error('not a list of the right length');
	return value;
}
