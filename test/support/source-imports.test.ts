import { describe, expect, test } from 'vitest';

import { cycles, specifiersIn, titlesOf, type Import } from './source-imports.ts';

describe('the scanner of imports', () => {
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

	test('finds the titles of tests', () => {
		expect(
			titlesOf("test('[C-1] a'); it.each([])(`[C-2] b`); // '[C-3]'\nconst x = '[C-4]';"),
		).toEqual(['[C-1] a', '[C-2] b']);
	});
});
