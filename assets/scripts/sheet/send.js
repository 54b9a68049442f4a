// Sends rows in pieces and goes on where it was cut: a piece may arrive twice, the server keeps it once.

import { hex } from '../_hex.js';

const PAUSES = [1, 2, 4, 8, 15, 30]; // seconds

export const once = () => hex(crypto.getRandomValues(new Uint8Array(24)));

// What a server said that makes no sense to repeat.
export class Refused extends Error {
	constructor(status, text) {
		super(text || String(status));
		this.status = status;
		this.text = text;
	}
}

export class Cancelled extends Error {}

// The same for the same table, whatever became of its sending; null where the browser has no means for it.
async function digest(first, chunks) {
	if (globalThis.crypto?.subtle === undefined) return null;
	const text = JSON.stringify([first.source, first.seal ?? '', ...chunks.map(({ from, count, json }) => [from, count, json])]);
	return hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

// report(state): { phase: 'sending' | 'offline' | 'waiting' | 'resumed' | 'signIn' | 'continued' | 'checking', done, total, seconds }
export class Sender {
	#abort = new AbortController();
	#wake = null;
	#address = null; // of the import

	constructor({ home, csrf, report, fetch = (...args) => globalThis.fetch(...args), pause = (ms) => new Promise((done) => { setTimeout(done, ms); }) }) {
		Object.assign(this, { home, csrf, report, fetch, pause });
	}

	get cancelled() { return this.#abort.signal.aborted; }

	// Try again now: somebody pressed the button, or the network is back.
	wake() { this.#wake?.(); }

	cancel() {
		this.#abort.abort();
		this.wake();
	}

	// One form sent; throws TypeError when the network is away.
	async #post(path, fields, signal = this.#abort.signal) {
		const body = new FormData();
		for (const [name, value] of Object.entries({ csrf: this.csrf, once: once(), ...fields })) body.append(name, value);
		return this.fetch(path, { method: 'POST', body, signal, headers: { accept: 'application/json' }, credentials: 'same-origin' });
	}

	// The token of forms after somebody signed in again; false while nobody is signed in.
	async #renew() {
		const answer = await this.fetch(this.home, { signal: this.#abort.signal, credentials: 'same-origin' });
		if (!answer.ok || new URL(answer.url, 'http://x/').pathname !== this.home) return false;
		const token = /name="csrf" value="([^"]+)"/.exec(await answer.text())?.[1];
		if (token === undefined) return false;
		this.csrf = token;
		return true;
	}

	async #rest(state, seconds) {
		this.report(state);
		await Promise.race([
			seconds === null ? new Promise(() => {}) : this.pause(seconds * 1000),
			new Promise((done) => { this.#wake = done; }),
		]);
		this.#wake = null;
	}

	// Until it is answered; what the server refuses for good is thrown.
	async #insist(path, fields, counts) {
		let renewed = false, cut = false;
		for (let attempt = 0; ; attempt++) {
			if (this.cancelled) throw new Cancelled();
			const seconds = PAUSES[Math.min(attempt, PAUSES.length - 1)];
			try {
				const answer = await this.#post(path, fields);
				if (answer.ok) {
					if (cut) this.report({ phase: 'resumed', ...counts });
					return await answer.json();
				}
				if ([401, 403].includes(answer.status) && !renewed) {
					renewed = await this.#renew();
					if (!renewed) await this.#rest({ phase: 'signIn', ...counts }, null);
				} else if ([408, 429, 502, 503, 504].includes(answer.status)) {
					cut = true;
					await this.#rest({ phase: 'waiting', seconds, ...counts }, seconds);
				} else {
					const json = (answer.headers.get('content-type') ?? '').startsWith('application/json');
					throw new Refused(answer.status, json ? (await answer.json()).error ?? '' : '');
				}
			} catch (error) {
				if (this.cancelled) throw new Cancelled();
				if (error instanceof Refused) throw error;
				cut = true; // no answer, or half of one
				await this.#rest({ phase: 'offline', seconds, ...counts }, seconds);
			}
		}
	}

	// Everything, or what is missing of a table whose sending was cut; returns the address of the preview.
	async send(first, chunks) {
		const total = chunks.reduce((n, chunk) => n + chunk.count, 0), mark = await digest(first, chunks);
		let done = 0;
		this.report({ phase: 'sending', done, total });
		const begun = await this.#insist(this.home, { ...first, total_rows: String(total), ...(mark && { digest: mark }) }, { done, total });
		this.#address = begun.href;
		const rest = chunks.filter((chunk) => chunk.from > (begun.last_row ?? 0));
		if (rest.length < chunks.length) {
			done = total - rest.reduce((n, chunk) => n + chunk.count, 0);
			this.report({ phase: 'continued', done, total });
		}
		for (const chunk of rest) {
			await this.#insist(`${this.#address}/phan`, { from_row: String(chunk.from), rows: chunk.json }, { done, total });
			done += chunk.count;
			this.report({ phase: 'sending', done, total });
		}
		this.report({ phase: 'checking', done, total });
		const read = await this.#insist(`${this.#address}/doc`, {}, { done, total });
		return read.href;
	}

	// After cancel(): what has arrived is thrown away.
	async drop() {
		if (this.#address !== null)
			await this.#post(`${this.#address}/bo`, {}, null).catch(() => {});
	}
}
