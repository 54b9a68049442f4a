// Fixing a row of the preview without leaving the list: the form of the row's own page opens below the row.
//
//   table[data-sheet-rows=ADDRESS][data-draft-account] tr[data-row=N] with a[data-sheet-fix] and a form of buttons
//   [data-sheet-live=NAME] what is drawn anew after each change
//
// What is typed is kept in this browser until it is saved (draft/draft.js), and found again on the next visit.

import { announce, clock, make } from '../_common.js';
import { Draft, kept } from '../draft/draft.js';
import { Store } from '../draft/store.js';
import { once } from './send.js';
import { words } from './words.js';

const page = async (address) => {
	const answer = await fetch(address, { credentials: 'same-origin' });
	if (!answer.ok || new URL(answer.url).pathname !== new URL(address, location.href).pathname) throw new Error(String(answer.status));
	return new DOMParser().parseFromString(await answer.text(), 'text/html');
};

class Rows {
	constructor(table) {
		this.table = table;
		this.home = table.dataset.sheetRows;
		this.open = null; // { number, form, line, before, asRead, draft }
		this.store = new Store();
		this.remind();
		table.addEventListener('click', (event) => {
			const link = event.target.closest('a[data-sheet-fix]');
			if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
			event.preventDefault();
			this.edit(link).catch(() => { location.href = link.href; });
		});
		// Before the listeners of the other scripts.
		table.addEventListener('submit', (event) => {
			event.preventDefault();
			event.stopPropagation();
			if (this.open !== null && event.target === this.open.form) this.save();
			else this.decide(event.target, event.submitter);
		}, { capture: true });
		table.addEventListener('keydown', (event) => {
			if (this.open === null || !this.open.line.contains(event.target)) return;
			if (event.key === 'Escape') {
				event.preventDefault();
				this.close(true);
			} else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
				event.preventDefault();
				this.save();
			}
		});
	}

	// Rows with text of a visit that ended without saving it.
	async remind() {
		const import_id = /\/nhap\/(\d+)\//.exec(`${this.home}/`)[1];
		const numbers = [...await kept(this.store, this.table.dataset.draftAccount, `dong:${import_id}:`)].sort((a, b) => a - b);
		if (numbers.length === 0) return;
		const box = make('div', { class: 'vd-restored', role: 'status', 'data-sheet-kept': '' }, make('p', {}, words.keptRows));
		const list = make('ul', { class: 'vd-links' });
		for (const number of numbers) {
			const link = make('a', { href: `${this.home}/${number}` }, words.openRow(number));
			link.addEventListener('click', (event) => {
				const fix = this.row(number)?.querySelector('[data-sheet-fix]');
				if (!fix) return; // on another page of the list: the row has a page of its own
				event.preventDefault();
				link.parentElement.remove();
				if (list.children.length === 0) box.remove();
				this.edit(fix).catch(() => { location.href = link.href; });
			});
			list.append(make('li', {}, link));
		}
		box.append(list);
		(this.table.closest('.vd-table-wrap') ?? this.table).before(box);
	}

	row(number) { return this.table.querySelector(`tr[data-row="${CSS.escape(number)}"]`); }

	values(form) {
		return Object.fromEntries([...new FormData(form)].filter(([name]) => !['csrf', 'once', 'viec'].includes(name)));
	}

	get dirty() { return this.open !== null && JSON.stringify(this.values(this.open.form)) !== JSON.stringify(this.open.before); }

	async post(number, csrf, fields) {
		const answer = await fetch(`${this.home}/${number}`, {
			method: 'POST', credentials: 'same-origin', headers: { accept: 'application/json' },
			body: new URLSearchParams({ ...fields, csrf, once: once() }),
		});
		const json = (answer.headers.get('content-type') ?? '').startsWith('application/json') ? await answer.json() : null;
		if (!answer.ok || json === null) throw Object.assign(new Error(String(answer.status)), { text: json?.error });
		return json;
	}

	async edit(link) {
		const number = link.closest('tr').dataset.row;
		if (this.open?.number === number) return this.close(true);
		// What was typed in another row is saved first; it stays open when that fails.
		if (this.dirty && !await this.save()) return undefined;
		this.close(false);
		const form = document.importNode((await page(`${this.home}/${number}`)).querySelector('main form'), true);
		const row = this.row(number);
		if (row === null || this.open !== null) return undefined;
		form.classList.add('vd-fix');
		form.removeAttribute('data-unsaved');
		const actions = form.querySelector('.vd-actions');
		const cancel = make('button', { type: 'button', class: 'vd-button-link' }, actions.querySelector('a').textContent);
		cancel.addEventListener('click', () => {
			this.open?.draft?.end();
			this.close(true);
		});
		actions.querySelector('a').replaceWith(cancel);
		actions.append(make('span', { class: 'vd-fix__status', role: 'status' }));
		const line = make('tr', { class: 'vd-fix-row' }, make('td', { colspan: row.cells.length }, form));
		row.after(line);
		const open = { number, form, line, before: this.values(form), asRead: row.querySelector('button[value="lai"]') === null };
		this.open = open;
		this.row(number).querySelector('[data-sheet-fix]')?.setAttribute('aria-expanded', 'true');
		(form.querySelector('[aria-invalid="true"], .govuk-form-group--error input, .govuk-form-group--error select, .govuk-form-group--error textarea')
			?? form.elements.name)?.focus();
		open.draft = await new Draft(form, form.querySelector('[data-draft]'), this.store).start();
		return undefined;
	}

	close(back) {
		if (this.open === null) return;
		const { line, number } = this.open;
		this.open = null;
		line.remove();
		const link = this.row(number)?.querySelector('[data-sheet-fix]');
		link?.setAttribute('aria-expanded', 'false');
		if (back) link?.focus();
	}

	// What is wrong stands above its field, as on a page of its own.
	complain(form, findings) {
		for (const old of form.querySelectorAll('.govuk-error-message')) old.remove();
		for (const group of form.querySelectorAll('.govuk-form-group--error')) group.classList.remove('govuk-form-group--error');
		for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
		let first = null;
		for (const { column, problem, text } of findings) {
			const field = column === '' ? null : form.elements[column];
			if (!problem || !field) continue;
			field.closest('.govuk-form-group').classList.add('govuk-form-group--error');
			field.before(make('p', { class: 'govuk-error-message', id: `${column}-error` }, text));
			field.setAttribute('aria-invalid', 'true');
			field.setAttribute('aria-describedby', `${column}-error`);
			first ??= field;
		}
		first?.focus();
		return first !== null;
	}

	// One save at a time; what is typed meanwhile is saved after it.
	save() {
		const after = (this.saving ?? Promise.resolve(true)).then(() => (this.open === null ? true : this.saveNow()));
		this.saving = after;
		return after;
	}

	async saveNow() {
		const { form, number, before, asRead, draft } = this.open;
		const status = form.querySelector('.vd-fix__status');
		const typed = this.values(form), csrf = form.elements.csrf.value;
		const changed = Object.fromEntries(Object.entries(typed).filter(([name, value]) => value !== before[name]));
		if (Object.keys(changed).length === 0) {
			if (form.querySelector('[aria-invalid]') === null) this.close(true);
			return true;
		}
		status.textContent = words.saving;
		try {
			const { row } = await this.post(number, csrf, { viec: 'sua', ...changed });
			if (this.open?.number === number) this.open.before = typed;
			await draft?.saved(typed);
			const kept = row.class === 'problem' && this.complain(form, row.findings);
			status.textContent = words.saved(clock());
			if (!kept) this.close(false);
			await this.refresh(number);
			if (kept) return false;
			const back = Object.fromEntries(Object.keys(changed).map((name) => [name, before[name] ?? '']));
			this.note(number, words.saved(clock()), asRead ? { viec: 'lai' } : { viec: 'sua', ...back }, csrf);
			this.row(number)?.querySelector('[data-sheet-fix]')?.focus();
			return true;
		} catch (error) {
			status.textContent = error.text ?? words.notSaved;
			announce(status.textContent);
			return false;
		}
	}

	// One of the buttons of a row.
	async decide(form, submitter) {
		const number = form.closest('tr').dataset.row;
		submitter.disabled = true;
		try {
			await this.post(number, form.elements.csrf.value, { viec: submitter.value });
			if (this.open?.number === number) this.close(false);
			await this.refresh(number);
			this.note(number, words.saved(clock()));
			(this.row(number)?.querySelector('[data-sheet-fix], button') ?? this.table).focus();
		} catch {
			form.append(make('input', { type: 'hidden', name: 'viec', value: submitter.value }));
			form.submit(); // the page itself says what is wrong
		}
	}

	// Beside the row: when it was saved, and the way back.
	note(number, text, undo, csrf) {
		const row = this.row(number);
		if (row === null) return;
		this.table.querySelector('.vd-fix__done')?.remove();
		const done = make('p', { class: 'vd-fix__done' }, make('span', { class: 'vd-saved' }, text));
		if (undo !== undefined) {
			const button = make('button', { type: 'button', class: 'vd-button-link' }, words.undo);
			button.addEventListener('click', async () => {
				button.disabled = true;
				try {
					await this.post(number, csrf, undo);
					await this.refresh(number);
					this.note(number, words.undone);
					this.row(number)?.querySelector('[data-sheet-fix]')?.focus();
				} catch (error) {
					button.disabled = false;
					announce(error.text ?? words.notSaved);
				}
			});
			done.append(' ', button);
		}
		row.querySelector('.vd-table__actions').append(done);
		announce(text);
	}

	// A class that came up gets its choice, one that emptied loses it; the one looked at stays, with its 0.
	count(after) {
		const list = document.querySelector('.vd-chips');
		const address = (item) => item.querySelector('a').getAttribute('href');
		const old = new Map([...list.children].map((item) => [address(item), item]));
		const items = [...after.querySelectorAll('.vd-chips > li')].map((fresh) => {
			const item = old.get(address(fresh)) ?? document.importNode(fresh, true);
			if (!old.delete(address(fresh))) item.querySelector('a').removeAttribute('aria-current');
			item.querySelector('.vd-chips__count').textContent = fresh.querySelector('.vd-chips__count').textContent;
			return item;
		});
		const here = [...old.values()].find((item) => item.querySelector('[aria-current]') !== null);
		if (here !== undefined) {
			here.querySelector('.vd-chips__count').textContent = '0';
			items.splice([...list.children].indexOf(here), 0, here);
		}
		list.replaceChildren(...items);
	}

	// The row, the counts and what may be done now, as the server sees them.
	async refresh(number) {
		const after = await page(`${this.home.replace(/\/dong$/, '')}?lop=tat-ca&sau=${Number(number) - 1}`);
		const fresh = after.getElementById(`dong-${number}`), old = this.row(number);
		if (fresh !== null && old !== null) old.replaceWith(document.importNode(fresh, true));
		for (const part of document.querySelectorAll('[data-sheet-live]')) {
			const next = after.querySelector(`[data-sheet-live="${part.dataset.sheetLive}"]`);
			if (next !== null && !part.contains(document.activeElement)) part.replaceChildren(...document.importNode(next, true).childNodes);
		}
		this.count(after);
	}
}

export function fixInPlace() {
	for (const table of document.querySelectorAll('table[data-sheet-rows]')) new Rows(table);
}
