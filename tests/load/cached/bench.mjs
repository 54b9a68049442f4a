// Kore and nginx with two workers each, keep-alive, gzip made beforehand, in turns under the same wrk.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, chmodSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { Kore, freePort, until } from '../../support/kore.mjs';
import { sql } from '../../support/office.mjs';
import { alternate, report, wrk } from '../lib/measure.mjs';

const dir = mkdtempSync(join(process.env.VD_SUITE_TMP ?? tmpdir(), 'vd-cached-'));
chmodSync(dir, 0o755);
// An honour list of sixty as the publication stores it: bytes, compressed once.
const path = '/vinh-danh/bang-khen-2026';
const row = (i) => `<tr><th scope="row"><a href="${path}/${i}">Nguyễn Thị Mẫu ${i}</a></th><td data-label="Chức vụ, đơn vị">Chuyên viên, Ủy ban nhân dân phường ${i * 7 % 102}</td><td data-label="Danh hiệu">Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh</td><td data-label="Thành tích">Hoàn thành xuất sắc nhiệm vụ năm ${2000 + i * 13 % 26}, giảm ${i * 31 % 97} ngày xử lý hồ sơ ${randomBytes(28).toString('hex')}</td></tr>`;
const html = Buffer.from(`<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>Danh sách vinh danh</title></head><body><table>${Array.from({ length: 60 }, (_, i) => row(i + 1)).join('\n')}</table></body></html>\n`);
const hex = (bytes) => `'\\x${bytes.toString('hex')}'`;
sql(`insert into site.list (slug, version, title, unit_code, unit_name, decision_no, decision_date, year, entries, visible_from)
	values ('bang-khen-2026', 1, 'Bằng khen', '91', 'Tỉnh An Giang', '1/QĐ', current_date, 2026, 60, now() - interval '1 hour');
	insert into site.artifact (path, version, list_slug, content_type, etag, plain, gzip, visible_from)
	values ('${path}', 1, 'bang-khen-2026', 'text/html; charset=utf-8', '"${randomBytes(16).toString('hex')}"', ${hex(html)}, ${hex(gzipSync(html, { level: 9 }))}, now() - interval '1 hour')`);
const kore = await Kore.start();

const raw = (port, to) => new Promise((resolve, reject) => {
	request({ host: '127.0.0.1', port, path: to, headers: { 'accept-encoding': 'gzip' } }, (res) => {
		const chunks = [];
		res.on('data', (chunk) => chunks.push(chunk));
		res.on('end', () => resolve({ status: res.statusCode, headers: res.headers, body: Buffer.concat(chunks) }));
	}).on('error', reject).end();
});
const page = await raw(kore.port, path);
assert.equal(page.status, 200);
assert.equal(page.headers['content-encoding'], 'gzip');
writeFileSync(join(dir, 'page.html'), gunzipSync(page.body));
writeFileSync(join(dir, 'page.html.gz'), page.body);

const port = await freePort();
writeFileSync(join(dir, 'nginx.conf'), `
daemon off; worker_processes 2; pid ${dir}/nginx.pid; error_log ${dir}/error.log;
${process.getuid() === 0 ? 'user nobody nogroup;' : ''}
events { worker_connections 1024; }
http {
	types { text/html html; } charset utf-8;
	access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 100000000; gzip_static on;
	client_body_temp_path ${dir}/b; proxy_temp_path ${dir}/p; fastcgi_temp_path ${dir}/f; uwsgi_temp_path ${dir}/u; scgi_temp_path ${dir}/s;
	server { listen 127.0.0.1:${port} backlog=1024; root ${dir}; }
}`);
const nginx = spawn('nginx', ['-c', join(dir, 'nginx.conf'), '-p', dir, '-e', join(dir, 'error.log')], { stdio: ['ignore', 'inherit', 'inherit'] });
try {
	const reference = await until(() => raw(port, '/page.html').catch(() => null));
	assert.ok(reference.body.equals(page.body), 'nginx serves the same bytes');
	const options = { headers: { 'Accept-Encoding': 'gzip' } }, short = { ...options, seconds: 1 };
	const ours = `${kore.origin}${path}`, theirs = `http://127.0.0.1:${port}/page.html`;
	await wrk(ours, short);
	await wrk(theirs, short);
	const m = await alternate(Number(process.env.ROUNDS ?? 9), () => wrk(ours, options), () => wrk(theirs, options));
	report('cached', m.ratio, '>=', 0.95, `ratio ${m.ratio.toFixed(2)} (ours ${m.ours.toFixed(0)}/s, nginx ${m.reference.toFixed(0)}/s; wanted at least 0.95; ${page.body.length} bytes; rounds ${m.low.toFixed(2)} to ${m.high.toFixed(2)})`);
} finally {
	nginx.kill('SIGTERM');
	await kore.stop();
	rmSync(dir, { recursive: true, force: true });
}
