/** What a sheet holds, by its column names. */
import { expect, it } from 'vitest';
import { bestSheet, proposeWorkbook } from '../../../src/exchange/recognise/propose-workbook.ts';
import { proposeSheet } from '../../../src/exchange/recognise/propose-sheet.ts';
import type { ReadWorkbook } from '../../../src/exchange/sheet.ts';
import { aSheet } from './a-sheet.ts';

it.each([
	['controls', ['Control ID', 'Control description', 'Owner', 'Frequency', 'Status']],
	['controls', ['Criteria', 'Control', 'Test procedure', 'Test result']],
	['risks', ['Risk ID', 'Risk description', 'Likelihood', 'Impact', 'Owner', 'Status']],
	['requests', ['Request #', 'Description', 'Requested on', 'Date provided', 'Status']],
	['requests', ['Request No.', 'Request description', 'TSC ref', 'Assigned to', 'Status']],
	['evidence', ['Evidence ID', 'Control ID', 'Evidence name', 'File path', 'Collected on']],
	['vendors', ['Vendor name', 'Service provided', 'Criticality', 'Contract end', 'DPA signed']],
	['gaps', ['Finding ID', 'Finding', 'Recommended action', 'Owner', 'Due date']],
	['accessReview', ['Username', 'Department', 'Role', 'Last login date', 'Review status']],
	['policies', ['Policy name', 'Version', 'Approved by', 'Next review']],
	['mapping', ['SOC 2', 'ISO 27001', 'Relationship']],
	['mapping', ['Control ID', 'Description', 'SOC 2', 'ISO 27001']],
	['controls', ['Control ID', 'Description', 'Evidence', 'SOC 2', 'ISO 27001']],
	['other', ['Name', 'Country', 'Currency']],
])('%s: %j', (kind, headers) => {
	expect(proposeSheet(aSheet([headers])).kind).toBe(kind);
});

it('the name of the sheet helps', () => {
	const headers = ['ID', 'Title', 'Impact', 'Owner'];
	expect(proposeSheet(aSheet([headers], { name: 'Risk register' })).kind).toBe('risks');
});

it('the sheet to begin with holds controls and has rows', () => {
	const controls = ['Control ID', 'Description', 'Owner', 'Control type'];
	const row = ['AC-01', 'Access is granted on request', 'CISO', 'Preventive'];
	const workbook: ReadWorkbook = {
		format: 'xlsx',
		date1904: false,
		notes: [],
		sheets: [
			aSheet([['Read me']], { name: 'Read me' }),
			aSheet([controls], { name: 'Empty template' }),
			aSheet([controls, row], { name: 'Controls' }),
			aSheet(
				[
					['Risk ID', 'Risk', 'Likelihood', 'Impact'],
					['R-1', 'Loss', 'High', 'Low'],
				],
				{
					name: 'Risks',
				},
			),
		],
	};
	expect(bestSheet(proposeWorkbook(workbook))?.sheet).toBe('Controls');
});
