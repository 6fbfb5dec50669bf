/** The clipboard of the grid over rows with heads of groups among them. */
import { describe, expect, it, vi } from 'vitest';
import {
	readClipboard,
	writeClipboard,
} from '../../../../src/exchange/clipboard/clipboard-cells.ts';
import type { GridChange } from '../../../../src/ui/grid/grid-change.ts';
import { GridClipboard } from '../../../../src/ui/grid/clipboard/grid-clipboard.ts';
import type { GridGroup } from '../../../../src/ui/grid/grid-column.ts';
import { GridState } from '../../../../src/ui/grid/grid-state.svelte.ts';
import {
	clearedCells,
	continuedCells,
	repeatedCells,
} from '../../../../src/ui/grid/fill/range-changes.ts';

interface Row {
	readonly id: string;
	readonly values: Readonly<Record<string, string>>;
}

const columns = ['a', 'b'].map((key) => ({ key, label: key.toUpperCase(), width: 100 }));
const values = {
	read: (row: Row, key: string) => row.values[key] ?? '',
	text: (_: string, value: string) => value,
	parse: (_: string, text: string) => text,
};
const row = (id: string, a: string, b: string): Row => ({ id, values: { a, b } });
const group = (id: string): GridGroup => ({
	id,
	group: { label: id, count: 2, level: 1, expanded: true },
});

/** What the browser hands on with a copy, cut or paste. */
class Clipboard {
	readonly #forms = new Map<string, string>();

	event(type: 'copy' | 'cut' | 'paste'): ClipboardEvent {
		const clipboardData = {
			getData: (form: string) => this.#forms.get(form) ?? '',
			setData: (form: string, text: string) => void this.#forms.set(form, text),
		};
		return Object.assign(new Event(type), { clipboardData }) as unknown as ClipboardEvent;
	}

	get text(): string {
		return this.#forms.get('text/plain') ?? '';
	}

	set text(text: string) {
		this.#forms.clear();
		this.#forms.set('text/plain', text);
	}
}

function setup() {
	const first: readonly (Row | GridGroup)[] = [
		group('g1'),
		row('r1', '1', 'one'),
		row('r2', '2', 'two'),
		group('g2'),
		row('r3', '3', 'three'),
		row('r4', '4', 'four'),
	];
	const onchange = vi.fn<(change: GridChange<string>) => void>();
	const onnotice = vi.fn<(text: string) => void>();
	const grid = new GridState<Row, string>({
		rows: () => first,
		columns: () => columns,
		values: () => values,
		pageFrom: (at, direction) => at + direction,
		oncommit: vi.fn(),
		onchange,
		onactive: vi.fn(),
		readOnly: () => undefined,
		onnotice: vi.fn(),
	});
	const clipboard = new Clipboard();
	const cells = new GridClipboard({
		grid,
		format: () => ({ write: writeClipboard, read: readClipboard }),
		onnotice,
	});
	const select = (top: number, left: number, bottom = top, right = left): void => {
		grid.activate({ row: top, column: left });
		if (bottom !== top || right !== left) grid.extendTo({ row: bottom, column: right });
	};
	return {
		grid,
		clipboard,
		select,
		source: { rows: first, columns, values },
		take: (type: 'copy' | 'cut' | 'paste') => cells.take(clipboard.event(type)),
		notices: () => onnotice.mock.calls.flat(),
		changes: () => onchange.mock.calls.map(([change]) => change),
		edits: () => onchange.mock.calls.flatMap(([change]) => editsOf(change)),
	};
}

const editsOf = ({ edits }: GridChange<string>): string[] =>
	edits.map(({ rowId, columnKey, value }) => `${rowId}${columnKey}=${value}`);

