import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../../src/base/calendar-date.ts';
import { dueEvidence } from '../../../../src/model/readiness/evidence-due.ts';
import { controlRounds } from '../../../../src/model/rules/evidence/control-rounds.ts';
import { monthsOf, monthStandings } from '../../../../src/model/rules/evidence/evidence-months.ts';
import { aRecord } from '../../../support/records.ts';

const today = '2026-11-21' as CalendarDate;
const period = { start: '2026-07-01' as CalendarDate, end: '2026-12-31' as CalendarDate };
const monthly = aRecord('controls', 'a', { frequency: 'monthly', evidenceModel: 'occurrence' });
const item = (name: string, state: string, effective: string) =>
	aRecord('evidence', name, { state, effective, controls: ['control:a'] });

test('each round stands as its evidence says, those ahead included', () => {
	const items = [
		item('1', 'accepted', '2026-07-31'),
		{ ...item('2', 'accepted', '2026-09-20'), coversTo: '2026-08-31' },
		item('3', 'submitted', '2026-09-30'),
	];
	const { rounds } = controlRounds(monthly, items, period, today);
	expect(rounds.map(({ due, state }) => `${due} ${state}`)).toEqual([
		'2026-07-31 accepted',
		'2026-08-31 acceptedLate',
		'2026-09-30 waiting',
		'2026-10-31 late',
		'2026-11-30 soon',
		'2026-12-31 ahead',
	]);
});

test('rounds whose window is over are those that the score counts', () => {
	const items = [item('1', 'accepted', '2026-07-31'), item('2', 'submitted', '2026-10-02')];
	const { rounds } = controlRounds(monthly, items, period, today);
	const over = rounds.filter(({ closes }) => closes < today);
	expect(over.map(({ due, item: shown }) => [due, shown])).toEqual(
		dueEvidence(monthly, items, period, today).map(({ due, item: shown }) => [due, shown]),
	);
});

test('samples are counted, not listed', () => {
	const control = aRecord('controls', 'a', { frequency: 'perEvent', itemsTested: '4' });
	const items = [item('1', 'accepted', '2026-08-01'), item('2', 'submitted', '2026-08-02')];
	expect(controlRounds(control, items, period, today)).toMatchObject({
		rounds: [],
		samples: { tested: 4, accepted: 1, waiting: 1, missing: 2 },
	});
});

test('a period has every month that it touches', () => {
	const over = { start: '2026-11-15' as CalendarDate, end: '2027-02-01' as CalendarDate };
	expect(monthsOf(over)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
});

test('a month stands as the round that needs most attention', () => {
	const weekly = aRecord('controls', 'a', { frequency: 'weekly', evidenceModel: 'occurrence' });
	const { rounds } = controlRounds(weekly, [item('1', 'accepted', '2026-07-05')], period, today);
	const standings = monthStandings(rounds, monthsOf(period));
	expect(standings.map(({ state }) => state)).toEqual([
		'late',
		'late',
		'late',
		'late',
		'late',
		'ahead',
	]);
	expect(standings.flatMap((month) => month.rounds)).toEqual(rounds);
	const quarterly = controlRounds(
		aRecord('controls', 'a', { frequency: 'quarterly', evidenceModel: 'occurrence' }),
		[item('1', 'accepted', '2026-09-28')],
		period,
		today,
	);
	expect(monthStandings(quarterly.rounds, monthsOf(period)).map(({ state }) => state)).toEqual([
		undefined,
		undefined,
		'accepted',
		undefined,
		undefined,
		'ahead',
	]);
});
