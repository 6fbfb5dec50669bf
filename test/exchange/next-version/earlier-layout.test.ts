import { describe, expect, it } from 'vitest';

import {
	columnsInCommon,
	decisionsAsBefore,
} from '../../../src/exchange/next-version/earlier-layout.ts';
import { initialDecisions } from '../../../src/exchange/proposal/initial-decisions.ts';
import { aProposal } from '../../features/exchange/a-proposal.ts';
import { regionColumn } from './versions.ts';

const record = {
	columns: [
		{ index: 0, header: 'Control ID', target: 'controlId' },
		{ index: 1, header: 'Control Wording', target: 'description' },
		{ index: 1, header: 'Control Wording', target: 'column:kept-whole' },
		{ index: 2, header: 'Region', target: regionColumn.id },
		{ index: 3, header: 'Owner', target: '' },
		{ index: 4, header: 'Dropped here', target: 'column:retired' },
	],
	valueWords: { status: { Live: 'implemented' } },
};

function decided(...headers: readonly string[]) {
	const proposal = aProposal(...headers);
	const retired = { ...regionColumn, id: 'column:retired', retired: true } as const;
	const ownColumns = [{ ...regionColumn, name: 'Area' }, retired];
	return decisionsAsBefore(record, ownColumns, proposal, initialDecisions(proposal));
}

describe('the layout of the earlier version', () => {
	it('follows columns by their header to where they stand now', () => {
		const { targets } = decided('Region', 'CONTROL_ID', 'Dropped here', 'Owner', 'Control wording');
		expect(targets).toEqual({
			0: { kind: 'own', name: 'Area', meaning: 'other' },
			1: { kind: 'field', key: 'controlId' },
			2: { kind: 'leaveOut' },
			3: { kind: 'leaveOut' },
			4: { kind: 'field', key: 'description' },
		});
	});

	it('lets no new column take the field of one that was there', () => {
		const { targets } = decided('Control ID', 'Control description', 'Control Wording', 'Status');
		expect(targets[1]).toMatchObject({ kind: 'own', name: 'Control description' });
		expect(targets[2]).toEqual({ kind: 'field', key: 'description' });
		expect(targets[3]).toEqual({ kind: 'field', key: 'status' });
	});

	it('reads words as they were read before', () => {
		expect(decided('Control ID', 'Status').words['status']).toMatchObject({ Live: 'implemented' });
	});

	it('is told by how many of its columns are there', () => {
		expect(columnsInCommon(record, aProposal('Control ID', 'Region', 'Owner'))).toBe(3 / 5);
		expect(columnsInCommon({ columns: [], valueWords: {} }, aProposal('Owner'))).toBe(0);
	});
});
