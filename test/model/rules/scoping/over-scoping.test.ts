import { describe, expect, it } from 'vitest';

import type { Commitment } from '../../../../src/model/registers/commitments.ts';
import type { System } from '../../../../src/model/registers/systems.ts';
import { scopingSigns } from '../../../../src/model/rules/scoping/over-scoping.ts';
import { addRecords } from '../../../../src/workbook/commands/records/add-records.ts';
import { retireRecords } from '../../../../src/workbook/commands/records/retire-records.ts';
import { aWorkbook, done } from '../../../support/a-workbook.ts';
import { answering, aScope } from './a-scope.ts';

function records(): {
	readonly commitment: (values: Partial<Commitment>) => Commitment;
	readonly system: (values: Partial<System>) => System;
	readonly retired: (commitment: Commitment) => Commitment;
} {
	const workbook = aWorkbook();
	const add = (register: 'commitments' | 'systems', row: object): string =>
		done(workbook, addRecords, { register, rows: [{ ...row }] }).created[0]!;
	const commitmentOf = (id: string): Commitment => workbook.registers.of('commitments').get(id)!;
	return {
		commitment: (values) => commitmentOf(add('commitments', values)),
		system: (values) => workbook.registers.of('systems').get(add('systems', values))!,
		retired: ({ id }) => {
			done(workbook, retireRecords, { register: 'commitments', records: [id], reason: '' });
			return commitmentOf(id);
		},
	};
}

const ids = (...facts: Parameters<typeof scopingSigns>): string[] =>
	scopingSigns(...facts).map(({ id }) => id);
const none = { commitments: [], systems: [] };

describe('signs of over-scoping', () => {
	it('are none while only Security is in scope', () => {
		expect(ids({ scope: aScope({ categories: ['security'] }), ...none })).toEqual([]);
	});

	it('tell of Availability without service level and recovery target', () => {
		const scope = aScope({ categories: ['security', 'availability'] });
		const needless = 'availability.needless';
		expect(ids({ scope, ...none })).toContain(needless);
		expect(ids({ scope: answering({ serviceLevels: 'yes' }, scope), ...none })).not.toContain(
			needless,
		);
		const { system } = records();
		const target = system({ name: 'API', recoveryTarget: '4' });
		expect(ids({ scope, commitments: [], systems: [target] })).not.toContain(needless);
		const outside = system({ name: 'Old', recoveryTarget: '4', scope: 'out' });
		expect(ids({ scope, commitments: [], systems: [outside] })).toContain(needless);
	});

	it('tell of Confidentiality without such data and promise', () => {
		const scope = aScope({ categories: ['security', 'confidentiality'] });
		const needless = 'confidentiality.needless';
		expect(ids({ scope, ...none })).toContain(needless);
		const { system } = records();
		const systems = [system({ name: 'Store', dataClass: 'confidential' })];
		expect(ids({ scope, commitments: [], systems })).not.toContain(needless);
		const promised = answering({ 'confidentiality.return': 'yes' }, scope);
		expect(ids({ scope: promised, ...none })).not.toContain(needless);
	});

	it('tell of processing integrity without a process to test', () => {
		const scope = aScope({ categories: ['security', 'processing-integrity'] });
		const needless = 'processing-integrity.needless';
		expect(ids({ scope, ...none })).toContain(needless);
		const defined = answering({ 'processing-integrity.defined': 'yes' }, scope);
		expect(ids({ scope: defined, ...none })).not.toContain(needless);
	});

	it('tell of Privacy while a company is only a processor, until it promises individuals something', () => {
		const scope = aScope({ categories: ['security', 'privacy'], dataRole: 'processor' });
		const [sign] = scopingSigns({ scope, ...none });
		expect(sign).toMatchObject({ id: 'privacy.needless', category: 'privacy' });
		expect(sign?.text).toContain('for customers only');
		const { commitment } = records();
		const commitments = [commitment({ text: 'Notice', toIndividuals: 'yes' })];
		expect(ids({ scope, commitments, systems: [] })).not.toContain('privacy.needless');
	});

	it('tell of a category that no active commitment calls for', () => {
		const scope = aScope({ categories: ['security', 'availability'] });
		const { commitment, retired } = records();
		const promise = commitment({ text: '99.9 %', categories: ['availability'] });
		expect(ids({ scope, commitments: [promise], systems: [] })).toEqual([]);
		expect(ids({ scope, commitments: [retired(promise)], systems: [] })).toContain(
			'availability.no-commitment',
		);
	});

	it('tell of a category nobody asks for', () => {
		const scope = answering(
			{ 'privacy.asked': 'no' },
			aScope({ categories: ['security', 'privacy'] }),
		);
		expect(ids({ scope, ...none })).toContain('privacy.not-asked');
	});

	it('tell of all five on a first report only', () => {
		const categories = [
			'security',
			'availability',
			'confidentiality',
			'processing-integrity',
			'privacy',
		] as const;
		expect(ids({ scope: aScope({ categories, firstReport: 'yes' }), ...none })).toContain(
			'all-five',
		);
		expect(ids({ scope: aScope({ categories, firstReport: 'no' }), ...none })).not.toContain(
			'all-five',
		);
		const four = categories.slice(0, 4);
		expect(ids({ scope: aScope({ categories: four, firstReport: 'yes' }), ...none })).not.toContain(
			'all-five',
		);
	});

	it('tell of a promise whose category is left out without a reason', () => {
		const scope = aScope({ categories: ['security'] });
		const { commitment } = records();
		const promise = commitment({ text: '99.9 %', categories: ['availability'] });
		expect(ids({ scope, commitments: [promise], systems: [] })).toEqual(['availability.promised']);
		const explained = commitment({
			text: '99.9 %',
			categories: ['availability'],
			outOfScopeReason: 'Only a trial customer has it',
		});
		expect(ids({ scope, commitments: [explained], systems: [] })).toEqual([]);
	});
});
