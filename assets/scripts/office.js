// Progressive enhancement of the office's pages.

import { Accordion, Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink, Tabs, createAll } from 'govuk-frontend';
import { copyButtons, menus, printButtons } from './_common.js';
import { uploads } from './upload/index.js';
import { drafts } from './draft/draft.js';
import { length } from './draft/text.js';
import { words } from './_words.js';

// Boxes of one form: [data-select-all], [data-select-item data-label], [data-select-count], [data-select-needs].
function selection() {
	for (const form of document.querySelectorAll('[data-select]')) {
		const all = form.querySelector('[data-select-all]');
		const items = [...form.querySelectorAll('[data-select-item]')];
		const count = form.querySelector('[data-select-count]');
		const buttons = form.querySelectorAll('[data-select-needs]');
		const refresh = () => {
			const chosen = items.filter((item) => item.checked);
			const names = chosen.slice(0, 3).map((item) => item.dataset.label).join(', ');
			if (all !== null) {
				all.checked = items.length > 0 && chosen.length === items.length;
				all.indeterminate = chosen.length > 0 && chosen.length < items.length;
			}
			if (count !== null)
				count.textContent = chosen.length === 0 ? words.none : words.selected(chosen.length, names, chosen.length - Math.min(3, chosen.length));
			for (const button of buttons)
				button.disabled = chosen.length === 0;
		};
		if (all !== null) {
			all.closest('[hidden]')?.removeAttribute('hidden');
			all.addEventListener('change', () => {
				for (const item of items)
					item.checked = all.checked;
				refresh();
			});
		}
		if (count !== null)
			count.setAttribute('aria-live', 'polite');
		form.addEventListener('change', refresh);
		addEventListener('pageshow', refresh); // the browser restores boxes on "back"
		refresh();
	}
}

// textarea[data-autosize]: grows with its text where field-sizing does not exist.
function autosize() {
	if (CSS.supports('field-sizing', 'content'))
		return;
	for (const area of document.querySelectorAll('textarea[data-autosize]')) {
		const fit = () => {
			area.style.height = 'auto';
			area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
		};
		area.addEventListener('input', fit);
		fit();
	}
}

// form[data-unsaved]: asks before leaving with changes; a refused form (422) is changed from the start.
function unsaved() {
	for (const form of document.querySelectorAll('form[data-unsaved]')) {
		if (form.querySelector('[data-draft]') !== null)
			continue; // saves itself and guards itself: draft/draft.js
		const before = new URLSearchParams(new FormData(form)).toString();
		const refused = document.querySelector('.govuk-error-summary') !== null;
		let leaving = false;
		form.addEventListener('submit', () => { leaving = true; });
		addEventListener('pageshow', () => { leaving = false; });
		addEventListener('beforeunload', (event) => {
			if (!leaving && (refused || new URLSearchParams(new FormData(form)).toString() !== before))
				event.preventDefault();
		});
	}
}

// The second click on a button that submits does nothing; the server's one-time value is the real lock.
function onceOnly() {
	for (const form of document.querySelectorAll('form[method="post"]:not([data-upload])')) {
		let sent = false;
		form.addEventListener('submit', (event) => {
			if (sent)
				event.preventDefault();
			sent = true;
		});
		addEventListener('pageshow', () => { sent = false; });
	}
}

// Counts what the server counts: NFC, trimmed, code points; else the two differ on pasted no-break spaces.
class Count extends CharacterCount {
	updateCount() { this.count = length(this.$textarea.value); }
}

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
createAll(Accordion, { i18n: words.accordion });
createAll(Count, { i18n: words.characters });
for (const component of [Button, Checkboxes, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink, Tabs])
	createAll(component);
selection();
autosize();
onceOnly();
unsaved();
drafts();
copyButtons();
menus();
printButtons();
uploads();
