/**
 * The import law of src/ARCHITECTURE.md on resolved paths: which room may import which, who may use
 * which package, no cycles, no dead ends, and no switched-off checks. ESLint says the same while
 * typing; this test also sees dynamic imports and what a relative path really leads to.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

const mayImport: Readonly<Record<string, readonly string[]>> = {
	base: [],
	model: ['base'],
	workbook: ['base', 'model'],
	live: ['base', 'model', 'workbook', 'review'],
	storage: ['base', 'model', 'workbook'],
	review: ['base', 'model', 'workbook'],
	exchange: ['base', 'model'],
	ui: ['base'],
	features: ['base', 'model', 'workbook', 'live', 'exchange', 'ui'],
	app: ['base', 'model', 'workbook', 'live', 'exchange', 'ui', 'features'],
};

/** A package that stands here nowhere is a new dependency: decide first, in ARCHITECTURE.md. */
const packageRooms: Readonly<Record<string, readonly string[]>> = {
	yjs: ['workbook', 'storage', 'review'],
	'y-indexeddb': ['storage'],
	dexie: ['storage'],
	xlsx: ['exchange'],
	zod: ['model', 'workbook', 'exchange', 'storage', 'review', 'app'],
	fflate: ['exchange', 'storage', 'review'],
	'fractional-indexing': ['model', 'workbook'],
	svelte: ['live', 'ui', 'features', 'app'],
	'bits-ui': ['ui', 'features', 'app'],
	'@lucide/svelte': ['ui', 'features', 'app'],
	'@tanstack/virtual-core': ['ui'],
};

interface Import {
	/** Relative to src, as all paths here. */
	readonly from: string;
	/** Relative to src where it is `own`, else the package's name as written. */
	readonly to: string;
	readonly own: boolean;
	/** Erased before anything runs. */
	readonly typeOnly: boolean;
}

const files = allFiles(src).filter((file) => /\.(ts|svelte)$/.test(file));
const imports = files.flatMap(importsOf);

describe('the import law', () => {
	test('every own import leads to a file, with its extension', () => {
		expect(imports.filter(({ own, to }) => own && !existsSync(join(src, to))).map(arrow)).toEqual(
			[],
		);
	});

	test('every file stands in a known room', () => {
		const strays = files.filter((file) => file.includes('/') && !(room(file) in mayImport));
		expect(strays).toEqual([]);
	});

	test('rooms import only what stands below them', () => {
		const broken = imports.filter(
			({ own, from, to }) =>
				own &&
				room(from) !== 'main' &&
				room(from) !== room(to) &&
				!mayImport[room(from)]?.includes(room(to)),
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
			({ from, to }) => ['features', 'app'].includes(room(from)) && inside.test(to),
		);
		expect(broken.map(arrow)).toEqual([]);
	});

	test('packages are used in their rooms only', () => {
		const broken = imports.filter(
			({ own, from, to }) =>
				!own && room(from) !== 'main' && !packageRooms[packageName(to)]?.includes(room(from)),
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
		const modules = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
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

describe('this test itself', () => {
	test('sees every kind of import', () => {
		const text = `import a from './a.ts'; import type { B } from "./b.ts"; import './c.css';
			export { d } from './d.ts'; const e = await import('./e.worker.ts?worker&inline');
			let f: import('./f.ts').F;`;
		expect(specifiersIn('x.ts', text)).toEqual([
			{ path: './a.ts', typeOnly: false },
			{ path: './b.ts', typeOnly: true },
			{ path: './c.css', typeOnly: false },
			{ path: './d.ts', typeOnly: false },
			{ path: './e.worker.ts', typeOnly: false },
			{ path: './f.ts', typeOnly: true },
		]);
		const component = `<script module lang="ts">import './f.ts'</script>
			<script lang="ts">import './g.ts'</script><p>import './no.ts'</p>`;
		expect(specifiersIn('X.svelte', component).map(({ path }) => path)).toEqual([
			'./f.ts',
			'./g.ts',
		]);
	});

	test('finds a circle', () => {
		const edge = (from: string, to: string): Import => ({ from, to, own: true, typeOnly: false });
		expect(cycles([edge('a', 'b'), edge('b', 'c'), edge('c', 'b'), edge('c', 'd')])).toEqual([
			'b → c → b',
		]);
	});

	test('finds rules and titles', () => {
		expect(ruleNumbers('**[C-1]** One. [C-12] two, see [C-1].')).toEqual(['[C-1]', '[C-12]']);
		expect(titlesOf("test('[C-1] a'); it.each([])(`[C-2] b`); // '[C-3]'")).toEqual([
			'[C-1] a',
			'[C-2] b',
		]);
	});
});

function allFiles(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

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

function importsOf(file: string): Import[] {
	return specifiersIn(file, read(file)).map(({ path, typeOnly }) => {
		const own = path.startsWith('.');
		const target = relative(src, resolve(src, dirname(file), path)).replaceAll('\\', '/');
		return { from: file, to: own ? target : path, own, typeOnly };
	});
}

/** Static and dynamic imports, re-exports and `import('…')` types, without `?worker` and the like. */
function specifiersIn(file: string, text: string) {
	const code = file.endsWith('.svelte')
		? Array.from(text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g), ([, script = '']) => script)
		: [text];
	const found: { path: string; typeOnly: boolean }[] = [];
	const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
		if (!specifier || !ts.isStringLiteralLike(specifier)) return;
		found.push({ path: specifier.text.replace(/\?.*$/, ''), typeOnly });
	};
	for (const script of code) {
		everyNode(script, (node) => {
			if (ts.isImportDeclaration(node)) {
				add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
			} else if (ts.isExportDeclaration(node)) {
				add(node.moduleSpecifier, node.isTypeOnly);
			} else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
				add(node.argument.literal, true);
			} else if (
				ts.isCallExpression(node) &&
				node.expression.kind === ts.SyntaxKind.ImportKeyword
			) {
				add(node.arguments[0], false);
			}
		});
	}
	return found;
}

function everyNode(text: string, act: (node: ts.Node) => void): void {
	const visit = (node: ts.Node) => {
		act(node);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true));
}

/** Each circle once, from the file where the walk met it. */
function cycles(edges: readonly Import[]): string[] {
	const targets = new Map<string, string[]>();
	for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to]);
	const done = new Set<string>();
	const found: string[] = [];
	const walk = (file: string, path: readonly string[]) => {
		if (path.includes(file)) {
			found.push([...path.slice(path.indexOf(file)), file].join(' → '));
			return;
		}
		if (done.has(file)) return;
		for (const to of targets.get(file) ?? []) walk(to, [...path, file]);
		done.add(file);
	};
	for (const file of targets.keys()) walk(file, []);
	return found;
}

/** At the very top, or under the imports where the file defines a single thing. */
function opensWithComment(text: string): boolean {
	return /^\s*(import [^;]+;\s*)*\/\*\*/.test(text);
}

/** Rule numbers as SPEC.md writes them: [C-1], [IMP-12]. */
function ruleNumbers(text: string): string[] {
	return [...new Set(text.match(/\[[A-Z]+-\d+\]/g))];
}

function titlesOf(text: string): string[] {
	const strings: string[] = [];
	everyNode(text, (node) => {
		if (ts.isStringLiteralLike(node)) strings.push(node.text);
		if (ts.isTemplateExpression(node)) strings.push(node.getText());
	});
	return strings;
}
