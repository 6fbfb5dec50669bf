import { describe, expect, it } from 'vitest';

import {
	controlLibrary,
	libraryControlById,
} from '../../../../src/model/catalog/control-library.ts';
import { emptyAssessment } from '../../../../src/model/records/assessment.ts';
import { LibraryFinder } from '../../../../src/model/rules/library/already-there.ts';
import { closingCandidates } from '../../../../src/model/rules/library/closing-candidates.ts';
import {
	criteriaToAnswer,
	openCriteria,
} from '../../../../src/model/rules/library/open-criteria.ts';
import { editRecords } from '../../../../src/workbook/commands/records/edit-records.ts';
import { retireRecords } from '../../../../src/workbook/commands/records/retire-records.ts';
import { aControl, aWorkbook, done } from '../../../support/a-workbook.ts';

const ids = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);

describe('criteria to answer', () => {
	const said = (id: string) => emptyAssessment(id);

	it('are those of the categories in scope, security always among them', () => {
		expect(criteriaToAnswer({ categories: ['availability'] }, said)).toHaveLength(36);
		expect(criteriaToAnswer({ categories: [] }, said)).toHaveLength(33);
	});

	it('leave out what is not relevant for a reason, and only that', () => {
		const notRelevant = (reason: string) => (id: string) =>
			id === 'CC6.4' ? { ...said(id), relevance: 'no', notRelevantReason: reason } : said(id);
		expect(criteriaToAnswer({ categories: [] }, notRelevant('No site'))).toHaveLength(32);
		expect(criteriaToAnswer({ categories: [] }, notRelevant(''))).toHaveLength(33);
	});

	it('are open until an active control that applies names them', () => {
		const workbook = aWorkbook();
		const all = criteriaToAnswer({ categories: ['security'] }, said);
		const open = (): string[] => ids(openCriteria(all, workbook.controls.all()));
		expect(open()).toHaveLength(33);
		const control = aControl(workbook, { criteria: ['CC6.1', 'CC6.2'] });
		expect(open()).toHaveLength(31);
		const edit = (column: string, value: string) =>
			done(workbook, editRecords, {
				register: 'controls',
				edits: [{ record: control.id, column, value }],
			});
		edit('status', 'notApplicable');
		expect(open()).toHaveLength(31);
		edit('notApplicableReason', 'We have no log-in');
		expect(open()).toHaveLength(33);
		edit('status', 'implemented');
		done(workbook, retireRecords, { register: 'controls', records: [control.id], reason: '' });
		expect(open()).toHaveLength(33);
	});
});

describe('controls that would close a criterion', () => {
	it('are those that name it: key ones first, then those that answer more that is open', () => {
		const library = [
			{ id: 'one', criteria: ['X'], suggestedKey: false, needs: [] },
			{ id: 'two', criteria: ['X', 'Y'], suggestedKey: false, needs: [] },
			{ id: 'key', criteria: ['X'], suggestedKey: true, needs: [] },
			{ id: 'key two', criteria: ['X', 'Y'], suggestedKey: true, needs: [] },
			{ id: 'other', criteria: ['Y'], suggestedKey: true, needs: [] },
		];
		expect(ids(closingCandidates('X', new Set(['X', 'Y']), library))).toEqual([
			'key two',
			'key',
			'two',
			'one',
		]);
		expect(ids(closingCandidates('X', new Set(['X']), library))).toEqual([
			'key',
			'key two',
			'one',
			'two',
		]);
	});
});

describe('controls of the library that a workbook has already', () => {
	const finder = new LibraryFinder(controlLibrary);
	const there = (workbook: ReturnType<typeof aWorkbook>) =>
		finder.alreadyThere(workbook.controls.all());

	it('are found by their id, letter case aside', () => {
		const workbook = aWorkbook();
		const control = aControl(workbook, { controlId: ' ac-01', title: 'Something else' });
		expect([...there(workbook)]).toEqual([['AC-01', { control: control.id, by: 'id' }]]);
	});

	it('are found by nearly the same text, and no other is taken for one', () => {
		for (const { id, title, description } of controlLibrary) {
			const workbook = aWorkbook();
			const adapted = description.replace(/\b(\d+) days\b/, '45 days');
			aControl(workbook, { controlId: 'OUR-7', title: title.toUpperCase(), description: adapted });
			expect([...there(workbook).keys()]).toEqual([id]);
		}
	});

	it('are not those that share a few words', () => {
		const workbook = aWorkbook();
		aControl(workbook, {
			title: 'Access review',
			description: 'The security lead reviews access every quarter and keeps a ticket.',
		});
		expect(there(workbook).size).toBe(0);
	});

	it('are not retired ones, and the same id counts before a like text', () => {
		const workbook = aWorkbook();
		const { title, description } = libraryControlById('AC-01')!;
		aControl(workbook, { controlId: 'OUR-1', title, description });
		const same = aControl(workbook, { controlId: 'AC-01' });
		expect(there(workbook).get('AC-01')).toEqual({ control: same.id, by: 'id' });
		done(workbook, retireRecords, { register: 'controls', records: [same.id], reason: '' });
		expect(there(workbook).get('AC-01')?.by).toBe('text');
	});
});
