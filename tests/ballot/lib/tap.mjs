// TAP from sentences: tests run one after another, the plan comes last.
const tests = [];

export function test(sentence, run) {
	tests.push({ sentence, run });
}

/** Run what was declared; the exit status says whether all held. */
export async function finish() {
	let failed = 0;
	for (const [i, { sentence, run }] of tests.entries()) {
		try {
			await run();
			console.log(`ok ${i + 1} - ${sentence}`);
		} catch (error) {
			failed++;
			console.log(`not ok ${i + 1} - ${sentence}`);
			for (const line of String(error.stack ?? error).split('\n'))
				console.log(`# ${line}`);
		}
	}
	console.log(`1..${tests.length}`);
	process.exitCode = failed === 0 ? 0 : 1;
}
