import { describe, expect, it } from 'vitest';
import { filterWords } from '../../../../src/features/registers/toolbar/filter-words.ts';
import { columnOf } from '../some-records.ts';

describe('filterWords', () => {
	it('says terms by their labels and counts many values', () => {
		const status = columnOf('status');
		expect(filterWords(status, { kind: 'oneOf', values: ['inProgress', ''] })).toBe(
			'Status: In progress or empty',
		);
		expect(filterWords(status, { kind: 'oneOf', values: ['a', 'b', 'c', 'd'] })).toBe(
			'Status: 4 values',
		);
	});

	it('says text and emptiness', () => {
		const title = columnOf('title');
		expect(filterWords(title, { kind: 'contains', text: ' mfa ' })).toBe('Title: contains “mfa”');
		expect(filterWords(title, { kind: 'filled' })).toBe('Title: not empty');
	});
});
