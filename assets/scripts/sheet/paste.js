// Cells that were copied: the table in text/html when there is one, else lines of tabulated text.

import { LIMITS, SheetError } from './limits.js';

// The end of a quoted cell that begins at `at`, or -1 when the quote is just a letter of the text.
function quoteEnd(source, at) {
	for (let i = source.indexOf('"', at + 1); i >= 0; i = source.indexOf('"', i + 1)) {
		if (source[i + 1] === '"') i++;
		else return i + 1 === source.length || source[i + 1] === '\t' || source[i + 1] === '\n' ? i : -1;
	}
	return -1;
}

// Tabulated text as spreadsheets write it: a cell with line ends, tabs or quotes stands in quotes.
export function fromText(text) {
	const source = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
	const rows = [], stop = /[\t\n]/g;
	if (source === '') return rows;
	for (let row = [], at = 0; ;) {
		const quote = source[at] === '"' ? quoteEnd(source, at) : -1;
		let cell, end;
		if (quote >= 0) {
			cell = source.slice(at + 1, quote).replaceAll('""', '"');
			end = quote + 1;
		} else {
			stop.lastIndex = at;
			end = stop.exec(source)?.index ?? source.length;
			cell = source.slice(at, end);
		}
		row.push(cell === '' ? null : cell);
		if (source[end] !== '\t') {
			rows.push(row);
			row = [];
		}
		if (end >= source.length) return rows;
		at = end + 1;
	}
}

const BLOCKS = new Set(['P', 'DIV', 'LI', 'TR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

// Text of a cell as one sees it: <br> and paragraphs end lines, other white space is one space.
function textOf(node) {
	let out = '';
	const visit = (n) => {
		if (n.nodeType === 3) {
			out += n.data.replace(/[ \t\r\n]+/g, ' ');
		} else if (n.nodeType === 1) {
			const name = n.nodeName.toUpperCase();
			if (name === 'BR') out += '\n';
			else if (!['STYLE', 'SCRIPT', 'TEMPLATE'].includes(name)) {
				const block = BLOCKS.has(name);
				if (block && out !== '' && !out.endsWith('\n')) out += '\n';
				for (const child of n.childNodes) visit(child);
				if (block && !out.endsWith('\n')) out += '\n';
			}
		}
	};
	for (const child of node.childNodes) visit(child);
	return out.replace(/ *\n */g, '\n').replace(/^[ \n]+|[ \n]+$/g, '');
}

// Rows of one <table>; cells that reach over columns or rows leave empty ones, as a sheet does.
export function fromTable(table) {
	const rows = [];
	const taken = new Map(); // column -> rows still covered
	for (const tr of table.rows) {
		const row = [];
		let column = 0;
		const skip = () => {
			while ((taken.get(column) ?? 0) > 0) {
				taken.set(column, taken.get(column) - 1);
				row[column++] = null;
			}
		};
		for (const cell of tr.cells) {
			skip();
			const text = textOf(cell);
			const span = Math.min(Math.max(Number(cell.getAttribute('colspan')) || 1, 1), LIMITS.columns);
			const down = Math.min(Math.max(Number(cell.getAttribute('rowspan')) || 1, 1), LIMITS.rows);
			for (let i = 0; i < span; i++) {
				if (down > 1) taken.set(column, down - 1);
				row[column++] = i === 0 && text !== '' ? text : null;
			}
		}
		skip();
		while (row.length > 0 && row[row.length - 1] === null) row.pop();
		rows.push(row);
	}
	while (rows.length > 0 && rows[rows.length - 1].length === 0) rows.pop();
	return rows;
}

// The largest table of a clipboard's HTML, or null.  A template is inert: nothing in it runs or loads.
export function fromHtml(html) {
	const inert = document.createElement('template');
	// Handlers would not run, but the browser would report each of them to the console.
	inert.innerHTML = html.replace(/<[^>]*>/g, (tag) => tag.replace(/\son\w+\s*=/gi, ' data-was='));
	let best = null;
	for (const table of inert.content.querySelectorAll('table')) {
		if (table.querySelector('table') !== null) continue;
		const rows = fromTable(table);
		const cells = rows.reduce((n, row) => n + row.length, 0);
		if (best === null || cells > best.cells) best = { rows, cells };
	}
	return best === null || best.cells === 0 ? null : best.rows;
}

// What was pasted as rows; throws when it is no table.
export function fromClipboard(html, text) {
	const rows = (html ? fromHtml(html) : null) ?? fromText(text ?? '');
	if (rows.every((row) => row.every((cell) => cell === null || cell.trim() === ''))) throw new SheetError('nothing');
	if (rows.length > LIMITS.rows) throw new SheetError('rows', rows.length);
	if (rows.some((row) => row.length > LIMITS.columns)) throw new SheetError('columns', Math.max(...rows.map((row) => row.length)));
	return rows;
}