describe('the heads of groups', () => {
	it('are left out of a copy', () => {
		const { select, take, clipboard } = setup();
		select(1, 0, 5, 1);
		take('copy');
		expect(clipboard.text).toBe('1\tone\r\n2\ttwo\r\n3\tthree\r\n4\tfour');
	});

	it('are passed over by a paste, which goes on in the next row of data', () => {
		const { select, take, clipboard, changes, edits } = setup();
		clipboard.text = 'x\ny\nz\nnew';
		select(2, 0);
		take('paste');
		expect(edits()).toEqual(['r2a=x', 'r3a=y', 'r4a=z']);
		expect(changes()[0]?.added.map((added) => [...added])).toEqual([[['a', 'new']]]);
	});

	it('count for nothing where a block is tiled', () => {
		const { select, take, clipboard, edits } = setup();
		clipboard.text = 'x\ny';
		select(1, 0, 5, 0);
		take('paste');
		expect(edits()).toEqual(['r1a=x', 'r2a=y', 'r3a=x', 'r4a=y']);
	});

	it('are passed over by clearing, filling down and the fill handle', () => {
		const { source } = setup();
		const range = { top: 2, left: 0, bottom: 4, right: 0 };
		expect(editsOf(clearedCells(source, [range]))).toEqual(['r2a=', 'r3a=']);
		expect(editsOf(repeatedCells(source, [range], 'down'))).toEqual(['r3a=2']);
		expect(
			editsOf(repeatedCells(source, [{ top: 4, left: 0, bottom: 4, right: 0 }], 'down')),
		).toEqual(['r3a=2']);
		const from = { top: 1, left: 0, bottom: 2, right: 0 };
		expect(editsOf(continuedCells(source, from, { ...from, bottom: 5 }))).toEqual([
			'r3a=3',
			'r4a=4',
		]);
	});
});

describe('a cut', () => {
	it('moves its cells with the first paste and none with the second', () => {
		const { grid, select, take, edits } = setup();
		select(1, 0, 2, 0);
		take('cut');
		expect(grid.cut.ranges).toHaveLength(1);
		select(4, 1);
		take('paste');
		expect(edits()).toEqual(['r1a=', 'r2a=', 'r3b=1', 'r4b=2']);
		take('paste');
		expect(edits().slice(4)).toEqual(['r3b=1', 'r4b=2']);
	});

	it('moves nothing once something else was copied, here or elsewhere', () => {
		const { grid, select, take, clipboard, edits } = setup();
		select(1, 0);
		take('cut');
		clipboard.text = 'elsewhere';
		select(4, 1);
		take('paste');
		expect(edits()).toEqual(['r3b=elsewhere']);
		expect(grid.cut.ranges).toEqual([]);
	});

	it('empties no cell that is pasted over', () => {
		const { select, take, edits } = setup();
		select(1, 0, 2, 0);
		take('cut');
		select(2, 0);
		take('paste');
		expect(edits()).toEqual(['r1a=', 'r2a=1', 'r3a=2']);
	});
});

describe('what is said', () => {
	it('carries the headings after Ctrl+A twice, and keeps them out of a paste inside', () => {
		const { grid, select, take, clipboard, notices, edits } = setup();
		grid.widenSelection('all');
		grid.widenSelection('all');
		take('copy');
		expect(clipboard.text.split('\r\n')[0]).toBe('A\tB');
		expect(notices()).toEqual(['Copied the headings and 4 rows.']);
		select(1, 0);
		take('paste');
		expect(edits()[0]).toBe('r1a=1');
	});

	it('names what cannot be copied or pasted', () => {
		const { grid, select, take, clipboard, notices } = setup();
		select(1, 0);
		grid.addRange({ row: 2, column: 1 });
		take('copy');
		expect(notices().at(-1)).toMatch(/share neither rows nor columns/);
		select(1, 0);
		take('paste');
		expect(notices().at(-1)).toMatch(/holds no text/);
		clipboard.text = 'x';
		grid.activate({ row: -1, column: 0 });
		take('paste');
		expect(notices().at(-1)).toMatch(/no cell is selected/);
		select(1, 1);
		clipboard.text = 'x\tlost';
		take('paste');
		expect(notices().at(-1)).toMatch(/“lost”/);
	});
});
