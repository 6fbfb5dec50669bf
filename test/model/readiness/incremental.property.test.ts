/**
 * What is kept as records change is what a recount from nothing gives: random changes of every register
 * that rules look at, with questions asked in between, so that there is something kept to go stale.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../../src/base/calendar-date.ts';
import { categories, criteria } from '../../../src/model/catalog/criteria.ts';
import type { FactChanges } from '../../../src/model/readiness/fact-store.ts';
import type { Finding } from '../../../src/model/readiness/finding.ts';
import { Readiness } from '../../../src/model/readiness/readiness.ts';
import type { Acceptance } from '../../../src/model/records/acceptance.ts';
import type { Assessment } from '../../../src/model/records/assessment.ts';
import type { Field } from '../../../src/model/records/field.ts';
import { emptyScope, scopeFields, type Scope } from '../../../src/model/records/scope.ts';
import { vocabularies } from '../../../src/model/records/vocabulary.ts';
import {
	registerNames,
	type RegisterName,
	type RegisterRecord,
} from '../../../src/model/registers/register.ts';
import { registers } from '../../../src/model/registers/registers.ts';
import { aRecord, anAssessment } from '../../support/records.ts';

const today = '2026-05-15' as CalendarDate;
const someCriteria = ['CC6.1', 'CC6.2', 'CC8.1', 'CC9.2', 'A1.1', 'PI1.3', 'P1.1', 'nonsense'];
const someDays = [-400, -200, -100, -30, -1, 0, 1, 40].map((days) => addDays(today, days));
const someTexts = [
	'',
	'AC-01',
	'Dana',
	'HR lead',
	'The security lead reviews all accounts every quarter and signs the review record.',
	'The security lead reviews all accounts each quarter and signs the review record.',
	'Access is removed as needed.',
	'Each administrator is reviewed, and each change is approved before it is deployed.',
	'ACC-03/person:a/',
];
const someKinds = [
	'ev-policy-doc',
	'ev-access-review',
	'ev-privileged-list',
	'ev-sso-mfa-config',
	'ev-change-ticket',
	'ev-branch-protection',
	'ev-incident-test',
	'ev-backup-log',
	'ev-restore-test',
	'ev-reconciliation',
];
const names = ['a', 'b', 'c', 'd'];

/** A value for a field, often one that rules look at. */
function valueOf({ value }: Field): fc.Arbitrary<string | readonly string[]> {
	switch (value.kind) {
		case 'criteria':
			return fc.subarray(someCriteria, { maxLength: 3 });
		case 'links':
			return fc.subarray(
				names.map((name) => `${registers[value.to].idKind}:${name}`),
				{ maxLength: 2 },
			);
		case 'evidenceKinds':
			return fc.subarray(someKinds, { maxLength: 2 });
		case 'references':
			return fc.constant([]);
		case 'terms':
			return fc.subarray(vocabularies[value.vocabulary].terms.map(({ token }) => token));
		case 'term':
			return fc.constantFrom('', ...vocabularies[value.vocabulary].terms.map(({ token }) => token));
		case 'date':
			return fc.constantFrom('', ...someDays);
		case 'number':
			return fc.constantFrom('', '0', '1', '3', '25', 'many');
		case 'evidenceKind':
			return fc.constantFrom('', ...someKinds);
		default:
			return fc.constantFrom(...someTexts);
	}
}

type Change = (state: State) => FactChanges;

/** Everything that was put in, to put it into a fresh engine at once. */
class State {
	readonly records = new Map<string, { register: RegisterName; record: RegisterRecord }>();
	readonly assessments = new Map<string, Assessment>();
	readonly acceptances = new Map<string, Acceptance>();
	scope: Scope = emptyScope;

	all(): FactChanges {
		const changed = Object.fromEntries(
			registerNames.map((name) => [
				name,
				new Map(
					[...this.records.values()]
						.filter(({ register }) => register === name)
						.map(({ record }) => [record.id, record]),
				),
			]),
		);
		const { assessments, acceptances, scope } = this;
		return { registers: changed, assessments, acceptances, scope };
	}
}

