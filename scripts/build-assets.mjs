// Builds styles, scripts, fonts and images into one C table with content-hashed addresses.
//
//   node scripts/build-assets.mjs [OUT_DIR] [--files DIR]
//
// OUT_DIR (build/gen/assets) gets assets.c: every asset plain, gzip and brotli.  --files also
// writes the plain bytes under their served names, for a static server or a style guide.
// The same input gives the same bytes: no times, no paths of the machine, everything sorted.
//
//   assets/styles/NAME.scss           -> NAME.css      (files beginning with _ are parts)
//   assets/scripts/NAME.js            -> NAME.js       (files beginning with _ are parts)
//   assets/scripts/NAME/index.js      -> NAME.js
//   assets/scripts/NAME/worker.js     -> NAME-worker.js, for new Worker() of that script
//   assets/images/NAME.{svg,png,ico}  -> as they are
//   FONTS below                       -> woff2 from @fontsource
//   assets/scripts/ballot/*           -> as they are under /bo-phieu/dien-tap/: anyone may read and hash what seals a vote
//   assets/licences.txt               -> as it is; styles and scripts with foreign parts name it in their first line
// A style names another asset as url("asset:NAME"); templates as {{asset "NAME"}}, checked here.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const prefix = '/tai-nguyen/';

const FONT = 'be-vietnam-pro';
const FONTS = ['latin', 'latin-ext', 'vietnamese'].flatMap((set) => [400, 600, 700].map((weight) => `${FONT}-${set}-${weight}`));

const TYPES = {
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.png': 'image/png',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.html': 'text/html; charset=utf-8',
};
const COMPRESSED = new Set(['.css', '.html', '.js', '.svg', '.txt', '.ico']);

function fail(message) {
	console.error(`build-assets: ${message}`);
	process.exit(1);
}

function list(dir) {
	const full = join(root, dir);
	return existsSync(full) ? readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)) : [];
}

function walk(dir) {
	return list(dir).flatMap((e) => (e.isDirectory() ? walk(join(dir, e.name)) : [join(dir, e.name)]));
}

const assets = new Map(); // name -> { name, file, bytes }

function add(name, bytes, path) {
	if (assets.has(name))
		fail(`two sources for ${name}`);
	if (TYPES[extname(name)] === undefined)
		fail(`no content type for ${name}`);
	const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
	const ext = extname(name);
	const file = `${basename(name, ext)}-${hash}${ext}`;
	assets.set(name, { name, bytes, hash, file, path: path ?? prefix + file });
}

function addBallot() {
	for (const e of list('assets/scripts/ballot'))
		add(`ballot/${e.name}`, readFileSync(join(root, 'assets/scripts/ballot', e.name)), `/bo-phieu/dien-tap/${e.name}`);
}

// Every copy of others' work carries their notice: minifying takes the comments away, this puts one back.
function notice(foreign) {
	return foreign ? `/*! Licences: ${prefix}${assets.get('licences.txt').file} */\n` : '';
}

function addFonts() {
	for (const font of FONTS)
		add(`${font}.woff2`, readFileSync(join(root, `node_modules/@fontsource/${FONT}/files/${font}-normal.woff2`)));
}

function addImages() {
	for (const e of list('assets/images')) {
		if (e.isDirectory()) // pictures of README.md: not part of the product
			continue;
		let bytes = readFileSync(join(root, 'assets/images', e.name));
		if (extname(e.name) === '.svg') // by hand already; only indentation and comments go
			bytes = Buffer.from(bytes.toString('utf8').replace(/<!--[\s\S]*?-->/g, '').replace(/>\s+</g, '><').replace(/\s+/g, ' ').trim());
		add(e.name, bytes);
	}
}

