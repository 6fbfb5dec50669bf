import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyQuery, type FindQuery } from '../../../../src/features/registers/find/find-query.ts';
import {
	replacedValue,
	replacements,
} from '../../../../src/features/registers/find/replacement.ts';
import { registers } from '../../../../src/model/registers/registers.ts';
import { aControl, columnOf } from '../some-records.ts';

const searchOf = (typed: string, more: Partial<FindQuery> = {}): FindQuery => ({
	...emptyQuery,
	typed,
	...more,
});

describe('replacedValue', () => {
	it('does in a text what replaceAll does, letter case minded', () => {
		const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '.', '$'), maxLength: 12 });
		const wanted = fc.string({
			unit: fc.constantFrom('a', 'b', '.', '$'),
			minLength: 1,
			maxLength: 2,
		});
		fc.assert(
			fc.property(text, wanted, text, (notes, typed, replacement) => {
				const query = searchOf(typed, { matchCase: true });
				expect(replacedValue(aControl({ notes }), columnOf('notes'), query, replacement)).toBe(
					notes.replaceAll(typed, () => replacement),
				);
			}),
		);
	});

	it('replaces whatever the letter case, where it is not minded', () => {
		const control = aControl({ notes: 'MFA and mfa' });
		expect(replacedValue(control, columnOf('notes'), searchOf('mfa'), 'SSO')).toBe('SSO and SSO');
	});

	it('replaces in the words of the screen and reads them back as typed', () => {
		const control = aControl({ dueDate: '2026-11-21', status: 'implemented' });
		expect(replacedValue(control, columnOf('dueDate'), searchOf('2026'), '2027')).toBe(
			'2027-11-21',
		);
		expect(replacedValue(control, columnOf('dueDate'), searchOf('21 Nov'), 'mid')).toBe('mid 2026');
		const whole = searchOf('implemented', { wholeCell: true });
		expect(replacedValue(control, columnOf('status'), whole, 'planned')).toBe('planned');
	});

	it('replaces members of a set one by one; whole ones where that is asked for', () => {
		const control = aControl({ criteria: ['CC6.1', 'CC6.10', 'A1.2'] });
		const column = columnOf('criteria');
		const whole = searchOf('cc6.1', { wholeCell: true });
		expect(replacedValue(control, column, whole, 'CC6.2')).toEqual(['CC6.2', 'CC6.10', 'A1.2']);
		expect(replacedValue(control, column, whole, '')).toEqual(['CC6.10', 'A1.2']);
		expect(replacedValue(control, column, whole, 'A1.2')).toEqual(['A1.2', 'CC6.10']);
		expect(replacedValue(control, column, whole, 'CC1.1, CC1.2')).toEqual([
			'CC1.1',
			'CC1.2',
			'CC6.10',
			'A1.2',
		]);
	});
});

describe('replacements', () => {
	it('leaves out cells that would stay, and marks what would be odd', () => {
		const control = aControl({ status: 'planned', owner: 'Ana', dueDate: '2026-11-21' });
		const cells = (['status', 'owner', 'dueDate'] as const).map((key) => ({
			record: control,
			column: columnOf(key),
		}));
		const edits = replacements(cells, searchOf('plan'), 'dream', registers.controls, [control]);
		expect(edits.map(({ after, problem }) => [after, problem !== undefined])).toEqual([
			['dreamned', true],
		]);
	});
});
