import '../../ui/jsdom-platform.ts';

import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import { ok } from '../../../src/base/result.ts';
import Shelf from '../../../src/features/shelf/Shelf.svelte';
import { withWords } from '../../../src/features/shelf/find-workbooks.ts';
import { CommandBoard } from '../../../src/ui/commands/command-board.svelte.ts';
import type { ShelfEntry, ShelfPort } from '../../../src/workbook/ports.ts';

function entry(number: number, changes: Partial<ShelfEntry> = {}): ShelfEntry {
	const at = '2026-11-21T10:00:00.000Z';
	return {
		...{ id: `workbook:${number}`, name: `Customer ${number}`, organization: '' },
		...{ createdAt: at, openedAt: at, changedAt: at, controls: number, documentBytes: 0 },
		...changes,
	};
}

function show(entries: readonly ShelfEntry[]) {
	const nothing = () => Promise.resolve(ok(undefined));
	const shelf: ShelfPort = {
		entries: { current: entries, subscribe: () => () => undefined },
		create: () => Promise.resolve(ok('workbook:new')),
		duplicate: () => Promise.resolve(ok('workbook:copy')),
		...{ rename: nothing, retire: nothing, restore: nothing, deleteForGood: nothing },
	};
	const onopen = vi.fn();
	const oncopy = vi.fn();
	render(Shelf, {
		...{ shelf, onopen, oncopy, commands: new CommandBoard(), accept: ['.xlsx'], busy: false },
		...{ hrefOf: (id: string) => `#${id}`, onfile: vi.fn(), onexample: vi.fn(), tell: vi.fn() },
		onnew: () => Promise.resolve(undefined),
	});
	return { onopen, oncopy, user: userEvent.setup() };
}

const names = () =>
	screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent);

describe('the shelf', () => {
	it('keeps the start in reach below very many workbooks, and shows all when asked to', async () => {
		const { user } = show(Array.from({ length: 14 }, (_, index) => entry(index + 1)));
		expect(names()).toHaveLength(10);
		await user.click(screen.getByRole('button', { name: 'Show all 14 workbooks' }));
		expect(names()).toHaveLength(14);
	});

	it('finds a workbook by words of its name, and opens it by Enter', async () => {
		const { user, onopen } = show(Array.from({ length: 14 }, (_, index) => entry(index + 1)));
		await user.type(screen.getByRole('searchbox', { name: 'Find a workbook' }), 'customer 12');
		expect(names()).toEqual(['Customer 12']);
		await user.keyboard('{Enter}');
		expect(onopen).toHaveBeenCalledWith('workbook:12');
		await user.type(screen.getByRole('searchbox', { name: 'Find a workbook' }), 'x');
		expect(screen.getByText('No workbook has these words in its name.')).toBeVisible();
	});

	it('asks for no search while there are few', () => {
		show([entry(1), entry(2)]);
		expect(screen.queryByRole('searchbox')).toBeNull();
	});

	it('hands out a copy from the menu of a workbook', async () => {
		const { user, oncopy } = show([entry(1)]);
		await user.click(screen.getByRole('button', { name: 'Actions for Customer 1' }));
		await user.click(screen.getByRole('menuitem', { name: 'Download a copy' }));
		expect(oncopy).toHaveBeenCalledWith(expect.objectContaining({ id: 'workbook:1' }));
	});

	it('finds words in any order, without case and accents', () => {
		const entries = [entry(1, { name: 'Zürich SOC 2', organization: 'Acme AG' }), entry(2)];
		expect(withWords(entries, 'acme ZURICH')).toEqual([entries[0]]);
		expect(withWords(entries, '  ')).toBe(entries);
	});
});
