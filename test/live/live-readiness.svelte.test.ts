import { flushSync, untrack } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { readinessOf } from '../../src/live/live-readiness.svelte.ts';
import { LiveWorkbook } from '../../src/live/live-workbook.svelte.ts';
import { addControls } from '../../src/workbook/commands/add-controls.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { setScope } from '../../src/workbook/commands/set-scope.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../support/a-workbook.ts';

let end: (() => void) | undefined;

afterEach(() => {
	end?.();
});

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

/** What is shown of a workbook at any time, by an effect as of a component. */
function shown<Shown>(read: () => Shown) {
	const seen: Shown[] = [];
	end = $effect.root(() => {
		$effect(() => void seen.push(read()));
	});
	flushSync();
	return seen;
}

function addMany(workbook: Workbook, count: number, name: string): void {
	const rows = Array.from({ length: count }, (_, at) => ({ controlId: `${name}-${at}` }));
	done(workbook, addControls, { rows });
}

describe('of a great workbook', () => {
	it('works everything out in steps that say how far they are', async () => {
		const { workbook, live } = opened();
		addMany(workbook, 1000, 'X');
		const readiness = readinessOf(live);
		const fractions = shown(() => readiness.fraction);
		expect(readiness.isWorkedOut).toBe(false);
		await readiness.workOut();
		expect(readiness.isWorkedOut).toBe(true);
		expect(readiness.findingsOf('CTL-01')).toHaveLength(1001);
		flushSync();
		const { length } = fractions;
		expect(length).toBeGreaterThan(2);
		expect(fractions.slice(0, -1)).toEqual(fractions.slice(0, -1).sort((a, b) => a - b));
		expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
	});

	it('shows no figure of half a merge: those of before until all are worked out', async () => {
		const { workbook, live } = opened();
		addMany(workbook, 300, 'X');
		const readiness = readinessOf(live);
		await readiness.workOut();
		const seen = shown(() => [readiness.isWorkedOut, readiness.findingsOf('CTL-01').length]);
		addMany(workbook, 400, 'Y');
		flushSync();
		await readiness.workOut();
		flushSync();
		expect(seen).toEqual([
			[true, 301],
			[false, 301],
			[true, 701],
		]);
		// As a recount from nothing.
		const anew = readinessOf(new LiveWorkbook(workbook));
		await anew.workOut();
		expect(readiness.counts).toEqual(anew.counts);
		expect(readiness.score).toEqual(anew.score);
	});

	it('begins anew where much changes while it works', async () => {
		const { workbook, live } = opened();
		addMany(workbook, 2000, 'X');
		const readiness = readinessOf(live);
		let hasMore = false;
		const later: number[] = [];
		shown(() => {
			const { fraction } = readiness;
			if (hasMore) later.push(fraction);
			else if (fraction > 0.5) {
				untrack(() => addMany(workbook, 100, 'Y'));
				hasMore = true;
			}
		});
		await readiness.workOut();
		flushSync();
		expect(readiness.findingsOf('CTL-01')).toHaveLength(2101);
		expect(later[0]).toBeLessThan(0.5);
	});

	it('takes in a few edits at once', async () => {
		const { workbook, control, live } = opened();
		addMany(workbook, 300, 'X');
		const readiness = readinessOf(live);
		await readiness.workOut();
		done(workbook, editControls, {
			edits: [{ control: control.id, column: 'owner', value: 'Dana' }],
		});
		expect(readiness.isWorkedOut).toBe(true);
		expect(readiness.findingsOf('CTL-01')).toHaveLength(300);
	});

	it('keeps what the shelf and the review said', async () => {
		const { workbook, live } = opened();
		const readiness = readinessOf(live);
		readiness.copyAgeDays = 31;
		addMany(workbook, 300, 'X');
		await readiness.workOut();
		expect(readiness.findingsOf('WKB-07')).toHaveLength(1);
	});
});
