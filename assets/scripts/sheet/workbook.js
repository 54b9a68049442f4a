// Reading .xlsx: values by read-excel-file, what it leaves out (formulas, hidden sheets) by a pass of our own.
//
// The library gets an archive of the parts that were unpacked here within our limits, stored and not compressed:
// so a bomb never reaches it, and it has nothing to unpack in threads that our security policy forbids.

import { unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { Parser } from 'saxen';

import { LIMITS, SheetError } from './limits.js';

const text = (bytes) => new TextDecoder().decode(bytes);
const local = (name) => name.slice(name.indexOf(':') + 1);

function includes(bytes, pattern) {
	const first = pattern.charCodeAt(0);
	for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
		let i = 1;
		// UTF-16: each letter and a zero
		while (i < pattern.length && bytes[at + 2 * i] === pattern.charCodeAt(i)) i++;
		if (i === pattern.length) return true;
	}
	return false;
}

// What the first bytes say about a file that is no workbook of ours.
function refuse(bytes) {
	const begins = (...values) => values.every((value, i) => bytes[i] === value);
	if (bytes.length === 0) throw new SheetError('empty');
	if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new SheetError(includes(bytes, 'EncryptedPackage') ? 'encrypted' : 'old');
	if (!begins(0x50, 0x4b, 0x03, 0x04)) throw new SheetError('foreign');
}

function unpack(bytes) {
	let total = 0, count = 0, names = [], parts;
	try {
		parts = unzipSync(bytes, { filter: ({ name, originalSize }) => {
			names.push(name);
			if (++count > LIMITS.parts) throw new SheetError('bomb');
			if (!/\.(xml|rels)$/.test(name) || name.startsWith('xl/drawings/') || name.startsWith('xl/pivot')) return false;
			total += originalSize;
			if (total > LIMITS.partBytes) throw new SheetError('bomb');
			return true;
		} });
	} catch (error) {
		throw error instanceof SheetError ? error : new SheetError('damaged');
	}
	if (parts['xl/workbook.xml'] === undefined) {
		if (names.includes('xl/workbook.bin')) throw new SheetError('binary');
		if (names.includes('content.xml')) throw new SheetError('ods');
		throw new SheetError('foreign');
	}
	return parts;
}

function parse(xml, hooks) {
	const parser = new Parser();
	parser.on('error', (error) => { throw error; });
	for (const [event, hook] of Object.entries(hooks)) parser.on(event, hook);
	parser.parse(xml);
}

// [{ name, hidden, active, path }] in their order; sheets of charts are left out.
function sheetsOf(parts) {
	const targets = new Map(), sheets = [];
	let active = 0, index = -1;
	parse(text(parts['xl/_rels/workbook.xml.rels'] ?? new Uint8Array()), {
		openTag(name, attributes, decode) {
			if (local(name) !== 'Relationship') return;
			const { Id, Target, Type } = attributes();
			if (!/\/worksheet$/.test(Type ?? '')) return;
			const target = decode(Target ?? '');
			targets.set(Id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
		},
	});
	parse(text(parts['xl/workbook.xml']), {
		openTag(name, attributes, decode) {
			if (local(name) === 'workbookView') active = Number(attributes().activeTab ?? 0);
			if (local(name) !== 'sheet') return;
			const values = attributes();
			index++;
			const relation = Object.entries(values).find(([key]) => /(^|:)id$/.test(key))?.[1];
			const path = targets.get(relation);
			if (path !== undefined && parts[path] !== undefined && values.name)
				sheets.push({ name: decode(values.name), hidden: (values.state ?? 'visible') !== 'visible', active: index === active, path });
		},
	});
	return sheets;
}

// "AB12" -> [12, 28]
function address(reference) {
	const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '');
	if (match === null) return null;
	let column = 0;
	for (const letter of match[1]) column = column * 26 + letter.charCodeAt(0) - 64;
	return [Number(match[2]), column];
}

