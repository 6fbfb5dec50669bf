/** What the page of an open workbook is called. */
import { expect, test } from 'vitest';
import { pageTitle } from '../../src/app/page-title.ts';
import { LiveWorkbook } from '../../src/live/live-workbook.svelte.ts';
import { aControl, aWorkbook } from '../support/a-workbook.ts';

test('the record that lies open comes first, then its place and the workbook', () => {
	const workbook = aWorkbook();
	const { id } = aControl(workbook, { controlId: 'AC-05', title: 'Access is reviewed' });
	const live = new LiveWorkbook(workbook);
	const where = { workbook: 'workbook:one' } as const;

	expect(pageTitle({ ...where, place: 'matrix', record: id }, 'Example', live)).toBe(
		'AC-05 · Matrix · Example · Readiness Workbook',
	);
	expect(pageTitle({ ...where, place: 'matrix' }, 'Example', live)).toBe(
		'Matrix · Example · Readiness Workbook',
	);
	expect(pageTitle({ ...where, place: 'scope', detail: 'dates' }, 'Example', live)).toBe(
		'Scope · Example · Readiness Workbook',
	);
});
