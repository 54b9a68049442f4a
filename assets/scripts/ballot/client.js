// The page's end of the Web Worker: a function that returns promises.
const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
const waiting = new Map();
let last = 0;

worker.onmessage = ({ data: { id, result, error, progress } }) => {
	const { resolve, reject, onProgress } = waiting.get(id);
	if (progress) {
		onProgress?.(...progress);
		return;
	}
	waiting.delete(id);
	if (error)
		reject(Object.assign(new Error(error.message), { trustee: error.trustee }));
	else
		resolve(result);
};

worker.onerror = event => {
	for (const { reject } of waiting.values())
		reject(new Error(event.message ?? 'the worker did not start'));
	waiting.clear();
};

/** Run an operation of worker.js; onProgress(done, all) is called on the way. */
export function work(op, args = {}, onProgress) {
	return new Promise((resolve, reject) => {
		waiting.set(++last, { resolve, reject, onProgress });
		worker.postMessage({ id: last, op, args });
	});
}
