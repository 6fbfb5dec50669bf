import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { emptyScope, scopeId } from '../../src/model/records/scope.ts';
import { acceptFindings, withdrawAcceptance } from '../../src/workbook/commands/accept-findings.ts';
import { assessCriteria } from '../../src/workbook/commands/assess-criteria.ts';
import { setScope } from '../../src/workbook/commands/set-scope.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { aWorkbook, done } from '../support/a-workbook.ts';

const scopeOf = (workbook: Workbook) => workbook.scope.get(scopeId) ?? emptyScope;

/** Two copies that have not heard of each other, and then have. */
function twoPeople(first: (one: Workbook) => void, second: (other: Workbook) => void) {
	const [one, other] = [aWorkbook(), aWorkbook(new Y.Doc())];
	first(one);
	second(other);
	Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc));
	Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc));
	return [one, other] as const;
}

describe('the scope', () => {
	it('[R-7] keeps what two people say of it at the same time, sets member by member', () => {
		const copies = twoPeople(
			(one) =>
				done(one, setScope, {
					values: { organization: 'Lanternfish', categories: ['security', 'availability'] },
				}),
			(other) =>
				done(other, setScope, {
					values: { service: 'Scheduling', categories: ['security', 'privacy'] },
					reasons: { privacy: 'Promised in our own notice' },
				}),
		);
		for (const workbook of copies) {
			expect(scopeOf(workbook)).toMatchObject({
				organization: 'Lanternfish',
				service: 'Scheduling',
				reasons: { privacy: 'Promised in our own notice' },
			});
			expect([...scopeOf(workbook).categories].sort()).toEqual([
				'availability',
				'privacy',
				'security',
			]);
		}
	});

	it('is one undo a change, and has a line in the activity', () => {
		const workbook = aWorkbook();
		done(workbook, setScope, { values: { reportType: 'type2', periodStart: '2026-10-01' } });
		expect(workbook.activity.latest()[0]).toMatchObject({
			name: 'setScope',
			label: 'Set report type and period start of the scope',
		});
		workbook.undo();
		expect(scopeOf(workbook).reportType).toBe('');
	});

	it('refuses what is no fact of it, and a value of another kind', () => {
		const workbook = aWorkbook();
		const unknown = { values: { colour: 'blue' } } as unknown as Parameters<
			typeof setScope.plan
		>[0];
		expect(workbook.run(setScope, unknown)).toMatchObject({ ok: false });
		expect(workbook.run(setScope, { values: { categories: 'security' } })).toMatchObject({
			ok: false,
		});
		expect(workbook.activity.latest()).toEqual([]);
	});
});

describe('what is said of criteria', () => {
	it('[R-7] is kept under the published id, whoever says what first', () => {
		const copies = twoPeople(
			(one) =>
				done(one, assessCriteria, {
					edits: [{ criterion: 'CC6.1', field: 'conclusion', value: 'met' }],
				}),
			(other) =>
				done(other, assessCriteria, {
					edits: [{ criterion: 'CC6.1', field: 'note', value: 'Ask Elena' }],
				}),
		);
		for (const workbook of copies) {
			expect(workbook.assessments.get('CC6.1')).toMatchObject({
				conclusion: 'met',
				note: 'Ask Elena',
			});
		}
	});

	it('refuses an id that is no criterion and changes nothing', () => {
		const workbook = aWorkbook();
		const edits = [
			{ criterion: 'CC6.1', field: 'note', value: 'x' },
			{ criterion: 'CC6.9', field: 'note', value: 'y' },
		] as const;
		const outcome = workbook.run(assessCriteria, { edits });
		expect(outcome).toMatchObject({ ok: false, problems: [{ record: 'CC6.9' }] });
		expect(workbook.assessments.all()).toEqual([]);
	});
});

describe('accepting a warning', () => {
	it('needs a reason, keeps who and when, and can be taken back', () => {
		const workbook = aWorkbook();
		const findings = [{ finding: 'COV-06/control:1', of: 'abc', message: 'Mapped to 9 criteria.' }];
		expect(workbook.run(acceptFindings, { findings, reason: ' ' })).toMatchObject({ ok: false });
		done(workbook, acceptFindings, { findings, reason: 'One gateway' });
		const [acceptance] = workbook.acceptances.all();
		expect(acceptance).toMatchObject({ by: 'Dana', of: 'abc', reason: 'One gateway' });
		done(workbook, withdrawAcceptance, { acceptance: acceptance!.id });
		expect(workbook.acceptances.all()[0]?.withdrawn).toBe(true);
	});
});
