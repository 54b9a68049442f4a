// A rehearsal of the council's secret ballot in one page: every role, every step, real computations.
import { ArchiveWriter } from './archive.js';
import { work } from './client.js';
import { newUuid } from './credential.js';
import { hashHex } from './hash.js';
import { getLanguage, languages, setLanguage, t } from './rehearsal-text.js';
import { needed, passes } from './tally.js';
import { trusteesText } from './trustee.js';

const THRESHOLD = 2;
const TRUSTEES = [1, 2, 3];
const YES = [1, 0];
const NO = [0, 1];
const NONE = [0, 0];
const SCRIPTS = ['archive', 'audit', 'ballot', 'client', 'credential', 'group', 'hash', 'keyfile',
	'proof', 'rehearsal', 'rehearsal-text', 'tally', 'trustee', 'worker'];
/** Ballots times candidates up to which the page itself checks every proof (some 30 ms each). */
const THOROUGH = 300;
const gatePath = document.querySelector('meta[name="gate"]').content;

let state;

function reset() {
	state = {
		step: 0, members: 5, percent: 80, names: ['Nguyễn Thị Ánh Nguyệt', 'Trần Văn Đức',
			'Tập thể Ủy ban Mặt trận Tổ quốc Việt Nam xã Vĩnh Hòa Hưng'],
		uuid: newUuid(), trustees: TRUSTEES.map(index => ({ index, passphrase: '' })),
		roll: [], ballots: [], parts: [], gates: {}, message: '',
	};
}

/* -- small tools of the page -- */

/** An element with properties and children; text is never read as HTML. */
function el(tag, properties = {}, ...children) {
	const node = document.createElement(tag);
	for (const [key, value] of Object.entries(properties)) {
		if (key in node)
			node[key] = value;
		else
			node.setAttribute(key, value);
	}
	node.append(...children.filter(child => child !== null));
	return node;
}

const button = (text, onclick, properties = {}) => el('button', { type: 'button', onclick, ...properties }, text);
const seal = (label, value) => el('div', { className: 'seal' }, el('p', {}, label), el('p', { className: 'code' }, value));
const status = document.getElementById('status');

function say(text) {
	status.textContent = text;
}

let busy = false;

/** Run something slow once, show it again when it is done, report failure in words. */
async function act(run) {
	if (busy)
		return;
	busy = true;
	say(t('working'));
	document.querySelectorAll('#panel button').forEach(b => { b.disabled = true; });
	try {
		await run();
		say('');
	} catch (error) {
		state.message = error.trustee ? t('ceremonyFailed', error.trustee) : t('problem', error.message);
		say('');
	}
	busy = false;
	render();
}

function go(step) {
	state.step = step;
	state.message = '';
	render();
	document.getElementById('panel').focus();
	scrollTo(0, 0);
}

