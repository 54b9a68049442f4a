// The rehearsal page in Chromium: a whole election, both gates, the strict policy, phone and desk.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ARCHIVES, belcheck, run, TOOL, ToolFolder, toolVerify } from './lib/programs.mjs';
import { launch, openPage, serve } from './lib/browser.mjs';
import { finish, test } from './lib/tap.mjs';

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const site = await serve({ gate: true });
const browser = await launch();

/** Wait for the step with this number (0 to 6); fail at once when the page reports a problem. */
async function atStep(page, n) {
	await page.waitForFunction(at => document.querySelector('[role=alert]') ||
		document.querySelectorAll('#steps li')[at].getAttribute('aria-current') === 'step', n,
	{ timeout: 120000 });
	assert.equal(await page.locator('[role=alert]').count(), 0, await page.locator('#panel').innerText());
}

const idle = page => page.waitForFunction(() => document.querySelector('#status').textContent === '', null,
	{ timeout: 120000 });

/** No page wider than its window, no fault that axe knows. */
async function looksRight(page) {
	assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no sideways scrolling');
	await page.evaluate(axe);
	const { violations } = await page.evaluate(() => globalThis.axe.run(document,
		{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
	assert.deepEqual(violations.map(v => `${v.id}: ${v.nodes[0].html}`), []);
}

/** From the first step to an open vote, `absent` members not answering. */
async function prepare(page, { candidates, members = 5, absent = 0, look = async () => {} } = {}) {
	await look(page);
	if (candidates)
		await page.fill('#candidates', candidates.join('\n'));
	await page.fill('#members', String(members));
	await page.click('.actions button.main');
	await atStep(page, 1);
	for (const i of [1, 2, 3]) {
		await page.click(`#key-${i}`);
		await page.waitForSelector(`#key-${i}`, { state: 'detached', timeout: 60000 });
		await idle(page);
	}
	await look(page);
	for (const i of [1, 2, 3]) {
		await page.fill(`#passphrase-${i}`, `mật khẩu ${i}`);
		const saved = page.waitForEvent('download');
		await page.click(`#save-${i}`);
		assert.match((await saved).suggestedFilename(), /^khoa-\d-.*\.json$/);
		await page.waitForSelector(`#save-${i}`, { state: 'detached', timeout: 60000 });
	}
	await page.click('.actions button.main');
	await atStep(page, 2);
	for (let i = 1; i <= members - absent; i++) {
		await page.click(`#answer-${i}`);
		await page.waitForSelector(`#answer-${i}`, { state: 'detached' });
	}
	await look(page);
	await page.click('.actions button.main');
	await atStep(page, 3);
}

/** The chosen voter votes: 0 yes, 1 no, 2 no opinion for each candidate. Returns the tracker. */
async function vote(page, choices) {
	const questions = await page.locator('.ballot fieldset').all();
	assert.equal(questions.length, choices.length);
	for (const [i, question] of questions.entries())
		await question.locator('input').nth(choices[i]).check();
	await page.click('#review');
	await page.click('#send');
	await page.waitForSelector('.seal .big', { timeout: 120000 });
	await idle(page);
	return (await page.locator('.seal details .code').first().textContent()).trim();
}

async function close(page) {
	await page.click('#close');
	await atStep(page, 4);
}

async function download(page, path) {
	const saved = page.waitForEvent('download');
	await page.click('#download');
	await (await saved).saveAs(path);
	return path;
}

async function decrypt(page, trustee, n) {
	await page.click(`#decrypt-${trustee}`);
	await page.waitForFunction(count => document.querySelectorAll('.card .good').length === count, n, { timeout: 60000 });
	await idle(page);
}

test('a whole election runs in the browser and belcheck and belenios-tool accept its archive', async () => {
	const page = await openPage(browser, site.address);
	const look = () => looksRight(page);
	await prepare(page, { members: 5, absent: 1, look });
	await look();
	const votes = [[0, 1, 2], [0, 0, 1], [0, 2, 1], [0, 1, 1]];
	const trackers = [];
	for (const choices of votes) {
		trackers.push(await vote(page, choices));
		await page.evaluate(() => document.querySelector('.seal .big').remove());
	}
	await close(page);
	await look();
	assert.equal(await page.locator('#gate-here .good').count(), 1);
	assert.equal(await page.locator('#gate-server .good').count(), 1);
	assert.match(await page.locator('#found').textContent(), /^4\/4 /);
	const closed = await download(page, `${ARCHIVES}/unfinished/browser-closed.bel`);
	assert.equal((await belcheck(closed)).status, 2);
	await page.click('.actions button.main');
	await atStep(page, 5);
	await page.click('#lose-2');
	await decrypt(page, 3, 1);
	await look();
	await decrypt(page, 1, 2);
	await page.click('#publish');
	await atStep(page, 6);
	await look();
	const rows = await page.locator('#result tbody tr').allInnerTexts();
	assert.deepEqual(rows.map(row => row.split('\t').slice(1)), [
		['4', '0', '0', '1', 'Đạt'], ['1', '2', '1', '1', 'Không đạt'], ['0', '3', '1', '1', 'Không đạt']]);
	assert.equal(await page.locator('#gate-server .good').count(), 1);
	const path = await download(page, `${ARCHIVES}/browser-4-of-5.bel`);
	const turnout = `${ARCHIVES}/browser-4-of-5.turnout`;
	const { writeFileSync } = await import('node:fs');
	writeFileSync(turnout, trackers.map((tracker, i) => `${tracker} Thành viên ${i + 1}\n`).join(''));
	const ours = await belcheck(path, '--turnout', turnout);
	assert.equal(ours.status, 0, ours.output);
	assert.match(ours.output, /1 {2}4 \/ 0 {2}PASSES/);
	assert.ok((await toolVerify(path)).accepted);
	assert.deepEqual(page.complaints, []);
	await page.context().close();
});

test('the page sends nothing away but the archive to the gate', () => {
	const sent = new Set(site.seen.filter(line => !line.startsWith('GET ')));
	assert.deepEqual([...sent], ['POST /gate']);
});

test('on a phone every step fits 360 pixels and reads in English too', async () => {
	const page = await openPage(browser, site.address, { width: 360, height: 740 });
	await page.click('#language');
	assert.equal(await page.locator('html').getAttribute('lang'), 'en');
	await prepare(page, { look: () => looksRight(page) });
	await looksRight(page);
	await page.click('#others');
	await page.waitForFunction(() => document.querySelector('#turnout').textContent.startsWith('5 of 5'), null, { timeout: 60000 });
	await idle(page);
	await close(page);
	await looksRight(page);
	await page.click('.actions button.main');
	await decrypt(page, 1, 1);
	await decrypt(page, 2, 2);
	await page.click('#publish');
	await atStep(page, 6);
	await looksRight(page);
	/* Vietnamese remains only in names and in the language button. */
	const words = await page.locator('#panel').innerText();
	assert.doesNotMatch(words.replace(/^(Nguyễn|Trần|Tập thể).*$/gm, ''), /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i);
	assert.deepEqual(page.complaints, []);
	await page.context().close();
});

test('a candidate name with markup and script is shown as text and does nothing', async () => {
	const page = await openPage(browser, site.address);
	const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
	await prepare(page, { candidates: [evil, '"><b>đậm</b>'] });
	assert.equal(await page.locator('.ballot legend').first().textContent(), `1. ${evil}`);
	assert.equal(await page.locator('.ballot img, .ballot script, .ballot b').count(), 0);
	assert.match(await page.title(), /^Diễn tập/);
	assert.deepEqual(page.complaints, []);
	await page.context().close();
});

test('the policy stops inline script, foreign script and foreign connections', async () => {
	const page = await openPage(browser, site.address);
	const ran = await page.evaluate(async () => {
		const script = document.createElement('script');
		script.textContent = 'globalThis.inline = true';
		document.head.append(script);
		const foreign = await new Promise(resolve => {
			const s = document.createElement('script');
			s.src = 'http://127.0.0.1:9/x.js';
			s.onload = () => resolve(true);
			s.onerror = () => resolve(false);
			document.head.append(s);
		});
		const connected = await fetch('http://127.0.0.1:9/').then(() => true, () => false);
		document.body.insertAdjacentHTML('beforeend', '<button id="evil" onclick="globalThis.inline = true">x</button>');
		document.getElementById('evil').click();
		return { inline: globalThis.inline === true, foreign, connected };
	});
	assert.deepEqual(ran, { inline: false, foreign: false, connected: false });
	assert.ok(page.complaints.some(text => /Content Security Policy/.test(text)));
	await page.context().close();
});

test('when the gate refuses, the result cannot be opened and the page says why', async () => {
	const strict = await serve({ gate: true, verdict: 'DEFECT: ballot 2: a proof does not hold' });
	const page = await openPage(browser, strict.address);
	await prepare(page, { candidates: ['Một người'] });
	await page.click('#others');
	await page.waitForFunction(() => document.querySelector('#turnout').textContent.startsWith('5/5'), null, { timeout: 60000 });
	await idle(page);
	await close(page);
	assert.match(await page.locator('#gate-server .bad').textContent(), /a proof does not hold/);
	assert.ok(await page.locator('.actions button').first().isDisabled());
	await page.context().close();
	await strict.close();
});

test('with two keys lost nobody can open the result, and the page says so', async () => {
	const alone = await serve();
	const page = await openPage(browser, alone.address);
	await prepare(page, { candidates: ['Một người'] });
	await page.click('#others');
	await page.waitForFunction(() => document.querySelector('#turnout').textContent.startsWith('5/5'), null, { timeout: 60000 });
	await idle(page);
	await close(page);
	/* No gate on this server: the page names the commands instead. */
	assert.equal(await page.locator('#gate-server').count(), 0);
	assert.match(await page.locator('pre').first().textContent(), /belcheck .*\n.*belenios-tool election verify/);
	await page.click('.actions button.main');
	await page.click('#lose-1');
	await page.click('#lose-3');
	assert.equal(await page.locator('.note.error').count(), 1);
	await decrypt(page, 2, 1);
	assert.ok(await page.locator('#publish').isDisabled());
	await page.context().close();
	await alone.close();
});

test('a ballot is not sent before every candidate has an answer', async () => {
	const page = await openPage(browser, site.address);
	await prepare(page, { candidates: ['A', 'B', 'C'] });
	await page.locator('.ballot fieldset').nth(1).locator('input').first().check();
	await page.click('#review');
	assert.match(await page.locator('[role=alert]').textContent(), /1, 3/);
	assert.equal(await page.locator('#send').count(), 0);
	await page.context().close();
});

test('the page stays alive while 61 candidates are sealed, and leaves their proofs to the programs', async () => {
	const page = await openPage(browser, site.address);
	await prepare(page, { candidates: Array.from({ length: 61 }, (_, i) => `Ứng viên ${i + 1}`) });
	for (const question of await page.locator('.ballot fieldset').all())
		await question.locator('input').first().check();
	await page.click('#review');
	const alive = await page.evaluate(() => new Promise(resolve => {
		const seen = new Set();
		let frames = 0;
		const bar = document.getElementById('sealing');
		document.getElementById('send').click();
		const tick = () => {
			frames++;
			seen.add(bar.value);
			if (bar.value === 61)
				resolve({ frames, values: seen.size });
			else
				setTimeout(tick, 10);
		};
		tick();
	}));
	assert.ok(alive.frames >= 10 && alive.values >= 10, JSON.stringify(alive));
	await page.waitForSelector('.seal .big', { timeout: 120000 });
	await idle(page);
	await page.click('#others');
	await page.waitForFunction(() => document.querySelector('#turnout').textContent.startsWith('5/5'), null, { timeout: 120000 });
	await idle(page);
	await close(page);
	assert.match(await page.locator('#gate-here').textContent(), /chứng minh: hai chương trình.*Đạt/);
	assert.equal(await page.locator('#gate-server .good').count(), 1);
	await page.context().close();
});

test('ballots made in Chromium enter an election of belenios-tool', async () => {
	const f = new ToolFolder();
	const group = '--group BELENIOS-2048';
	const uuid = (await f.tool('setup generate-token')).trim();
	await f.tool(`setup generate-credentials --uuid ${uuid} ${group} --count 2`);
	f.write('public_creds.json', f.read('.pubcreds'));
	const codes = String(f.read('.privcreds')).trim().split('\n').map(line => line.split(' ')[1]);
	await f.tool(`setup generate-trustee-key ${group}`);
	f.write('public_keys.jsons', f.read('.pubkey'));
	await f.tool('setup make-trustees');
	f.write('questions.json', JSON.stringify({ description: 'x', name: 'y', questions: ['A', 'B'].map(question =>
		({ answers: ['Tán thành', 'Không tán thành'], min: 0, max: 1, question })) }));
	await f.tool(`setup make-election --uuid ${uuid} ${group} --template questions.json`);
	const text = String(f.read('election.json')).trim();
	await f.tool('archive init');
	const page = await openPage(browser, site.address);
	for (const code of codes) {
		const ballot = await page.evaluate(async a => {
			const { work } = await import('./client.js');
			const { secret } = await work('credential', { uuid: a.uuid, code: a.code });
			return (await work('ballot', { text: a.text, secret, choices: [[1, 0], [0, 0]] })).text;
		}, { uuid, code, text });
		await f.tool('archive add-event --type=Ballot', ballot);
	}
	const { status, output } = await run(TOOL, ['election', 'verify', '--dir', f.dir]);
	assert.equal(status, 0, output);
	assert.match(output, /all checks passed/);
	f.done();
	await page.context().close();
});

await finish();
await browser.close();
await site.close();
