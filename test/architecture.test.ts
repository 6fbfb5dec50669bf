/**
 * The import law of src/ARCHITECTURE.md on resolved paths: which room may import which, who may use
 * which package, no cycles, no dead ends, and no switched-off checks. ESLint says the same while
 * typing; this test also sees dynamic imports and what a relative path really leads to.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { allFiles, cycles, importsOf, titlesOf, type Import } from './support/source-imports.ts';

const src = fileURLToPath(new URL('../src', import.meta.url));

const drawn = ['base', 'model', 'workbook', 'live', 'exchange', 'ui'];
const composed = [...drawn, 'parts', 'features', 'app', 'storage', 'review'];

const mayImport: Readonly<Record<string, readonly string[]>> = {
	base: [],
	model: ['base'],
	workbook: ['base', 'model'],
	live: ['base', 'model', 'workbook', 'review'],
	storage: ['base', 'model', 'workbook', 'review'],
	review: ['base', 'model', 'workbook'],
	exchange: ['base', 'model'],
	ui: ['base'],
	parts: ['base', 'model', 'workbook', 'live', 'ui'],
	features: [...drawn, 'parts'],
	app: [...drawn, 'parts', 'features'],
	composition: composed,
	main: [...composed, 'composition'],
};

/** A package that stands here nowhere is a new dependency: decide first, in ARCHITECTURE.md. */
const packageRooms: Readonly<Record<string, readonly string[]>> = {
	yjs: ['workbook', 'storage', 'review'],
	lib0: ['workbook', 'review'],
	'@hocuspocus/provider': ['review'],
	'y-protocols': ['review'],
	qr: ['ui'],
	'y-indexeddb': ['storage'],
	dexie: ['storage'],
	xlsx: ['exchange'],
	zod: ['model', 'workbook', 'exchange', 'storage', 'review', 'app', 'composition'],
	fflate: ['exchange', 'storage', 'review'],
	'fractional-indexing': ['model', 'workbook'],
	'alien-signals': ['model'],
	svelte: ['live', 'ui', 'parts', 'features', 'app', 'main'],
	'@lucide/svelte': ['ui', 'parts', 'features', 'app'],
	'@tanstack/virtual-core': ['ui'],
};

const files = allFiles(src).filter((file) => /\.(ts|svelte)$/.test(file));
const imports = files.flatMap((file) => importsOf(src, file));

describe('the import law', () => {
	test('every own import leads to a file, with its extension', () => {
		expect(imports.filter(({ own, to }) => own && !existsSync(join(src, to))).map(arrow)).toEqual(
			[],
		);
	});

	test('every file stands in a known room', () => {
		const strays = files.filter((file) => !(room(file) in mayImport));
		expect(strays).toEqual([]);
	});

	test('rooms import only what stands below them', () => {
		const broken = imports.filter(
			({ own, from, to }) =>
				own && room(from) !== room(to) && !mayImport[room(from)]?.includes(room(to)),
		);
		expect(broken.map(arrow)).toEqual([]);
	});

	test('storage knows of reviews no more than types: what they ask of it', () => {
		const broken = imports.filter(
			({ from, to, typeOnly }) => room(from) === 'storage' && room(to) === 'review' && !typeOnly,
		);
		expect(broken.map(arrow)).toEqual([]);
	});

	test('features do not import one another', () => {
		const broken = imports.filter(
			({ own, from, to }) =>
				own &&
				room(from) === 'features' &&
				room(to) === 'features' &&
				feature(from) !== feature(to),
		);
		expect(broken.map(arrow)).toEqual([]);
	});

	test('the screen reads through live views and writes through commands', () => {
		const inside =
			/^workbook\/(layout|joined-row|record-kinds?|row-order|table|write|migrations)\b/;
		const broken = imports.filter(
			({ from, to }) => ['parts', 'features', 'app'].includes(room(from)) && inside.test(to),
		);
		expect(broken.map(arrow)).toEqual([]);
	});

	test('packages are used in their rooms only', () => {
		const broken = imports.filter(
			({ own, from, to }) => !own && !packageRooms[packageName(to)]?.includes(room(from)),
		);
		expect(broken.map(arrow)).toEqual([]);
	});

	test('readers and writers of foreign formats stay inside the exchange worker', () => {
		const broken = imports.filter(
			({ from, to }) =>
				room(from) !== 'exchange' && /^exchange\/(reading|fresh|write-back)\//.test(to),
		);
		expect(broken.map(arrow)).toEqual([]);
	});

	// Types may name one another (a command, the workbook it plans for); what runs may not.
	test('nothing imports in a circle', () => {
		expect(cycles(imports.filter(({ own, typeOnly }) => own && !typeOnly))).toEqual([]);
	});
});

describe('the laws of the sources', () => {
	test('no check is switched off', () => {
		const switches = /@ts-(ignore|nocheck|expect-error)|eslint-disable|svelte-ignore/;
		expect(files.filter((file) => switches.test(read(file)))).toEqual([]);
	});

	test('every module opens by saying what it is responsible for', () => {
		const modules = files.filter((file) => /(?<!index|\.d)\.ts$/.test(file));
		expect(modules.filter((file) => !opensWithComment(read(file)))).toEqual([]);
	});

	test('every rule of SPEC.md is quoted in the title of a test', () => {
		const spec = join(src, 'model/SPEC.md');
		const rules = existsSync(spec) ? ruleNumbers(readFileSync(spec, 'utf8')) : [];
		const tests = fileURLToPath(new URL('.', import.meta.url));
		const titles = allFiles(tests)
			.filter((file) => file.endsWith('.test.ts'))
			.flatMap((file) => titlesOf(readFileSync(join(tests, file), 'utf8')));
		expect(rules.filter((rule) => !titles.some((title) => title.includes(rule)))).toEqual([]);
	});
});

function read(file: string): string {
	return readFileSync(join(src, file), 'utf8');
}

/** `features/matrix/Grid.svelte` → features; `main.ts` → main. */
function room(path: string): string {
	return path.split('/')[0]!.replace(/\.ts$/, '');
}

function feature(path: string): string | undefined {
	return path.split('/')[1];
}

function packageName(specifier: string): string {
	return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function arrow({ from, to }: Import): string {
	return `${from} → ${to}`;
}

/** At the very top, or under the imports where the file defines a single thing. */
function opensWithComment(text: string): boolean {
	return /^\s*(import [^;]+;\s*)*\/\*\*/.test(text);
}

/** Rule numbers as SPEC.md writes them: [C-1], [IMP-12]. */
function ruleNumbers(text: string): string[] {
	return [...new Set(text.match(/\[[A-Z]+-\d+\]/g))];
}