function download(name, data, type) {
	const url = URL.createObjectURL(new Blob([data], { type }));
	el('a', { href: url, download: name }).click();
	setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/* -- 1. prepare -- */

function prepareStep() {
	const members = el('input', { id: 'members', type: 'number', min: 5, max: 40, value: state.members });
	const names = el('textarea', { id: 'candidates', value: state.names.join('\n') });
	const percents = [80, 90].map(value => el('label', { className: 'choice' },
		el('input', { type: 'radio', name: 'percent', value, checked: value === state.percent,
			onchange: () => { state.percent = value; } }), `${value}%`));
	return [
		el('p', { className: 'help' }, t('prepareHelp')),
		el('div', { className: 'field' }, el('label', { htmlFor: 'members' }, t('members')), members),
		el('fieldset', {}, el('legend', {}, t('percent')), ...percents),
		el('div', { className: 'field' }, el('label', { htmlFor: 'candidates' }, t('candidates')), names),
		el('div', { className: 'actions' }, button(t('start'), () => {
			state.names = names.value.normalize('NFC').split('\n').map(n => n.trim()).filter(n => n !== '');
			state.members = Number(members.value);
			if (!Number.isInteger(state.members) || state.members < 5 || state.members > 40)
				state.message = t('badMembers');
			else if (state.names.length < 1 || state.names.length > 200)
				state.message = t('badCandidates');
			else {
				state.roll = Array.from({ length: state.members }, (_, i) => ({ number: i + 1 }));
				state.minBallots = Math.max(3, Math.ceil(state.members * 2 / 3));
				go(1);
				return;
			}
			render();
		}, { className: 'main' })),
	];
}

/* -- 2. keys -- */

/** Rounds 2 and 3, once all three have made their certificate. */
async function finishCeremony() {
	const { uuid, trustees } = state;
	const certs = trustees.map(h => h.cert);
	for (const h of trustees)
		h.dealt = await work('deal', { uuid, certs, threshold: THRESHOLD, me: h.index, secret: h.private });
	const coefexps = trustees.map(h => h.dealt.coefexps);
	for (const h of trustees) {
		const received = await work('receive', { uuid, certs, threshold: THRESHOLD, me: h.index,
			secret: h.private, coefexps, shares: trustees.map(from => from.dealt.shares[h.index - 1]) });
		h.secret = received.secret;
		h.key = received.key;
	}
	state.server = await work('single');
	state.trusteeText = trusteesText(state.server.key, THRESHOLD, certs, coefexps, trustees.map(h => h.key));
}

async function makeCertificate(holder) {
	const made = await work('certificate');
	holder.private = made.secret;
	holder.cert = made.cert;
	if (state.trustees.every(h => h.cert))
		await finishCeremony();
}

/** Seal the key, hand it to the browser to save, and open it again before relying on it. */
async function saveKey(holder) {
	const { uuid } = state;
	const owner = holder.index + 1;
	const file = await work('seal', { passphrase: holder.passphrase, uuid, owner, secret: holder.secret });
	const again = await work('open', { passphrase: holder.passphrase, uuid, file });
	if (again.secret !== holder.secret || again.owner !== owner)
		throw new Error('the key file cannot be read back');
	download(`khoa-${holder.index}-${uuid}.json`, file, 'application/json');
	holder.saved = true;
}

function keyCard(holder) {
	const id = `passphrase-${holder.index}`;
	const input = el('input', { id, type: 'text', value: holder.passphrase, autocomplete: 'off',
		oninput: () => { holder.passphrase = input.value; } });
	const body = !holder.cert ? [button(t('makeKey'), () => act(() => makeCertificate(holder)), { id: `key-${holder.index}` })]
		: !holder.secret ? [el('p', {}, t('keyWaiting'))]
		: holder.saved ? [el('p', { className: 'good' }, t('keySaved'))]
		: [el('label', { htmlFor: id }, t('passphrase')), input, el('p', {}),
			button(t('saveKey'), () => {
				if (holder.passphrase.length >= 8)
					return act(() => saveKey(holder));
				state.message = t('keyPassphrase');
				return render();
			}, { id: `save-${holder.index}` })];
	return el('div', { className: 'card' }, el('h3', {}, t(`role${holder.index}`)), ...body);
}

function keysStep() {
	return [
		el('p', { className: 'help' }, t('keysHelp')),
		el('div', { className: 'cards' }, ...state.trustees.map(keyCard)),
		el('div', { className: 'actions' }, button(t('toRollCall'), () => go(2), {
			className: 'main', disabled: !state.trustees.every(h => h.saved) })),
	];
}

/* -- 3. roll call -- */

async function register(member) {
	const { uuid } = state;
	Object.assign(member, await work('credential', { uuid }));
	member.note = await work('note', { note: `register|${uuid}|${member.number}`, secret: member.secret });
}

async function openVote() {
	const { uuid, names, members, percent, minBallots, roll, trusteeText } = state;
	const present = roll.filter(m => m.credential);
	const roster = JSON.stringify(roll.map(m =>
		({ member: m.number, name: `Thành viên ${m.number}`, credential: m.credential ?? null })));
	const policy = { members, percent, min_ballots: minBallots, roster_sha256: await hashHex(roster) };
	const { y } = await work('trustees', { text: trusteeText });
	state.text = JSON.stringify({
		version: 1, description: `Diễn tập.\npolicy ${JSON.stringify(policy)}`, name: 'Diễn tập bỏ phiếu kín',
		group: 'BELENIOS-2048', public_key: String(y),
		questions: names.map(question => ({ answers: ['Tán thành', 'Không tán thành'], min: 0, max: 1, question })),
		uuid,
	});
	state.archive = new ArchiveWriter(Math.floor(Date.now() / 1000));
	await state.archive.setup(state.text, trusteeText, JSON.stringify(present.map(m => m.credential)));
	state.setupHead = state.archive.head;
	/* The tables of y are built here, before anybody votes. */
	state.fingerprint = (await work('prepare', { text: state.text })).fingerprint;
	state.voter = present[0].number;
}

function rollStep() {
	const { roll, minBallots } = state;
	const present = roll.filter(m => m.credential).length;
	const rows = roll.map(m => el('tr', {}, el('th', { scope: 'row' }, t('member', m.number)),
		el('td', {}, m.code ? el('span', { className: 'code' }, m.code)
			: button(t('answer'), () => act(() => register(m)), { id: `answer-${m.number}`,
				'aria-label': `${t('answer')}: ${t('member', m.number)}` }))));
	return [
		el('p', { className: 'help' }, t('rollHelp')),
		el('table', {}, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('name')),
			el('th', { scope: 'col' }, t('code')))), el('tbody', {}, ...rows)),
		present < minBallots ? el('p', {}, t('notEnough', minBallots)) : null,
		el('div', { className: 'actions' },
			button(t('openVote'), () => act(async () => { await openVote(); go(3); }), {
				className: 'main', disabled: present < minBallots }),
			button(t('answerAll'), () => act(async () => {
				for (const m of roll.filter(one => !one.credential))
					await register(m);
			}), { disabled: present === roll.length })),
	];
}

