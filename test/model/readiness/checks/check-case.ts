/**
 * Each check in three small workbooks: one in which it fires, with its words, records and place; one in
 * which it does not; and the first one mended as the fix says. Where it offers a mend in one step, that
 * is carried out too.
 */
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../../src/base/calendar-date.ts';
import { checkRules } from '../../../../src/model/readiness/checks/check-rules.ts';
import type { FactChanges } from '../../../../src/model/readiness/fact-store.ts';
import type { Surroundings } from '../../../../src/model/readiness/facts.ts';
import type { Finding, Mend, MendPlace } from '../../../../src/model/readiness/finding.ts';
import { messageOf } from '../../../../src/model/readiness/message.ts';
import { Readiness } from '../../../../src/model/readiness/readiness.ts';
import type { AssessmentKey } from '../../../../src/model/records/assessment.ts';
import type { Scope } from '../../../../src/model/records/scope.ts';
import type { RegisterName } from '../../../../src/model/registers/register.ts';
import type { RecordsByRegister } from '../../../../src/model/registers/registers.ts';
import { anAssessment, aScope, asChanges } from '../../../support/records.ts';

export const today = '2026-11-21' as CalendarDate;

/** What a workbook says; a Type 2 period of 2026 and security where it does not say otherwise. */
export interface World {
	readonly scope?: Partial<Scope>;
	readonly records?: readonly RecordsByRegister[RegisterName][];
	readonly assessments?: Readonly<Record<string, Partial<Record<AssessmentKey, string>>>>;
	readonly surroundings?: Surroundings;
}

export interface CheckCase {
	readonly check: string;
	/** What is the matter. */
	readonly when: string;
	readonly world: World;
	/** Every message, in any order. */
	readonly says: readonly string[];
	/** Ids of the records of the first finding, the subject first. */
	readonly records?: readonly string[];
	/** Of the first finding: a cell as `control:a owner`, a fact as `scope asOf`, else kind and name. */
	readonly at: string;
	/** Workbooks with no such finding. */
	readonly not: readonly World[];
	/** What is put right, over `world`. */
	readonly mended: World;
	/** What the first finding offers to do, where it offers something. */
	readonly offers?: string;
}

/** Runs the cases of an area; every check of the area must have one. */
export function describeChecks(area: string, cases: readonly CheckCase[]): void {
	const known = checkRules.map(({ check }) => check).filter((check) => check.startsWith(area));
	it(`has a case for every check of ${area}`, () => {
		expect([...new Set(cases.map(({ check }) => check))].sort()).toEqual(
			[...new Set(known)].sort(),
		);
	});
	describe.each(cases)('$check: $when', (checked) => {
		const found = () => readinessOf(checked.world).findingsOf(checked.check);

		it('is told with its record and its place', () => {
			const findings = found();
			expect(findings.map(messageOf).sort()).toEqual([...checked.says].sort());
			const first = findings[0];
			expect(placeWords(first?.at)).toBe(checked.at);
			expect(first?.records.map(({ id }) => id)).toEqual(checked.records ?? []);
			expect(first?.mend?.label).toBe(checked.offers);
			expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
			expect(findings.map(messageOf).join()).not.toMatch(/[{}]/);
		});

		it('is not told where nothing is the matter', () => {
			for (const world of checked.not) {
				expect(readinessOf(world).findingsOf(checked.check).map(messageOf)).toEqual([]);
			}
		});

		it('goes when it is mended', () => {
			const readiness = readinessOf(checked.world);
			expect(readiness.findingsOf(checked.check)).not.toEqual([]);
			readiness.put(changesOf(together(checked.world, checked.mended)));
			expect(readiness.findingsOf(checked.check).map(messageOf)).toEqual([]);
		});

		const { offers } = checked;
		if (offers !== undefined) {
			it(`goes by “${offers}”`, () => {
				const [{ mend, key }] = found() as [Finding];
				if (!mend) throw new Error('Nothing is offered');
				const left = readinessOf(carriedOut(checked.world, mend)).findingsOf(checked.check);
				expect(left.map((finding) => finding.key)).not.toContain(key);
			});
		}
	});
}

/** Where a workbook stands. */
export function readinessOf(world: World): Readiness {
	const readiness = new Readiness(today);
	readiness.put(changesOf(world));
	return readiness;
}

function changesOf({ scope, records, assessments, surroundings }: World): FactChanges {
	const said = {
		reportType: 'type2',
		periodStart: '2026-01-01',
		periodEnd: '2026-12-31',
		categories: ['security'] as const,
	};
	return {
		...asChanges(records ?? []),
		scope: aScope({ ...said, ...scope }),
		assessments: new Map(
			Object.entries(assessments ?? {}).map(([id, values]) => [id, anAssessment(id, values)]),
		),
		...(surroundings ? { surroundings } : {}),
	};
}

function together(world: World, more: World): World {
	return {
		...world,
		...more,
		scope: { ...world.scope, ...more.scope },
		records: [...(world.records ?? []), ...(more.records ?? [])],
	};
}

function carriedOut(world: World, mend: Mend): World {
	if (mend.kind === 'scope') return together(world, { scope: { [mend.field]: mend.value } });
	const { surroundings } = world;
	if (mend.kind === 'putBack') {
		// Whoever writes there ends the collision, as the workbook tells.
		const left = surroundings?.droppedEdits?.filter(({ cell }) => cell !== mend.cell) ?? [];
		return surroundings
			? together(world, { surroundings: { ...surroundings, droppedEdits: left } })
			: world;
	}
	const edited = mend.edits.map(({ record, column, value }) => {
		const before = world.records?.find(({ id }) => id === record);
		if (!before) throw new Error(`There is no record ${record}`);
		return { ...before, [column]: value };
	});
	return together(world, { records: edited });
}

function placeWords(at: MendPlace | undefined): string {
	switch (at?.kind) {
		case 'cell':
			return [at.record.id, at.field].join(' ');
		case 'scope':
			return `scope ${at.field}`;
		case 'criterion':
			return `criterion ${at.criterion}`;
		case 'register':
			return `register ${at.register}`;
		case 'place':
			return `place ${at.place}`;
		case undefined:
			return '';
	}
}
