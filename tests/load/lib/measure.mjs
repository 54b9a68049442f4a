// What the measurements share: wrk, medians, alternating rounds, the lines scripts/bench adds up.
import { execFile } from 'node:child_process';

export function run(program, args, options = {}) {
	return new Promise((resolve, reject) => {
		execFile(program, args, { encoding: 'utf8', maxBuffer: 1 << 26, ...options }, (error, stdout, stderr) => {
			if (error) reject(new Error(`${program}: ${stderr || error.message}`));
			else resolve(stdout);
		});
	});
}

export function median(values) {
	const sorted = [...values].sort((a, b) => a - b), half = sorted.length >> 1;
	return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

// Requests a second; anything but 2xx answers or a broken connection ends the measurement.
export async function wrk(url, { seconds = 4, clients = 64, headers = {} } = {}) {
	const args = ['-t1', `-c${clients}`, `-d${seconds}s`];
	for (const [name, text] of Object.entries(headers)) args.push('-H', `${name}: ${text}`);
	const out = await run('wrk', [...args, url]);
	const bad = /Non-2xx[^\n]*|Socket errors[^\n]*/.exec(out)?.[0];
	if (bad && !/connect 0, read 0, write 0, timeout 0/.test(bad)) throw new Error(`${url}: ${bad}`);
	return Number(/Requests\/sec:\s*([\d.]+)/.exec(out)[1]);
}

// Each round measures both, one after the other, the first changing places; the median of the rounds' ratios.
export async function alternate(rounds, ours, reference) {
	const a = [], b = [], ratios = [];
	for (let i = 0; i < rounds; i++) {
		let x, y;
		if (i % 2 === 0) { x = await ours(); y = await reference(); } else { y = await reference(); x = await ours(); }
		a.push(x); b.push(y); ratios.push(x / y);
	}
	return { ours: median(a), reference: median(b), ratio: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) };
}

export function report(name, value, sign, bound, words) {
	console.log(`${name}: ${words}`);
	console.log(`ratio ${name} ${value.toFixed(2)} ${sign} ${bound}`);
}
