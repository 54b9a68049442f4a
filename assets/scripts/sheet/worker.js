// Reads a workbook beside the page, so that ten thousand rows do not hold it up.
//   in:  { open: File }             out: { sheets: [{ name, hidden, active, filled }] } or { error, detail }
//   in:  { read: name, seal: name } out: { total, sample: [[cell]], chunks: [{ from, count, json }], seal: {...} or null } or { error, detail }

import { chunksOf } from './chunks.js';
import { LIMITS, SheetError } from './limits.js';
import { openWorkbook, sealOf } from './workbook.js';

let workbook = null;

async function answer({ open, read, seal }) {
	if (open !== undefined) {
		if (open.size > LIMITS.fileBytes) throw new SheetError('large', Math.ceil(open.size / 1024 / 1024));
		workbook = openWorkbook(new Uint8Array(await open.arrayBuffer()));
		return { sheets: workbook.sheets };
	}
	const rows = await workbook.rows(read);
	return { total: rows.length, sample: rows.slice(0, 8), chunks: chunksOf(rows), seal: sealOf(await workbook.hidden(seal)) };
}

addEventListener('message', async ({ data }) => {
	try {
		postMessage(await answer(data));
	} catch (error) {
		postMessage(error instanceof SheetError ? { error: error.code, detail: error.detail } : { error: 'damaged', detail: '' });
	}
});
