/**
 * How the program is served: the first script (src/main.ts) stays small and by itself; all that
 * src/composition/start.ts needs at once is one file, fetched beside it.
 */
import { fileURLToPath } from 'node:url';

import type { Plugin, Rolldown } from 'vite';

const programName = 'program';

/**
 * One file, although other places use parts of it too: a file for each such part (there were 35) would
 * be asked for later, and packed worse (by 10 of 150 kB).
 */
export function programInOneFile(): Rolldown.CodeSplittingOptions {
	let first: ReadonlySet<string> | undefined;
	let all: ReadonlySet<string> | undefined;
	return {
		groups: [
			{
				debugName: programName,
				name(id, graph) {
					first ??= broughtBy('src/main.ts', graph);
					all ??= broughtBy('src/composition/start.ts', graph);
					return all.has(id) && !first.has(id) ? programName : null;
				},
				// Else what the first script shares with the program would move into it.
				includeDependenciesRecursively: false,
			},
		],
	};
}

/** The modules that come with one, itself included. */
function broughtBy(path: string, graph: Rolldown.ChunkingContext): ReadonlySet<string> {
	const found = new Set([fileURLToPath(new URL(path, import.meta.url))]);
	for (const id of found) {
		for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
	}
	return found;
}

/** The program is fetched beside the first script that asks for it, its styles with it. */
export function preloadProgram(): Plugin {
	return {
		name: 'preload-program',
		apply: 'build',
		transformIndexHtml: {
			order: 'post',
			handler(_html, { bundle = {} }) {
				const program = Object.values(bundle).find(
					(file) => file.type === 'chunk' && file.name === programName,
				);
				if (program?.type !== 'chunk') throw new Error('The build has no program to preload');
				const styles = [...(program.viteMetadata?.importedCss ?? [])];
				const scripts = [program.fileName, ...program.imports].filter((file) => {
					const chunk = bundle[file];
					return chunk?.type === 'chunk' && !chunk.isEntry;
				});
				return [
					...scripts.map((file) => ({
						tag: 'link',
						attrs: { rel: 'modulepreload', href: `./${file}` },
					})),
					...styles.map((href) => ({
						tag: 'link',
						attrs: { rel: 'stylesheet', href: `./${href}` },
					})),
				].map((tag) => ({ ...tag, injectTo: 'head' as const }));
			},
		},
	};
}
