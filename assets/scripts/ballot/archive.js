// The .bel archive: written, and read strictly (specification 4.4).
import { fields, hashHex, parseCanonical, utf8 } from './hash.js';

const BLOCK = 512;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const DATA = {
	Setup: 4, Ballot: 1, EndBallots: 0, EncryptedTally: 2, PartialDecryption: 2, Result: 1,
};
/** Which events may stand before each: S B* E T P* R. */
const AFTER = {
	Setup: [undefined],
	Ballot: ['Setup', 'Ballot'],
	EndBallots: ['Setup', 'Ballot'],
	EncryptedTally: ['EndBallots'],
	PartialDecryption: ['EncryptedTally', 'PartialDecryption'],
	Result: ['PartialDecryption'],
};

function header(name, size, timestamp) {
	const octal = (n, digits) => n.toString(8).padStart(digits, '0');
	const block = new Uint8Array(BLOCK);
	const put = (text, at) => block.set(utf8(text), at);
	put(name, 0);
	put('0000644', 100);
	put('0000000', 108);
	put('0000000', 116);
	put(octal(size, 11), 124);
	put(octal(timestamp, 11), 136);
	put('        ', 148);
	put('0', 156);
	const sum = block.reduce((a, b) => a + b, 0);
	put(octal(sum, 6) + '\0 ', 148);
	return block;
}

function entry(name, text, timestamp) {
	const body = utf8(text);
	const out = new Uint8Array(BLOCK + Math.ceil(body.length / BLOCK) * BLOCK);
	out.set(header(name, body.length, timestamp));
	out.set(body, BLOCK);
	return out;
}

/** An archive being written. bytes() is the file so far, head the hash of the last event. */
export class ArchiveWriter {
	constructor(timestamp) {
		this.timestamp = timestamp;
		this.height = 0;
		this.head = '';
		this.chunks = [entry('BELENIOS', JSON.stringify(
			{ version: 1, timestamp: String(timestamp) }), timestamp)];
	}

	/** Append an event with its data; the last of them is its payload. Returns the head. */
	async append(type, ...data) {
		let payload;
		for (const text of data) {
			payload = await hashHex(text);
			this.chunks.push(entry(`${payload}.data.json`, text, this.timestamp));
		}
		const event = JSON.stringify({
			...this.head === '' ? {} : { parent: this.head },
			height: this.height++, type,
			...payload === undefined ? {} : { payload },
		});
		this.head = await hashHex(event);
		this.chunks.push(entry(`${this.head}.event.json`, event, this.timestamp));
		return this.head;
	}

	async setup(election, trustees, credentials) {
		return this.append('Setup', election, trustees, credentials, JSON.stringify({
			election: await hashHex(election), trustees: await hashHex(trustees),
			credentials: await hashHex(credentials),
		}));
	}

	async tally(n, text) {
		return this.append('EncryptedTally', text, JSON.stringify({
			num_tallied: n, total_weight: n, encrypted_tally: await hashHex(text),
		}));
	}

	async partial(owner, text) {
		return this.append('PartialDecryption', text, JSON.stringify({
			owner, payload: await hashHex(text),
		}));
	}

	bytes() {
		const out = new Uint8Array(this.chunks.reduce((n, c) => n + c.length, 0));
		let at = 0;
		for (const chunk of this.chunks) {
			out.set(chunk, at);
			at += chunk.length;
		}
		return out;
	}
}

/** All entries {name, text} of an archive, every header byte for byte as we would write it. */
function* entries(bytes) {
	let timestamp;
	for (let at = 0, n = 1; at < bytes.length; n++) {
		const block = bytes.subarray(at, at + BLOCK);
		const text = String.fromCharCode(...block);
		const octal = from => parseInt(text.slice(from, from + 11), 8);
		const name = text.slice(0, text.indexOf('\0'));
		const size = octal(124);
		timestamp ??= octal(136);
		const expected = Number.isInteger(size) && Number.isInteger(timestamp) && name.length < 100
			? header(name, size, timestamp) : [];
		const end = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK;
		if (block.length !== BLOCK || block.some((b, i) => b !== expected[i]) || end > bytes.length ||
		    bytes.subarray(at + BLOCK + size, end).some(b => b !== 0))
			throw new Error(`entry ${n} of the archive is damaged`);
		yield { name, timestamp, text: decoder.decode(bytes.subarray(at + BLOCK, at + BLOCK + size)) };
		at = end;
	}
}

/**
 * Read the structure of an archive: hashes, chain, heights, order, and that the payloads refer to
 * the data before them. Returns the events {type, hash, data} in order.
 */
export async function readArchive(bytes) {
	const events = [];
	let pending = [];
	let first = true;
	for (const { name, timestamp, text } of entries(bytes)) {
		if (first) {
			if (name !== 'BELENIOS' ||
			    text !== JSON.stringify({ version: 1, timestamp: String(timestamp) }))
				throw new Error('not an archive of version 1');
			first = false;
			continue;
		}
		const hash = await hashHex(text);
		if (name === `${hash}.data.json`) {
			pending.push({ hash, text });
			continue;
		}
		if (name !== `${hash}.event.json`)
			throw new Error('a name is not the hash of its bytes');
		const event = parseCanonical(text);
		const last = events.at(-1);
		const { type } = event;
		if (!Object.hasOwn(DATA, type) || !AFTER[type].includes(last?.type))
			throw new Error(`event ${type} may not stand here`);
		fields(event, `${last ? 'parent ' : ''}height type${DATA[type] ? ' payload' : ''}`);
		if (event.height !== events.length || event.parent !== last?.hash ||
		    pending.length !== DATA[type] || event.payload !== pending.at(-1)?.hash)
			throw new Error('an event does not follow from the one before it');
		checkReferences(type, pending);
		events.push({ type, hash, data: pending.map(d => d.text) });
		pending = [];
	}
	if (pending.length > 0 || events.length === 0)
		throw new Error('the archive is cut off');
	return events;
}

function checkReferences(type, data) {
	const body = data.length > 1 ? parseCanonical(data.at(-1).text) : {};
	const hashes = { Setup: ['election', 'trustees', 'credentials'],
		EncryptedTally: ['encrypted_tally'], PartialDecryption: ['payload'] }[type] ?? [];
	if (hashes.some((key, i) => body[key] !== data[i].hash))
		throw new Error('a payload refers to other data than those before it');
}