/* -- 4. vote -- */

async function cast(member, choices, onProgress) {
	const { text } = state;
	const made = await work('ballot', { text, secret: member.secret, choices }, onProgress);
	/* The server's part: every check on reception, then the event. */
	const received = await work('receiveBallot', { text, ballot: made.text, proofs: isThorough() });
	if (received.credential !== member.credential || received.tracker !== made.tracker)
		throw new Error('the ballot is not this member\'s');
	state.ballots.push(received);
	await state.archive.append('Ballot', made.text);
	member.tracker = made.tracker;
}

function trackerBox(member) {
	return el('div', { className: 'seal' },
		el('p', { className: 'good' }, t('voted')),
		el('p', {}, `${t('tracker')}, ${t('member', member.number)}`),
		el('p', { className: 'code big' }, member.tracker.slice(0, 8)),
		el('details', {}, el('summary', {}, t('trackerAll')), el('p', { className: 'code' }, member.tracker)));
}

function ballotForm(voter) {
	const { names } = state;
	state.draft ??= names.map(() => null);
	const options = [[t('yes'), YES], [t('no'), NO], [t('none'), NONE]];
	const form = el('div', { className: 'ballot' }, ...names.map((name, i) => el('fieldset', {},
		el('legend', {}, `${i + 1}. ${name}`),
		...options.map(([text, value]) => el('label', { className: 'choice' },
			el('input', { type: 'radio', name: `choice-${i}`, checked: state.draft[i] === value,
				onchange: () => { state.draft[i] = value; } }), text)))));
	return [form, el('div', { className: 'actions' }, button(t('review'), () => {
		const open = state.draft.flatMap((c, i) => c === null ? [i + 1] : []);
		state.message = open.length > 0 ? t('chooseAll', open.slice(0, 10).join(', ')) : '';
		state.reviewing = open.length === 0;
		render();
	}, { id: 'review', className: 'main', 'aria-label': `${t('review')}: ${t('member', voter.number)}` }))];
}

