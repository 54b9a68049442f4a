// Forms that save themselves: every change is kept in this browser before it is sent, and the line beside the
// form says where it is.  The server decides (src/dossier/dossier_draft_page.c); nothing here clears the mark
// "not saved" but its answer.  A form whose object the server does not know yet (data-draft-local) is kept in
// this browser until it was sent by its button, and says so.

import { announce, clock } from '../_common.js';
import { hex } from '../_hex.js';
import { words as all } from '../_words.js';
import { Store } from './store.js';
import { send, whoami } from './server.js';
import { clean } from './text.js';

const PAUSE = 1000; // after the last key
const TOO_LONG = 20000;
const words = all.draft;

const random = () => hex(crypto.getRandomValues(new Uint8Array(16)));
const sleep = (ms) => new Promise((done) => { setTimeout(done, ms); });

const refused = () => document.querySelector('.govuk-error-summary, .vd-conflict') !== null;
const box = (control) => control instanceof HTMLInputElement && control.type === 'checkbox';

// What a person types or chooses in a form, by name.
function typed(form) {
	const fields = new Map();
	for (const control of form.elements) {
		const named = form.elements[control.name];
		if (control.name !== '' && !['hidden', 'file', 'password', 'submit', 'button', 'fieldset'].includes(control.type)
			&& !(named instanceof RadioNodeList && box(named[0])))
			fields.set(control.name, named);
	}
	return fields;
}

const text = (control) => {
	if (box(control))
		return control.checked ? control.value : '';
	return control?.value ?? '';
};

// What the page was sent with, whatever was typed since.
function served(control) {
	if (control instanceof RadioNodeList)
		return [...control].find((radio) => radio.defaultChecked)?.value ?? '';
	if (control instanceof HTMLSelectElement)
		return ([...control.options].find((option) => option.defaultSelected) ?? control.options[0])?.value ?? '';
	if (box(control))
		return control.defaultChecked ? control.value : '';
	return control.defaultValue;
}

// Of a field its label, of several its legend; without "optional".
function label(control) {
	const one = control instanceof RadioNodeList ? control[0].closest('fieldset')?.querySelector('legend') : control.labels?.[0];
	return one?.firstChild?.textContent.trim() ?? '';
}

export class Draft {
	constructor(form, root, store) {
		this.form = form;
		this.root = root;
		this.store = store;
		this.account = root.dataset.draftAccount;
		this.dossier = root.dataset.draftDossier ?? '';
		this.local = root.dataset.draftLocal !== undefined;
		this.client = random();
		if (this.local) {
			const fields = [...typed(form)];
			this.object = root.dataset.draftLocal;
			// A form that came back with its faults shows what was typed, not what it started from.
			this.base = Object.fromEntries(fields.map(([name, control]) => [name, 'draftSent' in root.dataset ? '' : served(control)]));
			this.labels = Object.fromEntries(fields.map(([name, control]) => [name, label(control)]));
		} else {
			this.object = form.elements.draft.value;
			this.base = JSON.parse(form.elements.draft_base.value);
			this.labels = JSON.parse(root.dataset.draftLabels);
			form.elements.draft_client.value = this.client;
		}
		this.button = this.local || /^(new|can-cu):/.test(this.object); // only that writes it
		this.seq = 0;
		this.pending = new Map();	// field -> change not confirmed
		this.stored = new WeakSet();	// changes this browser has for sure
		this.state = new Map();		// field -> saved | kept | conflict | late
		this.server = { ...this.base };	// what the server has of each field
		this.choosers = new Map();
		this.trouble = null;		// session | other | forbidden | refused | away
		this.time = '';
		this.wait = PAUSE;
		this.channel = 'BroadcastChannel' in window ? new BroadcastChannel('vd-draft') : null;
		this.others = this.#plain();
		this.#listen();
	}