// Formulas of a sheet by "row:column", and how far its content reaches.
export function scan(xml) {
	const formulas = new Map(), shared = new Map();
	let rows = 0, columns = 0, filled = 0, lastFilled = 0, row = 0, column = 0, cell = null;
	let inFormula = false, inValue = false;
	const content = () => {
		rows = Math.max(rows, cell.row);
		columns = Math.max(columns, cell.column);
		if (cell.row !== lastFilled) { filled++; lastFilled = cell.row; }
	};
	parse(xml, {
		openTag(name, attributes, _decode, selfClosing) {
			switch (local(name)) {
			case 'row':
				row = Number(attributes().r ?? row + 1);
				column = 0;
				break;
			case 'c': {
				const [r, c] = address(attributes().r) ?? [row, column + 1];
				column = c;
				cell = { row: r, column: c, formula: null };
				break;
			}
			case 'f':
				if (cell === null) break;
				cell.formula = { text: '', index: attributes().si };
				inFormula = !selfClosing;
				break;
			case 'v':
			case 't':
				inValue = !selfClosing;
				break;
			}
		},
		text(value, decode) {
			if (cell === null) return;
			if (inFormula) cell.formula.text += decode(value);
			else if (inValue && value.trim() !== '') content();
		},
		cdata(value) {
			if (cell === null) return;
			if (inFormula) cell.formula.text += value;
			else if (inValue && value.trim() !== '') content();
		},
		closeTag(name) {
			switch (local(name)) {
			case 'f': inFormula = false; break;
			case 'v': case 't': inValue = false; break;
			case 'c':
				if (cell?.formula) {
					const { text: own, index } = cell.formula;
					if (own !== '' && index !== undefined) shared.set(index, own);
					formulas.set(`${cell.row}:${cell.column}`, own !== '' ? own : shared.get(index) ?? '');
					content();
				}
				cell = null;
				break;
			}
		},
	});
	return { formulas, rows, columns, filled };
}

const pad = (n, width = 2) => String(n).padStart(width, '0');

// A value of the library as the server takes it.
export function cellOf(value) {
	if (value === undefined || value === null || value === '') return null;
	if (value instanceof Date) {
		// The library counts in UTC; a time of day alone has no date.
		const [y, m, d] = [value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()];
		if (Number.isNaN(y)) return null;
		if (y < 1900) return `${pad(value.getUTCHours())}:${pad(value.getUTCMinutes())}`;
		return { d: `${pad(y, 4)}-${pad(m)}-${pad(d)}` };
	}
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	return value;
}

const trimmed = (row) => {
	let n = row.length;
	while (n > 0 && row[n - 1] === null) n--;
	return n === row.length ? row : row.slice(0, n);
};

// The hidden sheet of a workbook this office made: names in column A, values in B, from the fourth row on row keys.
export function sealOf(rows) {
	const [[, dossier] = [], [, checksum] = [], [, count] = [], ...keys] = rows;
	if (rows[0]?.[0] !== 'dossier' || rows[1]?.[0] !== 'checksum') return null;
	return { dossier: Number(dossier), checksum: String(checksum ?? ''), keys: keys.slice(0, Number(count) || 0).map((row) => String(row[0] ?? '')) };
}

// A workbook in memory: its sheets at once, rows of one when asked.
export function openWorkbook(bytes) {
	if (bytes.length > LIMITS.fileBytes) throw new SheetError('large', Math.ceil(bytes.length / 1024 / 1024));
	refuse(bytes);
	const parts = unpack(bytes);
	let sheets;
	try {
		sheets = sheetsOf(parts).map((sheet) => ({ ...sheet, ...scan(text(parts[sheet.path])) }));
	} catch {
		throw new SheetError('damaged');
	}
	if (sheets.length === 0) throw new SheetError('damaged');
	const rowsOf = async (sheet) => {
		if (sheet.rows > LIMITS.rows) throw new SheetError('rows', sheet.rows);
		if (sheet.columns > LIMITS.columns) throw new SheetError('columns', sheet.columns);
		if (sheet.filled === 0) return [];
		const needed = Object.fromEntries(Object.entries(parts).filter(([path]) => path === sheet.path || !/^xl\/worksheets\//.test(path)));
		// The others stand in with nothing, so that names and order stay as they are.
		for (const other of sheets)
			if (other.path !== sheet.path) needed[other.path] = new TextEncoder().encode('<worksheet><sheetData/></worksheet>');
		let values;
		try {
			values = await readSheet(zipSync(needed, { level: 0 }).buffer, sheet.name, { trim: false });
		} catch {
			throw new SheetError('damaged');
		}
		const rows = [];
		for (let r = 0; r < Math.max(values.length, sheet.rows); r++)
			rows.push((values[r] ?? []).map(cellOf));
		for (const [at, formula] of sheet.formulas) {
			const [r, c] = at.split(':').map(Number);
			const row = rows[r - 1];
			while (row.length < c) row.push(null);
			const v = row[c - 1];
			row[c - 1] = { f: formula, v: v !== null && typeof v === 'object' ? v.d : v };
		}
		return rows.map(trimmed);
	};
	return {
		sheets: sheets.map(({ name, hidden, active, filled }) => ({ name, hidden, active, filled })),
		hidden: (name) => {
			const sheet = sheets.find((s) => s.name === name && s.hidden);
			return sheet === undefined ? [] : rowsOf(sheet);
		},
		rows(name) {
			const sheet = sheets.find((s) => s.name === name);
			if (sheet === undefined) throw new SheetError('damaged');
			return rowsOf(sheet);
		},
	};
}
