import { expect, it } from 'vitest';
import { calendarDate } from '../../src/base/calendar-date.ts';
import { isCriterionId } from '../../src/model/catalog/criterion-ids.ts';
import { registers } from '../../src/model/registers/registers.ts';
import { duplicateIds, valueProblems } from '../../src/model/rules/value-problems.ts';
import { buildExample } from '../../src/workbook/example/example.ts';
import { aWorkbook } from '../support/a-workbook.ts';

const today = calendarDate(2026, 11, 21);

it('builds an example of a company in mid-readiness, with the loose ends it promises', () => {
	if (!today) throw new Error('not a date');
	const workbook = aWorkbook();
	buildExample(workbook, today);
	const controls = workbook.controls.all();
	const active = controls.filter(({ retired }) => !retired);
	expect([controls.length, active.length]).toEqual([91, 90]);
	expect(workbook.controls.unreadable()).toEqual([]);
	expect([...duplicateIds(registers.controls, controls)]).toEqual(['NS-02']);
	expect(
		active
			.flatMap((control) => valueProblems(registers.controls, control))
			.map(({ field }) => field)
			.sort(),
	).toEqual(['criteria', 'dueDate', 'status']);
	expect(active.filter(({ owner }) => owner === '')).toHaveLength(2);
	const share = active.filter(({ status }) => status === 'implemented').length / active.length;
	expect(share).toBeGreaterThan(0.5);
	expect(share).toBeLessThan(0.7);
	const answered = new Set(active.flatMap(({ criteria }) => criteria).filter(isCriterionId));
	expect(answered.size).toBeGreaterThan(33);
});
