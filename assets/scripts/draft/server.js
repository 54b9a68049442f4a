// Sending changes: what the answer means, and nothing else.

import { sendable } from './text.js';

const address = (dossier) => `/ho-so/${dossier}/nhap-lieu`;

// { kind: 'answer', fields, closed, time } | session | other | forbidden | refused | away
export async function send({ account, dossier, object, client, csrf, changes, keepOnly = false, leaving = false }) {
	const body = new URLSearchParams({ csrf, client, object });
	if (keepOnly)
		body.set('keep', '1');
	for (const change of changes) {
		body.set(`value.${change.field}`, sendable(change.value));
		body.set(`base.${change.field}`, sendable(change.base));
		body.set(`seq.${change.field}`, change.seq);
		body.set(`at.${change.field}`, change.at);
	}
	let response;
	try {
		response = await fetch(address(dossier), { method: 'POST', body, redirect: 'manual', credentials: 'same-origin', keepalive: leaving,
			...(leaving ? {} : { signal: AbortSignal.timeout(20000) }) });
		if (response.type === 'opaqueredirect' || response.status === 401)
			return { kind: 'session' };
		if (response.status === 403)
			return { kind: 'forbidden' };
		if (response.status >= 500 || response.status === 429)
			return { kind: 'away' };
		if (!(response.headers.get('content-type') ?? '').startsWith('application/json'))
			return { kind: 'refused' };
		const answer = await response.json();
		// An answer to somebody else says nothing about our text.
		if (answer.account !== account || answer.fields === undefined)
			return { kind: 'other' };
		return { kind: 'answer', ...answer };
	} catch {
		return { kind: 'away' };
	}
}

// Who is signed in here now: { kind: 'same', csrf } | other | session | forbidden | away
export async function whoami(account, dossier) {
	try {
		const response = await fetch(address(dossier), { redirect: 'manual', credentials: 'same-origin', signal: AbortSignal.timeout(10000) });
		if (response.type === 'opaqueredirect' || response.status === 401)
			return { kind: 'session' };
		if (response.status >= 500)
			return { kind: 'away' };
		if (!response.ok)
			return { kind: 'other' };
		const answer = await response.json();
		return answer.account === account ? { kind: 'same', csrf: answer.csrf } : { kind: 'other' };
	} catch {
		return { kind: 'away' };
	}
}