const changeOfRecord: fc.Arbitrary<Change> = fc
	.constantFrom(...registerNames)
	.chain((register) =>
		fc.tuple(
			fc.constant(register),
			fc.constantFrom(...names),
			fc.record(
				Object.fromEntries(registers[register].fields.map((field) => [field.key, valueOf(field)])),
				{ requiredKeys: [] },
			),
			fc.constantFrom('keep', 'keep', 'keep', 'retire', 'retireWithReason', 'remove'),
		),
	)
	.map(([register, name, values, fate]): Change => (state) => {
		const id = `${registers[register].idKind}:${name}`;
		const before = state.records.get(id)?.record;
		if (fate === 'remove') {
			state.records.delete(id);
			return { registers: { [register]: new Map([[id, undefined]]) } };
		}
		const mark = { at: '2026-05-01T00:00:00Z', by: 'Dana', reason: '' };
		const retired =
			fate === 'retire'
				? mark
				: fate === 'retireWithReason'
					? { ...mark, reason: 'Replaced' }
					: undefined;
		const record = { ...(before ?? aRecord(register, name)), ...values, retired } as RegisterRecord;
		state.records.set(id, { register, record });
		return { registers: { [register]: new Map([[id, record]]) } };
	});

const changeOfScope: fc.Arbitrary<Change> = fc
	.record(Object.fromEntries(scopeFields.map((field) => [field.key, valueOf(field)])), {
		requiredKeys: [],
	})
	.map((values): Change => (state) => {
		state.scope = { ...state.scope, ...values };
		return { scope: state.scope };
	});

const changeOfAssessment: fc.Arbitrary<Change> = fc
	.tuple(
		fc.constantFrom('CC6.1', 'A1.1'),
		fc.record({
			relevance: fc.constantFrom('', 'no'),
			notRelevantReason: fc.constantFrom('', 'No own premises'),
		}),
	)
	.map(([criterion, said]): Change => (state) => {
		const assessment = anAssessment(criterion, said);
		state.assessments.set(criterion, assessment);
		return { assessments: new Map([[criterion, assessment]]) };
	});

/** Accepts some finding that is open now, or takes an acceptance back. */
const changeOfAcceptance = fc.tuple(fc.nat(), fc.boolean());

const changes = fc.array(
	fc.oneof(
		{ weight: 8, arbitrary: fc.record({ change: changeOfRecord }) },
		{ weight: 2, arbitrary: fc.record({ change: changeOfScope }) },
		{ weight: 1, arbitrary: fc.record({ change: changeOfAssessment }) },
		{ weight: 1, arbitrary: fc.record({ accept: changeOfAcceptance }) },
	),
	{ minLength: 1, maxLength: 25 },
);

describe('readiness kept as records change', () => {
	it('[Q-1] is what a recount from nothing gives', () => {
		fc.assert(
			fc.property(changes, fc.infiniteStream(fc.boolean()), (steps, asks) => {
				const kept = new Readiness(today);
				const state = new State();
				for (const step of steps) {
					if ('change' in step) kept.put(step.change(state));
					else accept(kept, state, step.accept);
					if (asks.next().value === true) summaryOf(kept);
				}
				const fresh = new Readiness(today);
				fresh.put(state.all());
				expect(summaryOf(kept)).toEqual(summaryOf(fresh));
			}),
			{ numRuns: 150 },
		);
	}, 60_000);
});

function accept(kept: Readiness, state: State, [pick, takeBack]: readonly [number, boolean]): void {
	const found = allFindings(kept).filter(({ severity }) => severity !== 'error');
	const finding = found[pick % Math.max(1, found.length)];
	if (!finding) return;
	const acceptance: Acceptance = {
		id: `acceptance:${state.acceptances.size}`,
		finding: finding.key,
		of: kept.fingerprint(finding),
		by: 'Dana',
		at: '2026-05-15T00:00:00Z',
		reason: 'Known',
		withdrawn: takeBack,
	};
	state.acceptances.set(acceptance.id, acceptance);
	kept.put({ acceptances: new Map([[acceptance.id, acceptance]]) });
}

function allFindings(readiness: Readiness): readonly Finding[] {
	return readiness.checks.flatMap((check) => readiness.findingsOf(check));
}

function summaryOf(readiness: Readiness) {
	return {
		findings: allFindings(readiness)
			.map((finding) => ({ ...finding }))
			.sort((a, b) => (a.key < b.key ? -1 : 1)),
		counts: new Map([...readiness.counts].sort(([a], [b]) => (a < b ? -1 : 1))),
		criteria: criteria.map(({ id }) => readiness.criterionScore(id)),
		categories: categories.map(({ id }) => readiness.categoryScore(id)),
		score: readiness.score,
		main: readiness.mainReason?.sentence,
	};
}
