/**
 * What is examined, and when: one record a workbook. It is kept as flat entries under a published id
 * (law 2), so that two people who fill in different facts both keep theirs. Components, commitments,
 * systems and vendors are registers of their own.
 */
import * as z from 'zod/mini';
import type { TrustServicesCategory } from '../catalog/criteria.ts';
import { isSetKind, type Field, type FieldKind } from './field.ts';
import { readRecord, type Reading } from './read-record.ts';

/** The id of the one record. */
export const scopeId = 'scope';

export type ScopeTextKey =
	| 'organization'
	| 'service'
	| 'description'
	| 'reportType'
	| 'asOf'
	| 'periodStart'
	| 'periodEnd'
	| 'firstReport'
	| 'previousEnd'
	| 'previousOpinion'
	| 'bridgeFrom'
	| 'bridgeThrough'
	| 'auditFirm'
	| 'auditContact'
	| 'fieldwork'
	| 'dataRole'
	| 'noCustomerDuties'
	| 'allRelevant'
	| ThresholdKey;
export type ScopeSetKey = 'categories' | 'company' | 'saidYes' | 'saidNo';
export type ScopeFieldKey = ScopeTextKey | ScopeSetKey;

/** Limits that checks use; each is a setting with a default (`thresholds.ts`). */
export type ThresholdKey =
	| 'leastPeriodMonths'
	| 'mostPeriodMonths'
	| 'reviewAgeDays'
	| 'configurationAgeDays'
	| 'bridgeDays'
	| 'criteriaPerControl'
	| 'deviationPercent'
	| 'waitingDays'
	| 'copyAgeDays'
	| 'accessRemovalDays';

export interface Scope extends Readonly<Record<ScopeTextKey, string>> {
	readonly id: typeof scopeId;
	/** Categories in scope; empty until somebody decided. */
	readonly categories: readonly TrustServicesCategory[];
	/** What the company is (`CompanyFact` tokens), for the starter library. */
	readonly company: readonly string[];
	/** Scoping questions answered yes, and no, by question id. */
	readonly saidYes: readonly string[];
	readonly saidNo: readonly string[];
	/** Why a category is in or left out, by category. */
	readonly reasons: Readonly<Record<string, string>>;
}

export const scopeFields: readonly Field<ScopeFieldKey>[] = [
	of('organization', 'Organization', 'The legal entity whose system is examined', { kind: 'text' }),
	of('service', 'Service', 'What customers buy', { kind: 'text' }),
	of('description', 'System in a few sentences', 'What it does, for whom, from where', {
		kind: 'prose',
	}),
	of('categories', 'Categories in scope', 'Security always; others where promised', {
		kind: 'terms',
		vocabulary: 'category',
	}),
	of('reportType', 'Report type', 'One date, or a period', {
		kind: 'term',
		vocabulary: 'reportType',
	}),
	of('asOf', 'As-of date', 'The date of a Type 1 report', { kind: 'date' }),
	of('periodStart', 'Period start', 'First day of the observation period', { kind: 'date' }),
	of('periodEnd', 'Period end', 'Last day of the observation period', { kind: 'date' }),
	of('firstReport', 'First report', 'Whether there was none before', {
		kind: 'term',
		vocabulary: 'yesNo',
	}),
	of('previousEnd', 'End of the previous period', 'Last day of the report before this one', {
		kind: 'date',
	}),
	of('previousOpinion', 'Previous opinion', 'What the auditor said in it', {
		kind: 'term',
		vocabulary: 'opinion',
	}),
	of('bridgeFrom', 'Bridge letter from', 'First day the letter covers', { kind: 'date' }),
	of('bridgeThrough', 'Bridge letter through', 'Last day the letter covers', { kind: 'date' }),
	of('auditFirm', 'CPA firm', 'The licensed firm that examines', { kind: 'text' }),
	of('auditContact', 'Contact at the firm', 'Who leads the examination', { kind: 'text' }),
	of('fieldwork', 'Fieldwork begins', 'When the auditor starts to test', { kind: 'date' }),
	of('dataRole', 'Role for personal data', 'Who decides why it is used', {
		kind: 'term',
		vocabulary: 'dataRole',
	}),
	of('company', 'About the company', 'What the starter library picks by', {
		kind: 'references',
	}),
	of('saidYes', 'Questions answered yes', 'Scoping questions', { kind: 'references' }),
	of('saidNo', 'Questions answered no', 'Scoping questions', { kind: 'references' }),
	of(
		'noCustomerDuties',
		'No customer duties because',
		'Why our controls need nothing of customers',
		{ kind: 'prose' },
	),
	of('allRelevant', 'Every criterion is relevant', 'Somebody looked and none is set aside', {
		kind: 'term',
		vocabulary: 'yesNo',
	}),
	limit('leastPeriodMonths', 'Shortest period (months)'),
	limit('mostPeriodMonths', 'Longest period (months)'),
	limit('reviewAgeDays', 'Age of policies, plans and reviews (days)'),
	limit('configurationAgeDays', 'Age of configuration captures (days)'),
	limit('bridgeDays', 'Length of a bridge letter (days)'),
	limit('criteriaPerControl', 'Criteria a control'),
	limit('deviationPercent', 'Deviations that lower a result (percent)'),
	limit('waitingDays', 'Evidence waiting for review (days)'),
	limit('copyAgeDays', 'Age of the last saved copy (days)'),
	limit('accessRemovalDays', 'Removal of access after leaving (days)'),
];

const fieldsByKey: ReadonlyMap<string, Field<ScopeFieldKey>> = new Map(
	scopeFields.map((described) => [described.key, described]),
);

/** The description of a fact of the scope, or undefined for a key that is none. */
export function scopeField(key: string): Field<ScopeFieldKey> | undefined {
	return fieldsByKey.get(key);
}

const text = z.string();
const schema = z.object({
	id: z.literal(scopeId),
	...Object.fromEntries(
		scopeFields.map(({ key, value }): [string, z.ZodMiniType] => [
			key,
			isSetKind(value) ? z._default(z.array(text), []) : z._default(text, ''),
		]),
	),
	reasons: z._default(z.record(text, text), {}),
});

/** Reads the joined entries; what was never said is empty. */
export function readScope(joined: unknown): Reading<Scope> {
	return readRecord(schema, joined) as unknown as Reading<Scope>;
}

function of(key: ScopeFieldKey, label: string, hint: string, value: FieldKind) {
	return { key, label, hint, value, width: 180 };
}

function limit(key: ThresholdKey, label: string) {
	return of(key, label, 'A setting; no standard fixes it', { kind: 'number' });
}

/** The scope of a workbook in which nobody has said anything. */
export const emptyScope: Scope = Object.freeze({
	...(Object.fromEntries(
		scopeFields.map(({ key, value }) => [key, isSetKind(value) ? Object.freeze([]) : '']),
	) as unknown as Scope),
	id: scopeId,
	reasons: Object.freeze({}),
});
