// form[data-upload]: files one by one with their progress, by drag and drop too, each can be cancelled.
// Without this script the form sends all files at once and its page says what became of them.

import { words } from './words.js';

const element = (tag, className, text) => {
	const e = document.createElement(tag);
	if (className) e.className = className;
	if (text) e.textContent = text;
	return e;
};

// One file over the wire; settles with { ok, text, once } and never throws.
function send(form, file, once, row) {
	return new Promise((resolve) => {
		const data = new FormData();
		for (const [name, value] of new FormData(form)) {
			if (name !== 'file' && name !== 'once') data.append(name, value);
		}
		data.append('once', once);
		data.append('file', file);
		const request = new XMLHttpRequest();
		request.open('POST', form.action);
		request.setRequestHeader('Accept', 'application/json');
		request.upload.addEventListener('progress', (event) => row.progress(event.loaded / event.total));
		request.upload.addEventListener('load', () => row.checking());
		request.addEventListener('load', () => {
			let answer = null;
			try { answer = JSON.parse(request.responseText); } catch { /* a page, not our answer */ }
			if (answer !== null && typeof answer.stored === 'boolean') resolve({ ok: answer.stored, text: answer.message, once: answer.once });
			else if (request.status === 401 || request.status === 403) resolve({ ok: false, text: words.signIn });
			else resolve({ ok: false, text: request.status >= 500 || request.status === 0 ? words.full : words.refused });
		});
		request.addEventListener('error', () => resolve({ ok: false, text: words.network }));
		request.addEventListener('abort', () => resolve({ ok: false, text: words.cancelled, cancelled: true }));
		row.cancel(() => request.abort());
		request.send(data);
	});
}

// A line of the list: name, bar, what is happening, the button that stops it.
function line(list, file) {
	const item = element('li', 'vd-uploading__file');
	const bar = element('progress', 'vd-uploading__bar');
	const status = element('span', 'vd-uploading__status', words.waiting);
	const stop = element('button', 'govuk-button govuk-button--secondary vd-button--small', words.cancel);
	bar.max = 1;
	bar.value = 0;
	bar.setAttribute('aria-label', file.name);
	stop.type = 'button';
	stop.setAttribute('aria-label', words.cancelFile(file.name));
	item.append(element('strong', 'vd-uploading__name', file.name), bar, status, stop);
	list.append(item);
	let abort = null;
	const row = {
		file,
		dropped: false,
		progress(part) {
			bar.value = part;
			status.textContent = words.sending(Math.floor(part * 100));
		},
		checking() {
			bar.removeAttribute('value');
			status.textContent = words.checking;
		},
		cancel(how) { abort = how; },
		end(ok, text) {
			bar.remove();
			stop.remove();
			status.textContent = text;
			item.classList.add(ok ? 'vd-uploading__file--stored' : 'vd-uploading__file--refused');
		},
	};
	stop.addEventListener('click', () => {
		row.dropped = true;
		if (abort === null) row.end(false, words.cancelled);
		else abort();
	});
	return row;
}

function enhance(form) {
	const input = form.querySelector('input[type="file"]');
	const box = input.closest('.vd-upload');
	const once = form.elements.namedItem('once');
	const limit = Number(form.dataset.limit);
	const list = element('ul', 'vd-uploading');
	let busy = false;
	list.setAttribute('aria-live', 'polite');
	form.append(list);
	box.append(element('p', 'vd-upload__hint', words.choose));

	for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop']) {
		box.addEventListener(kind, (event) => {
			event.preventDefault();
			box.classList.toggle('vd-upload--over', kind === 'dragenter' || kind === 'dragover');
		});
	}
	box.addEventListener('drop', (event) => {
		if (event.dataTransfer.files.length === 0) return;
		input.files = event.dataTransfer.files;
		input.dispatchEvent(new Event('change', { bubbles: true }));
	});
	addEventListener('beforeunload', (event) => { if (busy) event.preventDefault(); });

	form.addEventListener('submit', async (event) => {
		const files = [...input.files];
		// What the server says about an unfinished form stands beside its fields: let it say so.
		const complete = form.elements.namedItem('document').value !== '' && form.querySelector('[name="secret"]:checked') !== null;
		if (busy) event.preventDefault();
		if (busy || files.length === 0 || !complete) return;
		event.preventDefault();
		busy = true;
		list.replaceChildren();
		const rows = files.map((file) => line(list, file));
		let stored = 0;
		for (const row of rows) {
			if (row.dropped) continue;
			if (row.file.size > limit) {
				row.end(false, words.tooLarge(limit / 1048576));
				continue;
			}
			const { ok, text, once: next } = await send(form, row.file, once.value, row);
			if (next) once.value = next;
			row.end(ok, ok ? words.stored : text);
			if (ok) stored++;
		}
		busy = false;
		input.value = '';
		if (stored === rows.length) {
			location.assign(`${form.dataset.back}?tb=da-dinh-kem#tep`);
			return;
		}
		if (stored > 0) {
			const link = element('a', '', words.done);
			link.href = `${form.dataset.back}#tep`;
			const item = element('li');
			item.append(link);
			list.append(item);
		}
	});
}

export function uploads() {
	for (const form of document.querySelectorAll('form[data-upload]')) enhance(form);
}
