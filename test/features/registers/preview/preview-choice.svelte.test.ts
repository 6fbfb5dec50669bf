import { describe, expect, it } from 'vitest';
import { PreviewChoice } from '../../../../src/features/registers/preview/preview-choice.svelte.ts';
import { proposedEdit } from '../../../../src/features/registers/preview/proposed-edit.ts';
import { aControl, columnOf } from '../some-records.ts';

function threeEdits() {
	const edits = ['Ana', 'Ben', 'Cleo'].flatMap(
		(owner) => proposedEdit(aControl(), columnOf('owner'), owner) ?? [],
	);
	const choice = new PreviewChoice(() => edits);
	const owners = (): string[] => choice.chosen.map(({ after }) => after);
	return { edits, choice, owners };
}

describe('PreviewChoice', () => {
	it('makes all changes until one is left out, and takes it in again', () => {
		const { choice, owners } = threeEdits();
		expect(owners()).toEqual(['Ana', 'Ben', 'Cleo']);
		choice.press('ArrowDown', 5);
		choice.press(' ', 5);
		expect(owners()).toEqual(['Ana', 'Cleo']);
		choice.press(' ', 5);
		expect(owners()).toEqual(['Ana', 'Ben', 'Cleo']);
	});

	it('leaves all out and takes all in at once', () => {
		const { choice, owners } = threeEdits();
		choice.toggleAll(false);
		expect(owners()).toEqual([]);
		choice.toggleAll(true);
		expect(owners()).toEqual(['Ana', 'Ben', 'Cleo']);
	});

	it('walks by line, page and to the ends, and leaves other keys alone', () => {
		const { choice } = threeEdits();
		expect(choice.activeIndex).toBe(0);
		choice.press('End', 2);
		expect(choice.activeIndex).toBe(2);
		choice.press('ArrowDown', 2);
		expect(choice.activeIndex).toBe(2);
		choice.press('PageUp', 2);
		expect(choice.activeIndex).toBe(0);
		expect(choice.press('Tab', 2)).toBe(false);
	});
});
