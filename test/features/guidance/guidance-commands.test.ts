import { expect, test, vi } from 'vitest';
import { guidanceSearch } from '../../../src/features/guidance/guidance-commands.ts';
import { paletteGroups } from '../../../src/ui/commands/palette-results.ts';

async function ready(open: (article: string) => void = () => undefined) {
	const search = guidanceSearch(open);
	search('');
	await vi.dynamicImportSettled();
	return search;
}

/** What the palette, which ranks by its own reading, lists. */
const listed = (search: ReturnType<typeof guidanceSearch>, typed: string): readonly string[] =>
	paletteGroups([], search(typed), typed, []).flatMap(({ results }) =>
		results.map(({ command }) => command.id),
	);

test('the palette finds articles by title and by keyword', async () => {
	const search = await ready();
	expect(listed(search, 'bridge letter')[0]).toBe('guidance-road-bridge-letter');
	expect(listed(search, 'cuec')).toContain('guidance-complementary-controls');
	expect(listed(search, 'restore test record')).toContain('guidance-evidence-kinds');
	expect(listed(search, 'SOC 3')).toContain('guidance-soc-reports-compared');
});

test('it lists few, and none where nothing is typed', async () => {
	const search = await ready();
	expect(search('')).toEqual([]);
	expect(search('control').length).toBeLessThanOrEqual(8);
	expect(search('zebra')).toEqual([]);
});

test('choosing one opens it', async () => {
	const open = vi.fn();
	const search = await ready(open);
	search('four opinions')[0]?.run();
	expect(open).toHaveBeenCalledWith('opinions');
});
