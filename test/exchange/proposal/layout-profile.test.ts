/** What was decided for a layout is offered for the next file with the same columns. */
import { describe, expect, it } from 'vitest';
import { initialDecisions } from '../../../src/exchange/proposal/initial-decisions.ts';
import {
	applyLayout,
	layoutFingerprint,
	layoutProfileSchema,
	rememberLayout,
} from '../../../src/exchange/proposal/layout-profile.ts';
import type { SheetProposal } from '../../../src/exchange/proposal/proposal.ts';
import { proposeSheet } from '../../../src/exchange/recognise/propose-sheet.ts';
import { aSheet, type CellValue } from '../recognise/a-sheet.ts';

function proposalOf(header: readonly string[], ...rows: CellValue[][]): SheetProposal {
	return proposeSheet(aSheet([header, ...rows]));
}

const march = proposalOf(['Control ID', 'Status', 'Extra', 'Extra'], ['C-1', 'Red', 'a', 'b']);
const april = proposalOf(
	['STATUS', 'control_id', 'Extra', 'Extra', 'New'],
	['Red', 'C-1', 'a', 'b', 'c'],
	['Blue', 'C-2', 'a', 'b', 'c'],
);

describe('a fingerprint', () => {
	it('is the same whatever the order, case and spelling of the names', () => {
		const other = proposalOf(['extra', 'STATUS', 'control_id', 'Extra'], ['a', 'Red', 'C-1', 'b']);
		expect(layoutFingerprint(other)).toBe(layoutFingerprint(march));
	});

	it('differs where a column is added or named otherwise', () => {
		expect(layoutFingerprint(april)).not.toBe(layoutFingerprint(march));
	});
});

describe('a remembered layout', () => {
	const decided = {
		...initialDecisions(march),
		targets: {
			...initialDecisions(march).targets,
			2: { kind: 'leaveOut' } as const,
			3: { kind: 'field', key: 'notes' } as const,
		},
		words: { status: { Red: 'planned' } },
		dayFirst: true,
	};
	const profile = rememberLayout(march, decided);
	const applied = applyLayout(profile, april);

	it('gives columns of the same name what was decided, equal names in their order', () => {
		expect(applied.targets[2]).toEqual({ kind: 'leaveOut' });
		expect(applied.targets[3]).toEqual({ kind: 'field', key: 'notes' });
		expect(applied.targets[1]).toEqual({ kind: 'field', key: 'controlId' });
	});

	it('keeps what is proposed for new columns and new words', () => {
		expect(applied.targets[4]).toEqual(april.columns[4]?.target);
		expect(applied.words['status']).toEqual({ Red: 'planned', Blue: '' });
	});

	it('keeps the day order, and finds the header anew', () => {
		expect(applied.dayFirst).toBe(true);
		expect(applied.headerRows).toEqual(april.headerRows);
	});

	it('survives being stored as JSON', () => {
		expect(layoutProfileSchema.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
	});
});
