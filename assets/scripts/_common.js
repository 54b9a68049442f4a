// Small helps that office and public pages share.  Every page works without them.

import { words } from './_words.js';

// Tell screen readers what changed without moving the focus.
export function announce(text) {
	let region = document.getElementById('vd-announce');
	if (region === null) {
		region = document.createElement('div');
		region.id = 'vd-announce';
		region.className = 'govuk-visually-hidden';
		region.setAttribute('role', 'status');
		document.body.append(region);
	}
	region.textContent = text;
}

// An element with its attributes and what is in it.
export function make(name, attributes = {}, ...children) {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes))
		element.setAttribute(key, value);
	element.append(...children);
	return element;
}

// 09:05:03, wherever the browser is.
export const clock = (ms = Date.now()) => new Date(ms).toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });

async function copy(text, source) {
	if (navigator.clipboard !== undefined)
		return navigator.clipboard.writeText(text);
	// Plain http inside an office: select and let the old command do it.
	const range = document.createRange();
	range.selectNodeContents(source);
	const selection = getSelection();
	selection.removeAllRanges();
	if ('select' in source)
		source.select();
	else
		selection.addRange(range);
	if (!document.execCommand('copy'))
		throw new Error('refused');
}

// <button type="button" data-copy="#id" hidden>: copies the text or value of the element.
export function copyButtons() {
	for (const button of document.querySelectorAll('button[data-copy]')) {
		const source = document.querySelector(button.dataset.copy);
		if (source === null)
			continue;
		const label = button.textContent;
		button.hidden = false;
		button.addEventListener('click', async () => {
			try {
				await copy('value' in source ? source.value : source.textContent.trim(), source);
				button.textContent = words.copied;
				announce(words.copied);
				setTimeout(() => { button.textContent = label; }, 2000);
			} catch {
				announce(words.copyFailed);
			}
		});
	}
}

// <details data-menu>: closes on Escape and on a click elsewhere.
export function menus() {
	for (const menu of document.querySelectorAll('details[data-menu]')) {
		document.addEventListener('click', (event) => {
			if (!menu.contains(event.target))
				menu.open = false;
		});
		menu.addEventListener('keydown', (event) => {
			if (event.key === 'Escape' && menu.open) {
				menu.open = false;
				menu.querySelector('summary').focus();
			}
		});
	}
}

// [data-print]: a button that only scripts can serve.
export function printButtons() {
	for (const button of document.querySelectorAll('button[data-print]')) {
		button.hidden = false;
		button.addEventListener('click', () => print());
	}
}
