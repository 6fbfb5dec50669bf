import { describe, expect, it } from 'vitest';
import { cellFromText } from '../../../../src/features/registers/cells/cell-from-text.ts';
import { columnOf } from '../some-records.ts';

describe('cellFromText', () => {
	it('stores dates as YYYY-MM-DD and keeps what is no date (V-2)', () => {
		expect(cellFromText(columnOf('dueDate'), '21 Nov 2026')).toBe('2026-11-21');
		expect(cellFromText(columnOf('dueDate'), ' end of Q4 ')).toBe('end of Q4');
	});

	it('stores terms by their token and keeps what is no term (V-2)', () => {
		expect(cellFromText(columnOf('status'), 'in progress')).toBe('inProgress');
		expect(cellFromText(columnOf('status'), 'nearly')).toBe('nearly');
	});

	it('keeps the lines and blanks of prose, but not blanks alone', () => {
		expect(cellFromText(columnOf('notes'), ' a\n  b ')).toBe(' a\n  b ');
		expect(cellFromText(columnOf('notes'), ' \n ')).toBe('');
	});
});
