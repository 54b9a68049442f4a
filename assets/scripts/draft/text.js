// Text as the server keeps and counts it: form_clean() in src/web/form.c and str_trim() in src/core/str.c.

const EDGE = '[ \\t\\n\\v\\f\\r\\u00a0\\ufeff]+';
const EDGES = new RegExp(`^${EDGE}|${EDGE}$`, 'g');

export function clean(text, lines) {
	const one = lines ? text.replace(/\r\n?/g, '\n') : text.replace(/\r\n/g, '\n').replace(/[\r\n\t]/g, ' ');
	return one.normalize('NFC').replace(EDGES, '');
}

// Code points, not the units a browser stores text in.
export function length(text) {
	let n = 0;
	for (const _ of clean(text, true))
		n++;
	return n;
}

// What can travel: no NUL, no half of a pair.
export function sendable(text) {
	return text.replace(/\u0000/g, '').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
