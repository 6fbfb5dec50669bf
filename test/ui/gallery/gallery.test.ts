import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { allFiles, importsOf } from '../../support/source-imports.ts';

const src = fileURLToPath(new URL('../../../src', import.meta.url));

/** Everything that a file brings with it, itself included. */
function broughtBy(file: string, found = new Set<string>()): ReadonlySet<string> {
	if (found.has(file)) return found;
	found.add(file);
	for (const { own, to, typeOnly } of importsOf(src, file)) {
		if (own && !typeOnly && /\.(ts|svelte)$/.test(to)) broughtBy(to, found);
	}
	return found;
}

test('the gallery shows every part of ui/', () => {
	const shown = broughtBy('ui/gallery/Gallery.svelte');
	const parts = allFiles(src).filter((file) => /^ui\/.*\.svelte$/.test(file));
	expect(parts.length).toBeGreaterThan(40);
	expect(parts.filter((file) => !shown.has(file))).toEqual([]);
});