function reviewForm(voter) {
	const { names, draft } = state;
	const count = value => draft.filter(c => c === value).length;
	const word = new Map([[YES, t('yes')], [NO, t('no')], [NONE, t('none')]]);
	const bar = el('progress', { id: 'sealing', value: 0, max: names.length, hidden: true, 'aria-label': t('send') });
	return [
		el('h3', {}, t('reviewTitle', t('member', voter.number))),
		el('p', {}, t('reviewCounts', count(YES), count(NO), count(NONE))),
		el('table', {}, el('tbody', {}, ...names.map((name, i) => el('tr', {},
			el('th', { scope: 'row' }, name), el('td', {}, word.get(draft[i])))))),
		bar,
		el('div', { className: 'actions' },
			button(t('send'), () => act(async () => {
				bar.hidden = false;
				await cast(voter, draft, (done, all) => {
					bar.value = done;
					say(t('sealing', done, all));
				});
				state.draft = undefined;
				state.reviewing = false;
				state.last = voter;
				state.voter = state.roll.find(m => m.credential && !m.tracker)?.number;
			}), { id: 'send', className: 'main' }),
			button(t('change'), () => { state.reviewing = false; render(); })),
	];
}

async function castOthers() {
	const waiting = state.roll.filter(m => m.credential && !m.tracker);
	for (const [i, member] of waiting.entries()) {
		const choices = state.names.map(() => [YES, YES, YES, NO, NONE][crypto.getRandomValues(new Uint8Array(1))[0] % 5]);
		await cast(member, choices, () => say(t('othersWait', t('member', member.number), i + 1, waiting.length)));
	}
	state.draft = undefined;
	state.reviewing = false;
	state.last = undefined;
	state.voter = undefined;
}

function voteStep() {
	const { roll, ballots, minBallots } = state;
	const present = roll.filter(m => m.credential);
	const waiting = present.filter(m => !m.tracker);
	const voter = waiting.find(m => m.number === state.voter);
	const select = el('select', { id: 'voter', onchange: () => {
		state.voter = Number(select.value);
		state.draft = undefined;
		state.last = undefined;
		render();
	} }, ...waiting.map(m => el('option', { value: m.number, selected: m === voter }, t('member', m.number))));
	return [
		el('p', { className: 'help' }, t('voteHelp')),
		seal(t('head'), state.archive.head),
		state.last ? trackerBox(state.last) : null,
		...voter && !state.reviewing ? [el('div', { className: 'field' },
			el('label', { htmlFor: 'voter' }, t('whoVotes')), select), ...ballotForm(voter)] : [],
		...voter && state.reviewing ? reviewForm(voter) : [],
		el('p', { id: 'turnout' }, t('votedCount', ballots.length, present.length)),
		ballots.length < minBallots ? el('p', { className: 'quiet' }, t('tooFew', minBallots)) : null,
		state.reviewing ? null : el('div', { className: 'actions' },
			button(t('closeVote'), () => act(async () => { await closeVote(); go(4); }), {
				id: 'close', className: voter ? '' : 'main', disabled: ballots.length < minBallots }),
			button(t('others'), () => act(castOthers), { id: 'others', disabled: waiting.length === 0 })),
		el('details', {}, el('summary', {}, t('fingerprint')), el('p', { className: 'code' }, state.fingerprint)),
	];
}

/* -- 5. close, gate 1 -- */

async function closeVote() {
	const { archive, text, ballots } = state;
	await archive.append('EndBallots');
	await archive.tally(ballots.length, await work('tally', { text, ballots }));
	state.tallyHead = archive.head;
	await passGate('closed');
}

/** Both checks of a gate: the pages' own, and the two programs where the server offers them. */
async function passGate(gate) {
	const bytes = state.archive.bytes();
	const trackers = state.roll.filter(m => m.tracker).map(m => m.tracker);
	const outcome = {};
	state.gates[gate] = outcome;
	try {
		const checked = await work('check', { bytes, proofs: isThorough(), trackers }, (done, all) =>
			say(`${t('working')} ${done}/${all}`));
		outcome.found = checked.found;
		outcome.here = checked.head === state.archive.head &&
			checked.stage === (gate === 'closed' ? 'EncryptedTally' : 'Result') ? '' : 'stage';
	} catch (error) {
		outcome.here = error.message;
	}
	if (gatePath !== '') {
		const answer = await fetch(`${gatePath}?stage=${gate}`, { method: 'POST', body: bytes });
		outcome.server = answer.ok ? '' : await answer.text();
	}
}

