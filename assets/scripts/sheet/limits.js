// How much a browser reads and sends: beyond it a file is refused with words, never with a page that stands still.

export const LIMITS = {
	fileBytes: 20 * 1024 * 1024, // of the workbook as chosen
	partBytes: 100 * 1024 * 1024, // of what comes out of it
	parts: 2000, // entries of the archive
	rows: 20000, // as the server
	columns: 60, // as the server
	chunkRows: 400,
	chunkBytes: 256 * 1024, // of one request; the server takes 1 MB
	rowBytes: 512 * 1024,
};

// Why a table cannot be read.  code: see words.js; detail: a number or name for the sentence.
export class SheetError extends Error {
	constructor(code, detail = '') {
		super(code);
		this.name = 'SheetError';
		this.code = code;
		this.detail = detail;
	}
}
