// Compares a file's SHA-256 with the one on the page; the file stays on this machine.
import { hex } from './_hex.js';

const box = document.querySelector('[data-hash-check]');

if (box && globalThis.crypto?.subtle) {
	const result = box.querySelector('.vd-hash-result');
	const wanted = document.querySelector(box.dataset.hashCheck).textContent.trim();

	box.hidden = false;
	box.querySelector('input').addEventListener('change', async (event) => {
		const [file] = event.target.files;

		result.textContent = '';
		result.className = 'vd-hash-result';
		if (!file)
			return;
		const hash = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
		const same = hash === wanted;

		result.textContent = same ? result.dataset.same : result.dataset.other;
		result.classList.add(same ? 'vd-hash-result--same' : 'vd-hash-result--other');
	});
}
