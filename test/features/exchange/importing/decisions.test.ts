import { describe, expect, it } from 'vitest';

import { initialDecisions } from '../../../../src/exchange/proposal/initial-decisions.ts';
import {
	columnFor,
	ownTarget,
	targetOf,
	withRows,
	withTarget,
	withWord,
} from '../../../../src/features/exchange/importing/decisions.ts';
import {
	optionOf,
	targetFrom,
	targetOptions,
} from '../../../../src/features/exchange/importing/target-options.ts';
import { at } from '../../../support/at.ts';
import { aProposal } from '../a-proposal.ts';

const proposal = aProposal('Ref', 'Owner', 'Second owner', '');
const { columns } = proposal;
const decisions = withTarget(initialDecisions(proposal), columns, 1, {
	kind: 'field',
	key: 'owner',
});

describe('what a column becomes', () => {
	it('gives a field to one column: the one that had it is kept as an own column', () => {
		const moved = withTarget(decisions, columns, 2, { kind: 'field', key: 'owner' });
		expect(columnFor(moved, columns, 'owner')?.index).toBe(2);
		expect(targetOf(moved, at(columns, 1))).toEqual({
			kind: 'own',
			name: 'Owner',
			meaning: 'other',
		});
	});

	it('keeps a column without header under its letters', () => {
		expect(ownTarget(at(columns, 3))).toMatchObject({ kind: 'own', name: 'Column D' });
	});

	it('changes nothing of the decisions it was given', () => {
		const before = structuredClone(decisions);
		withTarget(decisions, columns, 2, { kind: 'leaveOut' });
		withRows(decisions, [4], false);
		withWord(decisions, 'status', 'Done', 'implemented');
		expect(decisions).toEqual(before);
	});

	it('says beside a field which column fills it now', () => {
		const labels = targetOptions(decisions, columns, 0).map(({ label }) => label);
		expect(labels).toContain('Owner (now B)');
		expect(targetOptions(decisions, columns, 1).map(({ label }) => label)).toContain('Owner');
	});

	it('reads every option back to the target it stands for', () => {
		for (const { value } of targetOptions(decisions, columns, 0)) {
			expect(optionOf(targetFrom('controls', value, at(columns, 0)))).toBe(value);
		}
	});
});

describe('rows put in and taken out', () => {
	it('lets the last word count', () => {
		const out = withRows(decisions, [4, 5], false);
		expect(out).toMatchObject({ rowsIn: [], rowsOut: [4, 5] });
		expect(withRows(out, [5], true)).toMatchObject({ rowsIn: [5], rowsOut: [4] });
	});
});

describe('words', () => {
	it('keeps what was chosen for other words and fields', () => {
		const first = withWord(decisions, 'status', 'Done', 'implemented');
		const second = withWord(first, 'status', 'WIP', '');
		expect(withWord(second, 'type', 'Prev', 'preventive').words).toMatchObject({
			status: { Done: 'implemented', WIP: '' },
			type: { Prev: 'preventive' },
		});
	});
});
