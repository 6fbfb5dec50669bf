/**
 * Vendors, and those of them that are subservice organizations: their controls, together with ours,
 * are needed to meet our commitments.
 */
import { field, register, type RecordOf } from './register.ts';

export const vendors = register({
	name: 'vendors',
	idKind: 'vendor',
	one: 'vendor',
	many: 'vendors',
	title: 'Vendors',
	naming: ['name'],
	shape: {
		name: field('Vendor', 'The name of the company', { kind: 'text' }, 180),
		service: field('Service', 'What it does for us', { kind: 'prose' }, 220),
		tier: field('Tier', 'How much depends on it', { kind: 'term', vocabulary: 'vendorTier' }, 100),
		method: field(
			'Subservice method',
			'Whether its controls are part of ours, and how the report treats them',
			{ kind: 'term', vocabulary: 'subserviceMethod' },
			200,
		),
		owner: field('Owner', 'Who answers for it here', { kind: 'person' }, 150),
		data: field('Data', 'Which data it sees or keeps', { kind: 'text' }, 160),
		personalData: field(
			'Personal data',
			'Whether it handles personal data',
			{ kind: 'term', vocabulary: 'yesNo' },
			110,
		),
		agreementSigned: field(
			'Data agreement signed',
			'The day the data processing agreement was signed',
			{ kind: 'date' },
			150,
		),
		contractEnd: field('Contract end', 'The last day of the contract', { kind: 'date' }, 120),
		reportType: field(
			'Report',
			'What it gives as assurance',
			{ kind: 'term', vocabulary: 'vendorReport' },
			150,
		),
		reportFrom: field('Report from', 'First day its report covers', { kind: 'date' }, 120),
		reportTo: field('Report to', 'Last day its report covers', { kind: 'date' }, 120),
		bridgeThrough: field(
			'Bridge letter through',
			'The day its bridge letter covers up to',
			{ kind: 'date' },
			150,
		),
		opinion: field(
			'Opinion',
			'What its auditor says',
			{ kind: 'term', vocabulary: 'opinion' },
			120,
		),
		exceptions: field(
			'Exceptions read',
			'Exceptions in its report that matter to us',
			{ kind: 'prose' },
			240,
		),
		followUp: field(
			'Follow-up',
			'Their effect on us, and what we do about it',
			{ kind: 'prose' },
			240,
		),
		reportReviewed: field('Report reviewed', 'The day we read its report', { kind: 'date' }, 130),
		reviewer: field('Reviewer', 'Who read it', { kind: 'person' }, 150),
		lastReview: field('Last review', 'The day the vendor was last reviewed', { kind: 'date' }, 120),
		reviewDue: field('Review due', 'The day of the next review', { kind: 'date' }, 120),
		criteria: field('Criteria', 'The criteria it has a part in', { kind: 'criteria' }, 140),
		controls: field(
			'Controls',
			'Our controls that watch over it',
			{ kind: 'links', to: 'controls' },
			160,
		),
		notes: field('Notes', 'Anything else', { kind: 'prose' }, 260),
	},
});

export type Vendor = RecordOf<typeof vendors>;

/** True where its controls are needed, together with ours, to meet our commitments. */
export function isSubservice(vendor: Pick<Vendor, 'method'>): boolean {
	return ['carveOut', 'inclusive', 'undecided'].includes(vendor.method);
}
