/** Reads what source files import, for the tests of the architecture. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import ts from 'typescript';

export interface Import {
	/** Relative to src, as all paths here. */
	readonly from: string;
	/** Relative to src where it is `own`, else the package's name as written. */
	readonly to: string;
	readonly own: boolean;
	/** Erased before anything runs. */
	readonly typeOnly: boolean;
}

/** All files below a folder, relative to it. */
export function allFiles(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** The imports of one file of the source folder. */
export function importsOf(src: string, file: string): Import[] {
	return specifiersIn(file, readFileSync(join(src, file), 'utf8')).map(({ path, typeOnly }) => {
		const own = path.startsWith('.');
		const target = relative(src, resolve(src, dirname(file), path)).replaceAll('\\', '/');
		return { from: file, to: own ? target : path, own, typeOnly };
	});
}

/** Static and dynamic imports, re-exports and `import('…')` types, without `?worker` and the like. */
export function specifiersIn(file: string, text: string) {
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

/** Each circle once, from the file where the walk met it. */
export function cycles(edges: readonly Import[]): string[] {
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

/** The titles that a test file gives to its tests and groups of tests. */
export function titlesOf(text: string): string[] {
	const titles: string[] = [];
	everyNode(text, (node) => {
		if (!ts.isCallExpression(node) || !/^(test|it|describe)\b/.test(node.expression.getText()))
			return;
		const [title] = node.arguments;
		if (title && ts.isStringLiteralLike(title)) titles.push(title.text);
	});
	return titles;
}

function everyNode(text: string, act: (node: ts.Node) => void): void {
	const visit = (node: ts.Node) => {
		act(node);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true));
}
