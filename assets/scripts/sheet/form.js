// Choose, drop or paste; see what was found; send it with progress, cancel, and go on after a cut.
//
//   form[data-sheet] data-home (address of imports) data-worker data-seal (name of the hidden sheet) data-hint
//     [data-sheet-choose] what stands there before sending    [data-sheet-paste] the box for copied cells, hidden
//     [data-sheet-found] what was read, hidden                 [data-sheet-sending] progress, hidden, with
//     [data-sheet-status] [data-sheet-count] progress [data-sheet-again] [data-sheet-cancel]

import { make } from '../_common.js';
import { chunksOf } from './chunks.js';
import { SheetError } from './limits.js';
import { fromClipboard } from './paste.js';
import { Cancelled, Refused, Sender } from './send.js';
import { words } from './words.js';

// Asks the worker; a new one for each file, so that giving up is ending it.
class Reader {
	constructor(address) { this.worker = new Worker(address); }

	ask(message) {
		return new Promise((resolve, reject) => {
			this.worker.onmessage = ({ data }) => (data.error ? reject(new SheetError(data.error, data.detail)) : resolve(data));
			this.worker.onerror = (event) => { event.preventDefault(); reject(new SheetError('slow')); };
			this.worker.postMessage(message);
		});
	}

	end() { this.worker.terminate(); }
}

const shown = (cell) => {
	if (cell === null || cell === undefined) return '';
	if (typeof cell !== 'object') return String(cell);
	if ('d' in cell) return cell.d.split('-').reverse().join('/');
	return `=${cell.f}`;
};

