/** Two versions of one control matrix, as its sender changed it between them. */
import { anXlsx } from '../features/exchange/a-file.ts';
import type { FileToChoose } from './matrix-files.ts';

type Row = readonly string[];

const header: Row = ['Control ID', 'Title', 'Description', 'Criteria', 'Owner', 'Status', 'Region'];

const reviews =
	'Owners of systems review who has access to production every quarter and record it.';
const leavers = 'Access ends on the last day of work, and the ticket says who took it away.';
const changes = 'A second engineer reviews every change before it goes to production.';
const backups = 'Databases are copied every night and restored once a year as a test.';
const vendors = 'Vendors are assessed before a contract is signed and once a year after that.';

/** Six controls. */
export const firstVersion: readonly Row[] = [
	header,
	['AC-01', 'Access is reviewed', reviews, 'CC6.1, CC6.2', 'Head of IT', 'Implemented', 'EU'],
	['AC-02', 'Leavers lose access', leavers, 'CC6.2', 'People team', 'In progress', 'EU'],
	['CM-01', 'Changes are reviewed', changes, 'CC8.1', 'CTO', 'Implemented', ''],
	['BK-01', 'Backups', backups, 'A1.2', 'CTO', 'Planned', 'US'],
	['VM-01', 'Vendors', vendors, 'CC9.2', 'CFO', 'Planned', ''],
	['VM-02', 'Vendor list', 'A list of all vendors is kept.', 'CC9.2', 'CFO', 'Implemented', ''],
];

/**
 * AC-01 has another owner and criterion, CM-01 other words, BK-01 is numbered anew and reworded,
 * AC-03 is new and VM-02 is gone.
 */
export const secondVersion: readonly Row[] = [
	header,
	['AC-01', 'Access is reviewed', reviews, 'CC6.1, CC6.2, CC6.3', 'CISO', 'Implemented', 'EU'],
	['AC-02', 'Leavers lose access', leavers, 'CC6.2', 'People team', 'In progress', 'EU'],
	['AC-03', 'Joiners', 'New people get access by an approved ticket.', 'CC6.2', 'CISO', '', 'EU'],
	[
		'CM-01',
		'Changes are reviewed',
		`${changes.replace('every', 'each')} The review is kept.`,
		'CC8.1',
		'CTO',
		'Implemented',
		'',
	],
	[
		'DR-07',
		'Backups',
		backups.replace('once a year', 'twice a year'),
		'A1.2',
		'CTO',
		'Planned',
		'US',
	],
	['VM-01', 'Vendors', vendors, 'CC9.2', 'CFO', 'Planned', ''],
];

/** The rows as an Excel file of one sheet called Controls. */
export async function versionFile(name: string, rows: readonly Row[]): Promise<FileToChoose> {
	const file = anXlsx(name, { Controls: rows });
	return { name, mimeType: '', buffer: Buffer.from(await file.arrayBuffer()) };
}
