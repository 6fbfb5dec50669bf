import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { readinessOf } from '../../src/live/live-readiness.svelte.ts';
import { LiveWorkbook } from '../../src/live/live-workbook.svelte.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { setScope } from '../../src/workbook/commands/set-scope.ts';
import { aControl, aWorkbook, done } from '../support/a-workbook.ts';

function opened() {
	const workbook = aWorkbook();
	done(workbook, setScope, { values: { categories: ['security'] } });
	const control = aControl(workbook, { controlId: 'AC-01', criteria: ['CC6.1'] });
	return { workbook, control, live: new LiveWorkbook(workbook) };
}

it('tells whoever reads a figure when the workbook changes, and undo as well', () => {
	const { workbook, control, live } = opened();
	const readiness = readinessOf(live);
	const seen: number[] = [];
	const stop = $effect.root(() => {
		$effect(() => {
			seen.push(readiness.findingsOf('CTL-01').length);
		});
	});
	flushSync();
	done(workbook, editControls, {
		edits: [{ control: control.id, column: 'owner', value: 'Dana' }],
	});
	flushSync();
	workbook.undo();
	flushSync();
	expect(seen).toEqual([1, 0, 1]);
	stop();
});

it('is one for a workbook, and takes in what changed while nobody looked', () => {
	const { workbook, live } = opened();
	const readiness = readinessOf(live);
	expect(readinessOf(live)).toBe(readiness);
	const before = readiness.criterionScore('CC6.1').low;
	aControl(workbook, { controlId: 'AC-02', criteria: ['CC6.1'], design: 'met', owner: 'Dana' });
	expect(readiness.criterionScore('CC6.1').low).toBeGreaterThan(before);
	expect(readiness.criteria).toHaveLength(33);
});

it('knows how old the last copy is', () => {
	const { live } = opened();
	const readiness = readinessOf(live);
	readiness.copyAgeDays = 3;
	expect(readiness.findingsOf('WKB-07')).toEqual([]);
	readiness.copyAgeDays = 31;
	expect(readiness.findingsOf('WKB-07')).toHaveLength(1);
});

it('works a great workbook out in steps that say how far they are', async () => {
	const { workbook, live } = opened();
	for (let at = 0; at < 250; at += 1) aControl(workbook, { controlId: `X-${at}` });
	const readiness = readinessOf(live);
	expect(readiness.isPrepared).toBe(false);
	const fractions: number[] = [];
	await readiness.prepare((fraction) => {
		fractions.push(fraction);
		return Promise.resolve();
	});
	expect(readiness.isPrepared).toBe(true);
	expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
	expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
});
