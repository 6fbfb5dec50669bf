import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	asSteps,
	gapSteps,
	stepsOfFix,
	withNewStep,
	withStep,
} from '../../../../src/model/rules/remediation/gap-steps.ts';

test('a line is a step, done where its box is ticked, with or without a box', () => {
	expect(gapSteps('[x] Write it\n\n[ ] Run it\nShow it\n- [X] Tell them\n[] Rest')).toEqual([
		{ line: 0, text: 'Write it', isDone: true },
		{ line: 2, text: 'Run it', isDone: false },
		{ line: 3, text: 'Show it', isDone: false },
		{ line: 4, text: 'Tell them', isDone: true },
		{ line: 5, text: 'Rest', isDone: false },
	]);
});

test('ticking a step changes its line and no other', () => {
	const text = 'Before\n[ ] Run it\n  after';
	expect(withStep(text, 1, true)).toBe('Before\n[x] Run it\n  after');
	expect(withStep(text, 0, true)).toBe('[x] Before\n[ ] Run it\n  after');
	expect(withStep('[x] Run it', 0, false)).toBe('[ ] Run it');
});

test('a new step stands at the end', () => {
	expect(withNewStep('', ' Run it ')).toBe('[ ] Run it');
	expect(withNewStep('[x] Write it\n', 'Run it')).toBe('[x] Write it\n[ ] Run it');
});

test('a fix becomes steps, one a clause', () => {
	expect(stepsOfFix('Run the missed review now; put fixed dates on the calendar.')).toBe(
		'[ ] Run the missed review now\n[ ] Put fixed dates on the calendar',
	);
	expect(stepsOfFix('')).toBe('');
});

test('ticking loses no words of any text', () => {
	const words = fc.array(fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8})?$/), { minLength: 1 });
	fc.assert(
		fc.property(words, fc.nat(), (texts, pick) => {
			const text = asSteps(texts);
			const line = pick % texts.length;
			const steps = gapSteps(withStep(text, line, true));
			expect(steps.map((step) => step.text)).toEqual(texts);
			expect(steps.filter(({ isDone }) => isDone).map((step) => step.line)).toEqual([line]);
		}),
	);
});
