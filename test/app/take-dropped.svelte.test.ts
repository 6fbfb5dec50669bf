/** Where files go that are dropped on an open workbook. */
import { beforeEach, expect, test } from 'vitest';
import { Reviewing } from '../../src/app/reviewing.svelte.ts';
import { Router } from '../../src/app/router.svelte.ts';
import type { WorkbookRoute } from '../../src/app/routes.ts';
import { takeDropped } from '../../src/app/take-dropped.ts';

const changes = new File(['{}'], 'from Ben.review');
const sheet = new File(['a,b'], 'controls.csv');

beforeEach(() => {
	window.location.hash = '';
});

function drop(files: readonly File[], place: 'matrix' | 'import' = 'matrix') {
	const route: WorkbookRoute = { place, workbook: 'workbook:one' };
	const router = new Router();
	const imported: File[] = [];
	let reviewed: readonly File[] = [];
	const stop = $effect.root(() => {
		const reviewing = new Reviewing({
			current: { kind: 'closed' },
			isArriving: false,
			open: () => undefined,
			subscribe: () => () => undefined,
		});
		takeDropped(files, { route, router, reviewing, onfile: (file) => imported.push(file) });
		reviewed = reviewing.dropped;
	});
	stop();
	return { imported, reviewed, place: router.current.place };
}

test('a spreadsheet goes to the import, and the person with it', () => {
	expect(drop([sheet])).toEqual({ imported: [sheet], reviewed: [], place: 'import' });
});

test('changes of others go to the review, whatever else was dropped with them', () => {
	expect(drop([sheet, changes])).toEqual({ imported: [], reviewed: [changes], place: 'review' });
});

test('what is dropped on the import, and nothing at all, is left alone', () => {
	expect(drop([sheet], 'import')).toEqual({ imported: [], reviewed: [], place: 'shelf' });
	expect(drop([])).toEqual({ imported: [], reviewed: [], place: 'shelf' });
});