const short = (text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

// The first rows, small: enough to see that it is the right table.
function sampleTable(rows) {
	const width = Math.min(12, Math.max(1, ...rows.map((row) => row.length)));
	const table = make('table', { class: 'vd-sample' }, make('caption', { class: 'govuk-visually-hidden' }, words.sampleCaption));
	const body = make('tbody');
	rows.forEach((row, i) => {
		const filled = row.filter((cell) => shown(cell).trim() !== '').length;
		if (filled === 0) return;
		const tr = make('tr', {}, make('th', { scope: 'row' }, String(i + 1)));
		// A title runs over the row as it does in the sheet.
		if (filled === 1 && shown(row[0]).trim() !== '') tr.append(make('td', { colspan: width }, short(shown(row[0]))));
		else for (let c = 0; c < width; c++) tr.append(make('td', {}, short(shown(row[c]))));
		body.append(tr);
	});
	table.append(body);
	return make('div', { class: 'vd-sample-wrap', tabindex: '0', role: 'group', 'aria-label': words.sampleCaption }, table);
}

export function importForm(form) {
	const part = (name) => form.querySelector(`[data-sheet-${name}]`);
	const input = form.querySelector('input[type="file"]');
	const box = input.closest('.vd-upload');
	const found = part('found'), sending = part('sending'), choose = part('choose'), paste = part('paste');
	const area = paste.querySelector('textarea');
	const button = form.querySelector('button.govuk-button');
	let table = null; // { name, source, total, chunks, seal } ready to be sent
	let reader = null, turn = 0;
	let pressed = false; // the button, while the table was still being read

	input.accept = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
	const hint = document.getElementById('file-hint');
	if (hint !== null) hint.textContent = form.dataset.hint;
	paste.hidden = false;

	const forget = () => {
		turn++;
		reader?.end();
		reader = null;
		table = null;
		pressed = false;
		found.hidden = true;
		found.replaceChildren();
		for (const old of form.querySelectorAll('.govuk-error-message, .govuk-error-summary')) old.remove();
		for (const group of form.querySelectorAll('.govuk-form-group--error')) group.classList.remove('govuk-form-group--error');
		input.removeAttribute('aria-invalid');
	};

	const complain = (error, at = input) => {
		const code = error instanceof SheetError && words.errors[error.code] ? error.code : 'slow';
		complainText(words.errors[code](error.detail), at);
	};

	const complainText = (text, at = input) => {
		pressed = false;
		const group = at.closest('.govuk-form-group');
		const id = `${at.id}-error`;
		form.querySelector(`#${CSS.escape(id)}`)?.remove();
		const message = make('p', { id, class: 'govuk-error-message', role: 'alert' }, text);
		group.classList.add('govuk-form-group--error');
		(at === input ? box : at).before(message);
		at.setAttribute('aria-invalid', 'true');
		found.hidden = true;
	};

	const show = (text, ...more) => {
		found.replaceChildren(make('p', { class: 'vd-found__what', role: 'status' }, text), ...more);
		found.hidden = false;
	};

	const take = async (name, sheets, sheet, mine) => {
		show(pressed ? words.thenSent : words.reading(sheet.name));
		const { total, sample, chunks, seal } = await reader.ask({ read: sheet.name, seal: form.dataset.seal });
		if (mine !== turn) return;
		if (chunks.length === 0) throw new SheetError('blank');
		table = { name, source: 'xlsx', total, chunks, seal };
		show(words.read(name, sheet.filled), ...choice(name, sheets, sheet), sampleTable(sample));
		if (!pressed) return;
		pressed = false;
		// Which of several sheets is meant has not been seen yet: the button has to be pressed again.
		if (sheets.length < 2) send();
		else found.querySelector('input:checked').focus();
	};

	// Several sheets: the one that was open when the file was saved, or another.
	const choice = (name, sheets, chosen) => {
		if (sheets.length < 2) return [];
		const field = make('fieldset', { class: 'govuk-fieldset' }, make('legend', { class: 'govuk-fieldset__legend govuk-fieldset__legend--s' }, words.sheets));
		const radios = make('div', { class: 'govuk-radios govuk-radios--small' });
		sheets.forEach((sheet, i) => {
			const radio = make('input', { class: 'govuk-radios__input', type: 'radio', id: `trang-${i}`, value: String(i) });
			radio.name = '';
			radio.checked = sheet === chosen;
			radio.addEventListener('change', () => {
				const mine = ++turn;
				table = null;
				take(name, sheets, sheet, mine)
					.then(() => document.getElementById(`trang-${i}`)?.focus())
					.catch((error) => { if (mine === turn) complain(error); });
			});
			radios.append(make('div', { class: 'govuk-radios__item' }, radio,
				make('label', { class: 'govuk-label govuk-radios__label', for: radio.id }, sheet.name, ' ', make('span', { class: 'vd-found__rows' }, words.sheetRows(sheet.filled)))));
		});
		field.append(radios);
		return [field];
	};

	const readFile = async (file) => {
		forget();
		if (file === undefined || /\.csv$/i.test(file.name)) return; // the form sends it as it is
		const mine = turn;
		show(words.reading(file.name));
		reader = new Reader(form.dataset.worker);
		try {
			const { sheets } = await reader.ask({ open: file });
			if (mine !== turn) return;
			const visible = sheets.filter((sheet) => !sheet.hidden && sheet.filled > 0);
			if (visible.length === 0) throw new SheetError('blank');
			await take(file.name, visible, visible.find((sheet) => sheet.active) ?? visible[0], mine);
		} catch (error) {
			if (mine === turn) complain(error);
		}
	};

	const readCells = (html, text) => {
		forget();
		input.value = '';
		try {
			const rows = fromClipboard(html, text);
			table = { name: words.pastedFile, source: 'paste', total: rows.length, chunks: chunksOf(rows), seal: null };
			show(words.pasted(rows.length, Math.max(...rows.map((row) => row.length))), sampleTable(rows.slice(0, 8)));
			area.value = '';
		} catch (error) {
			complain(error, area);
		}
	};

	input.addEventListener('change', () => readFile(input.files[0]));
	area.addEventListener('paste', (event) => {
		event.preventDefault();
		readCells(event.clipboardData.getData('text/html'), event.clipboardData.getData('text/plain'));
	});

	// Anywhere on the form a file may be dropped.
	const files = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
	addEventListener('dragover', (event) => {
		if (!files(event) || !sending.hidden) return;
		event.preventDefault();
		box.classList.add('vd-upload--over');
	});
	for (const end of ['dragleave', 'drop', 'dragend'])
		addEventListener(end, (event) => { if (end !== 'dragleave' || event.relatedTarget === null) box.classList.remove('vd-upload--over'); });
	addEventListener('drop', (event) => {
		if (!files(event) || !sending.hidden) return;
		event.preventDefault();
		input.files = event.dataTransfer.files;
		readFile(input.files[0]);
	});

	const send = async () => {
		const bar = sending.querySelector('progress'), status = part('status'), count = part('count');
		const again = part('again'), cancel = part('cancel');
		const leaving = (event) => event.preventDefault();
		let continued = ''; // what is said while the rest of a cut table is sent
		const sender = new Sender({
			home: form.dataset.home,
			csrf: form.elements.csrf.value,
			report({ phase, done, total, seconds }) {
				bar.max = Math.max(total, 1);
				bar.value = done;
				count.textContent = words.sent(done, total);
				again.hidden = !['offline', 'waiting', 'signIn'].includes(phase);
				if (phase === 'continued') continued = words.continued(done);
				status.textContent = { sending: continued, continued, offline: words.offline, waiting: words.waiting(seconds), resumed: words.resumed,
					signIn: words.signIn, checking: words.checking }[phase];
				status.classList.toggle('vd-sending__status--cut', !again.hidden);
			},
		});
		const wake = () => sender.wake();
		const stop = () => {
			status.textContent = words.cancelling;
			cancel.disabled = true;
			sender.cancel();
		};
		choose.hidden = true;
		document.querySelector('[data-sheet-cut]')?.remove();
		sending.hidden = false;
		cancel.disabled = false;
		sending.querySelector('h2').focus();
		again.addEventListener('click', wake);
		cancel.addEventListener('click', stop);
		addEventListener('online', wake);
		addEventListener('beforeunload', leaving);
		try {
			const address = await sender.send({ file_name: table.name, source: table.source, ...(table.seal && { seal: JSON.stringify(table.seal) }) }, table.chunks);
			removeEventListener('beforeunload', leaving);
			location.assign(address);
			return;
		} catch (error) {
			await sender.drop();
			choose.hidden = false;
			sending.hidden = true;
			if (error instanceof Cancelled) {
				show(words.cancelled);
				button.focus();
			} else {
				complainText(error instanceof Refused && error.text ? error.text : words.refused);
				input.focus();
			}
		} finally {
			again.removeEventListener('click', wake);
			cancel.removeEventListener('click', stop);
			removeEventListener('online', wake);
			removeEventListener('beforeunload', leaving);
		}
	};

	// Before the listeners of the other scripts: what is sent here is no form that leaves the page.
	form.addEventListener('submit', (event) => {
		if (table === null && area.value.trim() !== '') readCells('', area.value);
		if (table === null && input.files.length > 0 && /\.csv$/i.test(input.files[0].name)) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		if (table !== null) send();
		else if (form.querySelector('.govuk-error-message') !== null) (form.querySelector('[aria-invalid="true"]') ?? input).focus();
		else if (reader === null) complainText(words.choose);
		else {
			pressed = true;
			show(words.thenSent);
		}
	}, { capture: true });
}
