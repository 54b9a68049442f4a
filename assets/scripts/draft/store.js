// What was typed and the server has not confirmed, in this browser; each account's for itself.

import { openDB } from 'idb';

const MONTH = 30 * 24 * 3600 * 1000;

export class Store {
	constructor() {
		this.works = true;
		this.db = openDB('vd-draft', 1, {
			upgrade(db) {
				const changes = db.createObjectStore('change', { keyPath: 'key' });
				changes.createIndex('account', 'account');
			},
			blocking(_, __, event) { event.target.close(); },
		});
		this.db.catch(() => { this.works = false; });
	}

	// A browser that keeps nothing (private window, full disk) must be said, not hidden.
	async #try(what, otherwise) {
		try {
			return await what(await this.db);
		} catch {
			this.works = false;
			return otherwise;
		}
	}

	put(change) { return this.#try((db) => db.put('change', change)); }

	// Only this very version of it: a newer one typed meanwhile stays.
	async drop(change) {
		return this.#try(async (db) => {
			const tx = db.transaction('change', 'readwrite');
			const there = await tx.store.get(change.key);
			if (there !== undefined && there.seq <= change.seq)
				await tx.store.delete(change.key);
			await tx.done;
		});
	}

	async all(account) {
		const changes = await this.#try((db) => db.getAllFromIndex('change', 'account', account), []);
		const fresh = [];
		for (const change of changes) {
			if (Date.now() - change.at > MONTH)
				await this.drop(change);
			else
				fresh.push(change);
		}
		return fresh;
	}
}