const isThorough = () => state.members * state.names.length <= THOROUGH;

const isOpen = gate => gate.here === '' && (gate.server === undefined || gate.server === '');

function gateTable(title, gate) {
	const row = (what, failure, id) => el('tr', { id }, el('th', { scope: 'row' }, what),
		el('td', { className: failure === '' ? 'good' : 'bad' }, failure === '' ? t('passed') : t('failed', failure)));
	return [
		el('table', { className: 'gate' }, el('caption', {}, title), el('tbody', {}, row(t(isThorough() ? 'checkHere' : 'checkHereQuick'), gate.here, 'gate-here'),
			gate.server === undefined ? null : row(t('checkServer'), gate.server, 'gate-server'))),
		el('p', {}, t('checkElsewhere')),
		el('pre', {}, `belcheck ${state.uuid}.bel\nbelenios-tool election verify --dir .`),
	];
}

function closeStep() {
	const gate = state.gates.closed;
	const voters = state.roll.filter(m => m.tracker);
	const found = gate.found ?? voters.map(() => false);
	return [
		el('p', { className: 'help' }, t('closeHelp')),
		seal(t('head'), state.tallyHead),
		...gateTable(t('gate1'), gate),
		el('h3', {}, t('ownBallot')),
		el('p', { id: 'found', className: found.every(Boolean) ? 'good' : 'bad' },
			t('foundCount', found.filter(Boolean).length, voters.length)),
		el('details', {}, el('summary', {}, t('tracker')), el('div', { className: 'table' }, el('table', {},
			el('tbody', {}, ...voters.map((m, i) => el('tr', {}, el('th', { scope: 'row' }, t('member', m.number)),
				el('td', { className: 'code' }, m.tracker),
				el('td', { className: found[i] ? 'good' : 'bad' }, t(found[i] ? 'found' : 'missing')))))))),
		el('div', { className: 'actions' },
			button(t('toOpen'), () => go(5), { className: 'main', disabled: !isOpen(gate) || !found.every(Boolean) }),
			downloadButton()),
	];
}

const downloadButton = () => button(t('download'), () =>
	download(`${state.uuid}.bel`, state.archive.bytes(), 'application/octet-stream'), { id: 'download' });

/* -- 6. open -- */

async function decrypt(holder) {
	const text = await work('decrypt', {
		bytes: state.archive.bytes(), secret: holder.secret,
		expected: { setupHead: state.setupHead, tallyHead: state.tallyHead, ballots: state.ballots.length },
	}, (done, all) => say(`${t('working')} ${done}/${all}`));
	await state.archive.partial(holder.index + 1, text);
	state.parts.push({ owner: holder.index + 1, text });
	holder.decrypted = true;
}

async function publish() {
	const { archive, text, ballots, server, trusteeText } = state;
	const own = await work('serverDecrypt', { text, ballots, secret: server.secret });
	await archive.partial(1, own);
	state.result = await work('count', { text, trusteeText, ballots, partials: [...state.parts, { owner: 1, text: own }] });
	await archive.append('Result', JSON.stringify({ result: state.result }));
	await passGate('result');
	/* Keys are of no use any more; what is gone cannot be stolen. */
	for (const holder of state.trustees)
		holder.secret = holder.private = holder.dealt = undefined;
	server.secret = undefined;
	state.scripts = [];
	for (const name of SCRIPTS) {
		const file = await fetch(new URL(`./${name}.js`, import.meta.url));
		state.scripts.push(`${await hashHex(new Uint8Array(await file.arrayBuffer()))}  ${name}.js`);
	}
}

