import { expect, it } from 'vitest';
import {
	isSettled,
	overdueWords,
	progressOf,
} from '../../../../src/features/registers/rows/stages.ts';
import { registers } from '../../../../src/model/registers/registers.ts';
import { addRecords } from '../../../../src/workbook/commands/records/add-records.ts';
import { aWorkbook, done } from '../../../support/a-workbook.ts';

const gapsOf = (...statuses: string[]) => {
	const workbook = aWorkbook();
	done(workbook, addRecords, { register: 'gaps', rows: statuses.map((status) => ({ status })) });
	return workbook.registers.of('gaps').all();
};

it('counts what is done of what is to be done, in the words of the register', () => {
	const gaps = gapsOf('closed', 'accepted', 'open', '', 'no such status');
	expect(progressOf(registers.gaps, gaps)).toEqual({ done: 2, of: 5, word: 'closed or accepted' });
	expect(progressOf(registers.vendors, [])).toBeUndefined();
});

it('lets no date of a settled record be overdue', () => {
	const [closed, open] = gapsOf('closed', 'waiting');
	if (!closed || !open) throw new Error('Both were added');
	expect([isSettled(registers.gaps, closed), isSettled(registers.gaps, open)]).toEqual([
		true,
		false,
	]);
	expect(overdueWords(registers.gaps)).toBe('Before today, and neither closed nor accepted.');
	expect(overdueWords(registers.policies)).toBe('Before today.');
});