function addStyles() {
	for (const e of list('assets/styles')) {
		if (extname(e.name) !== '.scss' || e.name.startsWith('_'))
			continue;
		const { css, loadedUrls } = sass.compile(join(root, 'assets/styles', e.name), {
			style: 'compressed',
			charset: false,
			loadPaths: [join(root, 'assets/styles'), join(root, 'node_modules')],
			quietDeps: true,
		});
		const linked = css.replace(/asset:([\w.-]+)/g, (_, name) => assets.get(name)?.file ?? fail(`${e.name} names the unknown asset ${name}`));
		if (/url\(["']?(https?:)?\/\//.test(linked))
			fail(`${e.name} fetches from elsewhere`);
		const foreign = loadedUrls.some((url) => url.pathname.includes('/node_modules/')) || linked.includes('@font-face');
		add(e.name.replace(/\.scss$/, '.css'), Buffer.from(notice(foreign) + linked));
	}
}

async function addScripts() {
	const entries = list('assets/scripts').flatMap((e) => {
		if (e.isDirectory())
			return !existsSync(join(root, 'assets/scripts', e.name, 'index.js')) ? [] : [['index.js', '.js'], ['worker.js', '-worker.js']]
				.map(([file, ending]) => ({ name: e.name + ending, path: `assets/scripts/${e.name}/${file}` }))
				.filter(({ path }) => existsSync(join(root, path)));
		return extname(e.name) === '.js' && !e.name.startsWith('_') ? [{ name: e.name, path: `assets/scripts/${e.name}` }] : [];
	});
	for (const { name, path } of entries) {
		const out = await esbuild.build({
			absWorkingDir: root,
			entryPoints: [path],
			bundle: true,
			minify: true,
			write: false,
			format: 'iife',
			target: 'es2020',
			charset: 'utf8',
			legalComments: 'none',
			metafile: true,
			logLevel: 'warning',
		});
		const foreign = Object.keys(out.metafile.inputs).some((input) => input.includes('node_modules/'));
		add(name, Buffer.concat([Buffer.from(notice(foreign)), out.outputFiles[0].contents]));
	}
}

// A page must not name an asset that does not exist: found here, not by a visitor.
function checkTemplates() {
	for (const path of walk('assets/templates')) {
		readFileSync(join(root, path), 'utf8').split('\n').forEach((line, i) => {
			for (const [, name] of line.matchAll(/\{\{asset "([^"]+)"\}\}/g))
				if (!assets.has(name))
					fail(`${path}:${i + 1}: unknown asset ${name}`);
		});
	}
}

const escapes = Array.from({ length: 256 }, (_, c) => {
	const ch = String.fromCharCode(c);
	if (ch === '"' || ch === '\\' || ch === '?')
		return `\\${ch}`;
	return c >= 32 && c < 127 ? ch : `\\${c.toString(8).padStart(3, '0')}`;
});

// String literals: the compiler reads them an order of magnitude faster than lists of numbers.
function cArray(name, bytes) {
	const lines = [];
	for (let at = 0; at < bytes.length; at += 80) {
		let line = '';
		for (const byte of bytes.subarray(at, at + 80))
			line += escapes[byte];
		lines.push(`\t"${line}"`);
	}
	return `static const unsigned char ${name}[${bytes.length}] =\n${lines.join('\n')};\n`;
}

function generate() {
	const sorted = [...assets.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
	let arrays = '';
	let rows = '';
	sorted.forEach((asset, i) => {
		const ext = extname(asset.name);
		const forms = [['plain', asset.bytes]];
		if (COMPRESSED.has(ext)) {
			forms.push(['gzip', gzipSync(asset.bytes, { level: 9 })]);
			forms.push(['brotli', brotliCompressSync(asset.bytes, { params: {
				[constants.BROTLI_PARAM_QUALITY]: 11,
				[constants.BROTLI_PARAM_SIZE_HINT]: asset.bytes.length,
			} })]);
		}
		const cells = forms.map(([form, bytes]) => {
			arrays += cArray(`a${i}_${form}`, bytes);
			return `.${form} = { a${i}_${form}, sizeof(a${i}_${form}) }`;
		});
		const digest = createHash('sha256').update(asset.bytes).digest('base64');
		rows += `\t{ "${asset.name}", "${asset.path}", "${TYPES[ext]}", "\\"${asset.hash}\\"",\n` +
			`\t  "'sha256-${digest}'", ${cells.join(', ')} },\n`;
	});
	return `/* Generated by scripts/build-assets.mjs: every asset, sorted by path. */
#include "web/asset.h"

#pragma GCC diagnostic ignored "-Woverlength-strings"

${arrays}
const struct asset asset_table[] = {
${rows}};
const size_t asset_count = sizeof(asset_table) / sizeof(asset_table[0]);
`;
}

function write(path, bytes) {
	if (existsSync(path) && readFileSync(path).equals(Buffer.from(bytes)))
		return; // keep the time: make compiles nothing again
	writeFileSync(path, bytes);
}

const args = process.argv.slice(2);
const outDir = args[0] === undefined || args[0].startsWith('-') ? join(root, 'build/gen/assets') : args[0];

add('licences.txt', readFileSync(join(root, 'assets/licences.txt')));
addFonts();
addImages();
addStyles();
await addScripts();
addBallot();
checkTemplates();
mkdirSync(outDir, { recursive: true });
write(join(outDir, 'assets.c'), generate());
const filesAt = args.indexOf('--files');
if (filesAt >= 0) {
	mkdirSync(args[filesAt + 1], { recursive: true });
	for (const asset of assets.values())
		write(join(args[filesAt + 1], asset.file), asset.bytes);
	write(join(args[filesAt + 1], 'names.json'), JSON.stringify(Object.fromEntries([...assets.values()].map((a) => [a.name, a.file])), null, 1));
}
