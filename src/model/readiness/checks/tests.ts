/** Checks TST: are tests of controls on record, independent, and their exceptions answered? */
import { isCalendarDate, readableDate } from '../../../base/calendar-date.ts';
import { wordList } from '../../../base/word-list.ts';

import type { Control } from '../../records/control.ts';
import { threshold } from '../../records/thresholds.ts';
import { isOpenGap } from '../../registers/gaps.ts';
import { reportPeriod } from '../../rules/report-period.ts';
import { nothing, rule } from '../check-rule.ts';
import { controlRule, foundAboutControl } from '../control-rule.ts';
import { wholeNumber } from '../evidence-due.ts';
import { called, foundAbout } from '../found-about.ts';
import { isSamePerson } from '../known-people.ts';

const mostNamed = 12;

/** What the record of a test has to say, and what it is called. */
const recorded = [
	['tester', 'a tester'],
	['testedOn', 'a date'],
	['testProcedure', 'a procedure'],
] as const;

export const testRules = [
	controlRule('TST-01', (control) => {
		if (!hasException(control) || control.managementResponse.trim() !== '') return nothing;
		const { deviations, itemsTested } = control;
		const count =
			wholeNumber(deviations) > 0 && wholeNumber(itemsTested) > 0
				? ` (${wholeNumber(deviations)} of ${wholeNumber(itemsTested)} items)`
				: '';
		const exception = `of ${called('controls', control)}${count}`;
		return [foundAboutControl(control, 'managementResponse', { exception })];
	}),
	controlRule('TST-02', (control, { scope }) => {
		const [n, m] = [wholeNumber(control.deviations), wholeNumber(control.itemsTested)];
		const isHigh = m > 0 && n * 100 > threshold(scope, 'deviationPercent') * m;
		if (control.testResult !== 'noExceptions' || !isHigh) return nothing;
		const edit = { record: control.id, column: 'testResult', value: 'exceptionNoted' };
		const label = 'Set the test result to Exception noted';
		const mend = { kind: 'edit', label, register: 'controls', edits: [edit] } as const;
		return [foundAboutControl(control, 'testResult', { n, m }, { mend })];
	}),
	controlRule('TST-03', (control) => {
		if (!isTested(control)) return nothing;
		const missing = recorded.filter(([key]) => control[key].trim() === '');
		const [first] = missing;
		if (!first) return nothing;
		const field = wordList(missing.map(([, words]) => words));
		return [foundAboutControl(control, first[0], { field })];
	}),
	controlRule('TST-04', (control, facts) => {
		const { tester, owner, performer } = control;
		const isOwn = [owner, performer].some((name) => isSamePerson(facts, tester, name));
		return isOwn ? [foundAboutControl(control, 'tester')] : nothing;
	}),
	controlRule('TST-05', (control, { scope, criteria }) => {
		const period = reportPeriod(scope);
		const isAsked =
			period?.type === 'type2' &&
			control.isKey === 'yes' &&
			control.criteria.some((id) => criteria.includes(id));
		if (!isAsked) return nothing;
		const { testedOn } = control;
		// A test after the period may well be of it; one before is not. Without a day nobody can tell.
		const isEarlier = isCalendarDate(testedOn) && testedOn < period.start;
		if (isTested(control) && !isEarlier) return nothing;
		return [foundAboutControl(control, isEarlier ? 'testedOn' : 'testResult')];
	}),
	controlRule('TST-06', (control) => {
		const [only, ...others] = control.testMethods;
		return only === 'inquiry' && others.length === 0
			? [foundAboutControl(control, 'testMethods')]
			: nothing;
	}),
	rule({
		check: 'TST-07',
		about: 'criteria',
		find: (criterion, facts) => {
			const found = facts.answering(criterion).filter(hasException);
			if (found.length < 2) return nothing;
			const records = found.map(({ id }) => ({ register: 'controls', id }) as const);
			return [
				{
					records: records.slice(0, mostNamed),
					values: { criterion, n: found.length },
					at: { kind: 'criterion', criterion },
				},
			];
		},
	}),
	rule({
		check: 'TST-08',
		about: 'gaps',
		find: (gap, { today }) => {
			if (!isOpenGap(gap) || !isCalendarDate(gap.due) || gap.due >= today) return nothing;
			const values = { finding: called('gaps', gap), date: readableDate(gap.due) };
			return [foundAbout('gaps', gap, 'due', values)];
		},
	}),
];

/** A result, or items that were looked at. */
function isTested({ testResult, itemsTested }: Control): boolean {
	return (testResult !== '' && testResult !== 'notTested') || wholeNumber(itemsTested) > 0;
}

function hasException({ testResult, deviations }: Control): boolean {
	return testResult === 'exceptionNoted' || wholeNumber(deviations) > 0;
}
