// Makes tests/ballot/data/two.bel and its secrets once; run by hand when the format changes.
import { writeFileSync } from 'node:fs';
import { elect, NO, NONE, prepare, secretOf, YES } from './council.mjs';

const data = new URL('../data/', import.meta.url);
const prepared = await prepare({
	members: 3, candidates: ['Nguyễn Thị "Ánh" / Bảy \\ Đức', 'Trần Văn Tổ́ 😀'],
	policy: { members: 5, percent: 80, min_ballots: 2, roster_sha256: 'ab'.repeat(32) },
});
const { bytes, head } = await elect(prepared, [[YES, NO], [YES, NONE]]);
writeFileSync(new URL('two.bel', data), bytes);
writeFileSync(new URL('two.json', data), JSON.stringify({
	uuid: prepared.uuid, head, fingerprint: prepared.election.fingerprint,
	result: [[2, 0], [0, 1]],
	voters: prepared.voters.map(v => ({ ...v, secret: String(v.secret) })),
	trustees: [1, 2, 3, 4].map(owner => String(secretOf(prepared, owner))),
	shares: prepared.shared.shares.map(row => row.map(s => JSON.stringify(s))),
}, null, '\t') + '\n');