	// At once: reading what this browser keeps takes a while, and nobody waits for it before typing.
	#listen() {
		this.early = new Set();
		if (performance.getEntriesByType('navigation')[0]?.type === 'navigate')
			for (const field of Object.keys(this.base))
				if (this.form.elements[field] && this.value(field) !== served(this.form.elements[field]))
					this.early.add(field); // before this script was there
		this.form.addEventListener('input', (event) => {
			if (!(event.target.name in this.base))
				return;
			if (this.early === null)
				this.changed(event.target.name);
			else
				this.early.add(event.target.name);
		});
	}

	#key(field, client) { return [this.account, this.dossier, this.object, field, client].join('|'); }

	#plain() { // fields that only the button saves
		return JSON.stringify([...new FormData(this.form)].filter(([name]) => !(name in this.base) && !/^(csrf|once|draft.*|version)$/.test(name))
			.map(([name, value]) => [name, String(value)]));
	}

	#lines(field) { return this.form.elements[field] instanceof HTMLTextAreaElement; }
	#same(field, a, b) { return clean(a, this.#lines(field)) === clean(b, this.#lines(field)); }
	value(field) { return text(this.form.elements[field]); }

	set(field, value) {
		const control = this.form.elements[field];
		if (control === undefined || control === null)
			return;
		if (box(control))
			control.checked = value !== '';
		else
			control.value = value;
		if (control instanceof HTMLElement)
			control.dispatchEvent(new CustomEvent('vd-restored', { bubbles: true }));
	}

	// What a person reads: the words of an option, not its number.
	#shown(field, value) {
		const control = this.form.elements[field];
		if (control instanceof HTMLSelectElement)
			return [...control.options].find((option) => option.value === value)?.text ?? value;
		if (control instanceof RadioNodeList) {
			const input = [...control].find((radio) => radio.value === value);
			return input?.labels?.[0]?.textContent.trim() ?? value;
		}
		if (box(control))
			return value === '' ? words.unticked : words.ticked;
		return value;
	}

	async start() {
		this.form.addEventListener('submit', () => {
			this.submitting = true;
			clearTimeout(this.timer);
			sessionStorage.setItem('vd-draft-sent', JSON.stringify({ account: this.account, dossier: this.dossier, object: this.object }));
		});
		addEventListener('pageshow', () => { this.submitting = false; });
		addEventListener('beforeunload', (event) => {
			if (!this.submitting && (this.unsaved() || this.#plain() !== this.others))
				event.preventDefault();
		});
		addEventListener('pagehide', () => {
			if (!this.submitting)
				this.flush(true);
		});
		addEventListener('online', () => this.again());
		addEventListener('offline', () => this.show());
		addEventListener('focus', () => { if (this.trouble !== null) this.again(); });
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState === 'hidden')
				this.flush();
			else if (this.trouble !== null)
				this.again();
		});
		if (this.channel !== null)
			this.channel.addEventListener('message', (event) => this.heard(event.data));
		this.root.hidden = false;
		this.#opened();
		const early = this.early;
		this.early = null;
		for (const field of early)
			this.changed(field);
		await this.#restore();
		this.show();
		return this;
	}

	// What the page already shows: text of an earlier visit, or of a form that was refused.
	#opened() {
		const open = JSON.parse(this.root.dataset.draftOpen ?? '{}');
		for (const [field, entry] of Object.entries(open)) {
			this.server[field] = entry.value;
			const outcome = entry.outcome === 'late' && this.root.dataset.draftClosed === undefined ? 'kept' : entry.outcome;
			this.state.set(field, outcome);
			this.time = entry.time > this.time ? entry.time : this.time;
			if (outcome === 'conflict')
				this.choose(field, this.base[field], null, null);
		}
		if (this.local ? !('draftSent' in this.root.dataset) : !refused())
			return;
		for (const field of Object.keys(this.base)) {
			if (this.#same(field, this.value(field), this.server[field]))
				continue;
			if (this.root.dataset.draftLate !== undefined)
				this.state.set(field, 'late');
			else
				this.changed(field);
		}
	}

	// What a tab that is gone could not send.
	async #restore() {
		const mine = (await this.store.all(this.account)).filter((c) => c.dossier === this.dossier && c.object === this.object);
		if (mine.length === 0)
			return;
		const alive = await this.alive();
		const lost = mine.filter((c) => c.client !== this.client && !alive.has(c.client)).sort((a, b) => b.at - a.at);
		const before = new Map();
		let typed = 0;
		for (const change of lost) {
			if (!(change.field in this.base) || this.#same(change.field, change.value, this.server[change.field])) {
				await this.store.drop(change);
			} else if (before.has(change.field) || this.pending.has(change.field)) {
				// An older text of the same field: the journal keeps it, the form shows the newer.
				if (!this.local)
					this.#keepOlder(change);
			} else {
				before.set(change.field, this.value(change.field));
				this.set(change.field, change.value);
				this.pending.set(change.field, change);
				this.stored.add(change);
				typed = Math.max(typed, change.at);
			}
		}
		if (before.size === 0)
			return;
		if (this.local)
			this.time = clock(typed);
		this.form.closest('details')?.setAttribute('open', '');
		this.#notice(before, typed);
		this.later(0);
	}

	async #keepOlder(change) {
		const answer = await send({ ...this.#envelope(change.client), changes: [change], keepOnly: true });
		if (answer.kind === 'answer')
			await this.store.drop(change);
	}

	#notice(before, typed) {
		const box = document.createElement('div');
		box.className = 'vd-restored';
		box.setAttribute('role', 'status');
		box.dataset.draftUndo = '';
		const text = document.createElement('p');
		text.textContent = words.restored(clock(typed), Object.keys(this.base).filter((f) => before.has(f)).map((f) => this.labels[f]).join(', '));
		const undo = document.createElement('button');
		undo.type = 'button';
		undo.className = 'vd-button-link';
		undo.textContent = words.undo;
		undo.addEventListener('click', () => {
			for (const [field, value] of before) {
				this.set(field, value);
				this.changed(field);
			}
			box.remove();
			this.form.elements[[...before.keys()][0]]?.focus?.();
		});
		box.append(text, undo);
		this.form.before(box);
		announce(text.textContent);
	}

	// Pages of this browser that still live answer for their own changes.
	async alive() {
		const found = new Set();
		if (this.channel === null)
			return found;
		const hear = (event) => { if (event.data.type === 'alive') found.add(event.data.client); };
		this.channel.addEventListener('message', hear);
		this.channel.postMessage({ type: 'ping' });
		await sleep(200);
		this.channel.removeEventListener('message', hear);
		return found;
	}

	heard(message) {
		if (message.type === 'ping')
			this.channel.postMessage({ type: 'alive', client: this.client });
		if (message.type !== 'saved' || message.account !== this.account || message.dossier !== this.dossier || message.object !== this.object)
			return;
		const { field, present } = message;
		// Untouched here: show what the other tab wrote.  Touched: the server asks which to keep.
		if (this.pending.has(field) || !this.#same(field, this.value(field), this.base[field]))
			return;
		this.set(field, present);
		this.#stands(field, present);
	}

	#stands(field, present) {
		this.base[field] = present;
		this.server[field] = present;
		this.form.elements.draft_base.value = JSON.stringify(this.base);
	}

	changed(field, now = false) {
		const value = this.value(field);
		const state = this.state.get(field);
		const settled = this.local || state === undefined || state === 'saved' || state === 'kept';
		if (!this.pending.has(field) && settled && this.#same(field, value, this.server[field]))
			return;
		const old = this.pending.get(field);
		const change = { key: this.#key(field, this.client), account: this.account, dossier: this.dossier, object: this.object, field,
			client: this.client, seq: ++this.seq, value, base: this.button ? this.server[field] : this.base[field], at: Date.now() };
		this.pending.set(field, change);
		this.#rename();
		this.store.put(change).then(() => {
			this.stored.add(change);
			if (old !== undefined && old.client !== this.client)
				this.store.drop({ ...old, seq: Infinity });
			if (this.local)
				this.time = clock(change.at);
			this.show();
		});
		this.wait = PAUSE;
		this.later(now ? 0 : PAUSE);
		this.show();
	}

	// A tab that is opened again after a crash asks for the same new case.
	#rename() {
		if (!this.object.startsWith('new:'))
			return;
		const url = new URL(location.href);
		const name = this.object.split(':')[2];
		if (url.searchParams.get('nhap') === name)
			return;
		url.searchParams.set('loai', this.object.split(':')[1]);
		url.searchParams.set('nhap', name);
		url.searchParams.delete('tb');
		history.replaceState(history.state, '', url);
	}

	later(ms) {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.flush(), ms);
	}

	again() {
		this.wait = PAUSE;
		if (this.pending.size > 0 || this.trouble !== null)
			this.later(0);
	}

	#envelope(client) {
		return { account: this.account, dossier: this.dossier, object: this.object, client, csrf: this.form.elements.csrf.value };
	}

	async flush(leaving = false) {
		const ready = [...this.pending.values()].filter((c) => c.value.length <= TOO_LONG * 2);
		if (this.local || this.submitting || (ready.length === 0 && this.trouble === null))
			return;
		if (leaving) {
			for (const client of new Set(ready.map((c) => c.client)))
				send({ ...this.#envelope(client), changes: ready.filter((c) => c.client === client), leaving });
			return;
		}
		if (this.sending)
			return;
		this.sending = true;
		clearTimeout(this.timer);
		try {
			if ((this.trouble === 'session' || this.trouble === 'other' || this.trouble === 'forbidden') && !await this.#signedIn())
				return;
			if (ready.length === 0)
				this.trouble = null;
			this.show();
			for (const client of new Set(ready.map((c) => c.client)))
				if (!await this.#send(client, ready.filter((c) => c.client === client)))
					break;
		} finally {
			this.sending = false;
			this.#next();
			this.show();
		}
	}

	#next() {
		if (this.trouble !== null) {
			this.wait = this.trouble === 'session' || this.trouble === 'other' ? 5000 : Math.min(this.wait * 2, 30000);
			this.later(this.wait);
		} else if (this.pending.size > 0) {
			this.later(PAUSE);
		}
	}

	// True when the same person is signed in; then the forms of this page carry the new token.
	async #signedIn() {
		const who = await whoami(this.account, this.dossier);
		if (who.kind !== 'same') {
			this.trouble = who.kind;
			return false;
		}
		for (const input of document.querySelectorAll('input[name="csrf"]'))
			input.value = who.csrf;
		this.trouble = null;
		return true;
	}

	async #send(client, changes) {
		let answer = await send({ ...this.#envelope(client), changes });
		if (answer.kind === 'forbidden' || answer.kind === 'other') {
			const token = this.form.elements.csrf.value;
			if (!await this.#signedIn())
				return false;
			if (this.form.elements.csrf.value === token) {
				this.trouble = 'forbidden';
				return false;
			}
			answer = await send({ ...this.#envelope(client), changes });
		}
		if (answer.kind !== 'answer') {
			this.trouble = answer.kind;
			return false;
		}
		this.trouble = null;
		this.wait = PAUSE;
		this.time = answer.time;
		this.closed = answer.closed;
		for (const change of changes)
			await this.#settle(change, answer.fields[change.field]);
		return true;
	}

	async #settle(change, result) {
		if (result === undefined || result.seq !== change.seq)
			return;
		const { field } = change;
		await this.store.drop(change);
		if (this.pending.get(field)?.key === change.key && this.pending.get(field).seq === change.seq)
			this.pending.delete(field);
		this.state.set(field, ['applied', 'dropped'].includes(result.outcome) ? 'saved' : result.outcome);
		this.server[field] = change.value;
		this.message = result.message;
		if (result.outcome === 'applied') {
			this.#stands(field, result.present ?? change.value);
			this.server[field] = change.value;
			this.#unchoose(field);
			this.channel?.postMessage({ type: 'saved', account: this.account, dossier: this.dossier, object: this.object, field, present: result.present ?? change.value });
		} else if (result.outcome === 'conflict') {
			this.choose(field, result.present ?? '', result.who, result.when);
		} else if (result.outcome === 'kept') {
			this.#unchoose(field);
		}
	}

	#unchoose(field) {
		this.choosers.get(field)?.remove();
		this.choosers.delete(field);
	}

	// Both versions and two buttons, above the field.
	choose(field, theirs, who, when) {
		this.#unchoose(field);
		const control = this.form.elements[field];
		const group = (control instanceof RadioNodeList ? control[0] : control)?.closest('.govuk-form-group');
		if (group === null || group === undefined)
			return;
		const box = document.createElement('div');
		box.className = 'vd-choose';
		box.setAttribute('role', 'group');
		box.id = `chon-${field}`;
		const title = document.createElement('p');
		title.className = 'vd-choose__title';
		title.id = `chon-${field}-ten`;
		title.textContent = words.conflict(this.labels[field], who, when);
		box.setAttribute('aria-labelledby', title.id);
		const sides = document.createElement('div');
		sides.className = 'vd-choose__sides';
		const side = (heading, text, label, act) => {
			const part = document.createElement('div');
			const head = document.createElement('p');
			head.className = 'vd-choose__head';
			head.textContent = heading;
			const body = document.createElement('p');
			body.className = 'vd-prose';
			body.textContent = this.#shown(field, text) === '' ? words.empty : this.#shown(field, text);
			const button = document.createElement('button');
			button.type = 'button';
			button.className = 'govuk-button govuk-button--secondary';
			button.textContent = label;
			button.addEventListener('click', act);
			part.append(head, body, button);
			sides.append(part);
			return body;
		};
		side(words.theirs, theirs, words.useTheirs, () => this.#chosen(field, theirs, theirs));
		side(words.mine, this.value(field), words.keepMine, () => this.#chosen(field, theirs, this.value(field)));
		box.append(title, sides);
		group.before(box);
		this.choosers.set(field, box);
		announce(title.textContent);
	}

	#chosen(field, theirs, value) {
		this.base[field] = theirs;
		this.server[field] = theirs;
		this.form.elements.draft_base.value = JSON.stringify(this.base);
		this.set(field, value);
		this.#unchoose(field);
		this.state.set(field, 'conflict'); // until the server has the choice
		this.changed(field, true);
		const control = this.form.elements[field];
		(control instanceof RadioNodeList ? control[0] : control)?.focus();
	}

	// The form was saved without leaving the page: only what was typed since is kept.
	async saved(values) {
		await this.end();
		for (const field of Object.keys(this.base)) {
			this.base[field] = this.server[field] = values[field] ?? '';
			this.changed(field);
		}
	}

	// It is over, saved or given up: nothing of it is kept.
	async end() {
		this.channel?.close();
		this.channel = null;
		this.pending.clear();
		this.time = '';
		await forget(this.store, this);
		this.show();
	}

	// Anything the server has not confirmed, or has refused.
	unsaved() {
		if (this.local)
			return !this.store.works && this.pending.size > 0;
		return this.pending.size > 0 || [...this.state.values()].some((s) => s === 'conflict' || s === 'late');
	}

	#names(state) { return [...this.state].filter(([, s]) => s === state).map(([field]) => `“${this.labels[field]}”`).join(', '); }

	#status() {
		const kept = this.store.works ? '' : ` ${words.notKept}`;
		if (this.store.works && [...this.pending.values()].some((c) => !this.stored.has(c)))
			return ['saving', words.saving]; // nothing is said to be kept before it is
		if (this.local && this.store.works)
			return this.time === '' ? ['idle', words.idleLocal] : ['saved', words.savedLocal(this.time)];
		if (this.local)
			return this.pending.size === 0 ? ['idle', words.notKept] : ['unsaved', words.notKept];
		const late = [...this.state.values()].includes('late'), conflict = [...this.state.values()].includes('conflict');
		if (this.trouble === 'session')
			return ['unsaved', words.session + kept, 'sign-in'];
		if (this.trouble === 'other')
			return ['unsaved', words.other + kept, 'sign-in'];
		if (this.trouble === 'forbidden')
			return ['unsaved', words.forbidden + kept];
		if (this.trouble === 'refused')
			return ['unsaved', words.refused + kept];
		if (this.trouble === 'away' || (this.pending.size > 0 && navigator.onLine === false))
			return ['unsaved', (navigator.onLine === false ? words.offline : words.away) + kept];
		if ([...this.pending.values()].some((c) => c.value.length > TOO_LONG * 2))
			return ['unsaved', words.tooLong + kept];
		if (late)
			return ['unsaved', words.late(this.closed ?? this.root.dataset.draftClosed ?? '')];
		if (conflict && this.choosers.size > 0)
			return ['unsaved', words.unchosen(this.#names('conflict'))];
		if (this.sending || this.pending.size > 0)
			return ['saving', words.saving + kept];
		if ([...this.state.values()].includes('kept'))
			return ['saved', words.kept(this.time, this.button ? '' : this.#names('kept'))];
		return this.time === '' ? ['idle', words.idle] : ['saved', words.saved(this.time)];
	}

	show() {
		const [state, text, action] = this.#status();
		const line = this.root.querySelector('[data-draft-status]'), more = this.root.querySelector('[data-draft-action]');
		this.root.dataset.draftState = state;
		this.root.toggleAttribute('data-draft-kept', state === 'saved' && (this.local || [...this.state.values()].includes('kept')));
		if (line.textContent !== text) {
			line.textContent = text;
			if (state === 'unsaved')
				announce(text);
		}
		if (action === 'sign-in') {
			if (more.firstChild === null) {
				const link = document.createElement('a');
				link.href = '/dang-nhap?ve=/viec-cua-toi';
				link.target = '_blank';
				link.rel = 'noopener';
				link.textContent = words.signIn;
				more.append(link);
			}
		} else {
			more.textContent = '';
		}
	}
}

const SAVED = ['da-luu', 'da-them-de-nghi', 'da-lap-ho-so', 'da-sua-dong'];

// A form that was sent and answered with its notice has no unsent text any more; also when that page is left at once.
async function finish(store) {
	const sent = JSON.parse(sessionStorage.getItem('vd-draft-sent') ?? 'null');
	if (sent === null)
		return;
	sent.saved ||= SAVED.includes(new URL(location.href).searchParams.get('tb'));
	if (sent.saved) {
		sessionStorage.setItem('vd-draft-sent', JSON.stringify(sent));
		await forget(store, sent);
	}
	sessionStorage.removeItem('vd-draft-sent');
}

// Nothing of a form is kept any more but by pages that still show it.
export async function forget(store, { account, dossier, object }) {
	const mine = (await store.all(account)).filter((c) => c.dossier === dossier && c.object === object);
	const others = mine.length > 0 ? await living() : new Set();
	for (const change of mine) {
		if (!others.has(change.client))
			await store.drop({ ...change, seq: Infinity });
	}
}

// Forms whose object begins like this that have text only this browser keeps and no page shows.
export async function kept(store, account, begin) {
	const found = (await store.all(account)).filter((c) => c.dossier === '' && c.object.startsWith(begin));
	const others = found.length > 0 ? await living() : new Set();
	return new Set(found.filter((c) => !others.has(c.client)).map((c) => c.object.slice(begin.length)));
}

const living = () => Draft.prototype.alive.call({ channel: 'BroadcastChannel' in window ? new BroadcastChannel('vd-draft') : null });

// The page of a dossier: what no tab could send any more is sent from here, so that it stands in the list.
async function sweep(store, list) {
	const { draftAccount: account, draftDossier: dossier } = list.dataset;
	const csrf = document.querySelector('input[name="csrf"]')?.value;
	const lost = (await store.all(account)).filter((c) => c.dossier === dossier);
	if (lost.length === 0 || csrf === undefined)
		return;
	const alive = await living();
	let sent = 0;
	for (const change of lost.filter((c) => !alive.has(c.client)).sort((a, b) => a.at - b.at)) {
		const answer = await send({ account, dossier, object: change.object, client: change.client, csrf, changes: [change] });
		if (answer.kind === 'answer') {
			await store.drop(change);
			sent++;
		}
	}
	if (sent > 0) {
		const note = document.createElement('p');
		note.className = 'vd-restored';
		note.setAttribute('role', 'status');
		const link = document.createElement('a');
		link.href = location.pathname;
		link.textContent = words.reload;
		note.append(words.swept(sent), ' ', link);
		list.before(note);
	}
}

export async function drafts() {
	const roots = [...document.querySelectorAll('[data-draft]')], list = document.querySelector('[data-draft-list]');
	if (!('indexedDB' in window) || (roots.length === 0 && list === null && sessionStorage.getItem('vd-draft-sent') === null))
		return;
	const store = new Store();
	const shown = roots.filter((root) => root.closest('form') !== null).map((root) => new Draft(root.closest('form'), root, store));
	await finish(store);
	for (const draft of shown)
		await draft.start();
	if (list !== null)
		await sweep(store, list);
}