function openStep() {
	const { trustees, parts } = state;
	const lost = trustees.filter(h => h.lost).length;
	const enough = parts.length >= THRESHOLD;
	const card = h => el('div', { className: 'card' }, el('h3', {}, t(`role${h.index}`)),
		...h.decrypted ? [el('p', { className: 'good' }, t('decrypted'))]
			: h.lost ? [el('p', { className: 'bad' }, t('lost'))]
			: [button(t('decrypt'), () => act(() => decrypt(h)), { id: `decrypt-${h.index}`, className: enough ? '' : 'main' }),
				el('p', {}), button(t('lose'), () => { h.lost = true; h.secret = undefined; render(); }, { id: `lose-${h.index}` })]);
	return [
		el('p', { className: 'help' }, t('openHelp')),
		el('div', { className: 'cards' }, ...trustees.map(card)),
		lost > trustees.length - THRESHOLD ? el('p', { className: 'note error' }, t('allLost')) : null,
		el('div', { className: 'actions' }, button(t('publish'), () => act(async () => { await publish(); go(6); }), {
			id: 'publish', className: 'main', disabled: !enough })),
	];
}

/* -- 7. result -- */

function resultStep() {
	const { names, result, members, percent, ballots } = state;
	const head = ['candidate', 'yes', 'no', 'abstain', 'absent', 'outcome'];
	const cell = (key, value, className = 'number') => el('td', { className, 'data-name': t(key) }, value);
	const rows = names.map((name, i) => {
		const [yes, no] = result[i];
		const good = passes(yes, percent, members);
		return el('tr', {}, el('th', { scope: 'row' }, name), cell('yes', `${yes}`), cell('no', `${no}`),
			cell('abstain', `${ballots.length - yes - no}`), cell('absent', `${members - ballots.length}`),
			cell('outcome', t(good ? 'passes' : 'fails'), good ? 'good' : 'bad'));
	});
	return [
		el('p', { className: 'help' }, t('resultHelp', needed(percent, members), percent, members)),
		el('table', { className: 'result', id: 'result' }, el('thead', {}, el('tr', {}, ...head.map((key, i) =>
			el('th', { scope: 'col', className: i > 0 && i < 5 ? 'number' : '' }, t(key))))), el('tbody', {}, ...rows)),
		seal(t('head'), state.archive.head),
		...gateTable(t('gate2'), state.gates.result),
		el('p', {}, t('destroyed')),
		el('div', { className: 'actions' }, downloadButton(), button(t('again'), () => { reset(); go(0); })),
		el('details', {}, el('summary', {}, t('scripts')), el('pre', {}, state.scripts.join('\n'))),
	];
}

/* -- the page -- */

const STEPS = [prepareStep, keysStep, rollStep, voteStep, closeStep, openStep, resultStep];

function render() {
	document.documentElement.lang = getLanguage();
	document.title = `${t('title')} - Vinh Danh`;
	for (const node of document.querySelectorAll('[data-text]'))
		node.textContent = t(node.dataset.text);
	if (gatePath !== '')
		document.querySelector('.lead').textContent = t('leadGate');
	for (const node of document.querySelectorAll('[data-label]'))
		node.setAttribute('aria-label', t(node.dataset.label));
	document.getElementById('steps').replaceChildren(...STEPS.map((_, i) => el('li', {
		className: i < state.step ? 'done' : '', ...i === state.step ? { 'aria-current': 'step' } : {},
	}, t(`step${i + 1}`))));
	document.getElementById('panel').replaceChildren(el('h2', {}, t(`step${state.step + 1}`)),
		...state.message ? [el('p', { className: 'note error', role: 'alert' }, state.message)] : [],
		...STEPS[state.step]().filter(node => node !== null));
}

const other = document.getElementById('language');
other.onclick = () => {
	const [vi, en] = languages;
	setLanguage(getLanguage() === vi ? en : vi);
	other.textContent = getLanguage() === vi ? 'English' : 'Tiếng Việt';
	other.lang = getLanguage() === vi ? en : vi;
	if (!busy)
		render();
};

reset();
render();
