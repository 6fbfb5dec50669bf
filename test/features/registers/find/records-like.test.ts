import { describe, expect, it } from 'vitest';
import { recordsLike, titleOf } from '../../../../src/features/registers/find/records-like.ts';
import { registers } from '../../../../src/model/registers/registers.ts';
import { aControl } from '../some-records.ts';

const retired = { at: '2026-11-21T12:00:00.000Z', by: 'Dana', reason: '' };
const controls = [
	aControl({ controlId: 'XAC-1', title: 'Contains it' }),
	aControl({ controlId: 'B-1', title: 'The ac-1 procedure' }),
	aControl({ controlId: 'AC-10', title: 'Ten' }),
	aControl({ controlId: 'B-2', title: 'AC-1 reviewed' }),
	aControl({ controlId: 'ac-1', title: 'Gone', retired }),
	aControl({ controlId: 'AC-1', title: 'One' }),
];
const idsLike = (typed: string, most = 9): string[] =>
	recordsLike(registers.controls, controls, typed, most).map(
		(record) => titleOf(registers.controls, record).id,
	);

describe('recordsLike', () => {
	it('puts the id itself first, then beginnings, then words, then the rest; retired ones after', () => {
		expect(idsLike('ac-1')).toEqual(['AC-1', 'ac-1', 'AC-10', 'B-2', 'B-1', 'XAC-1']);
	});

	it('finds few, and nothing where nothing is typed or fits', () => {
		expect(idsLike('ac-1', 2)).toEqual(['AC-1', 'ac-1']);
		expect(idsLike('  ')).toEqual([]);
		expect(idsLike('zz')).toEqual([]);
	});
});
