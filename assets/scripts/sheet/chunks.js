// Rows of a table cut into requests: each a JSON text of its own, none above the limits.

import { LIMITS, SheetError } from './limits.js';

const encoder = new TextEncoder();

// [{ from, count, json }]; rows are numbered from 1 as the sheet's own.
export function chunksOf(rows) {
	const chunks = [];
	let from = 1, texts = [], bytes = 2;
	const close = (next) => {
		if (texts.length > 0) chunks.push({ from, count: texts.length, json: `[${texts.join(',')}]` });
		from = next;
		texts = [];
		bytes = 2;
	};
	rows.forEach((row, i) => {
		const json = JSON.stringify(row);
		const size = encoder.encode(json).length + 1;
		if (size > LIMITS.rowBytes) throw new SheetError('row', i + 1);
		if (texts.length === LIMITS.chunkRows || bytes + size > LIMITS.chunkBytes) close(i + 1);
		texts.push(json);
		bytes += size;
	});
	close(0);
	return chunks;
}
