/**
 * What a single column may be about, best claim first: its header's word weighed against its
 * values. Which column wins a field is decided in `recognise-columns.ts`.
 */
import type { ColumnSubject } from '../proposal/proposal.ts';
import type { ColumnValues } from './column-values.ts';
import { readHeader, type HeaderEvidence } from './header-evidence.ts';
import { judgeValues } from './value-evidence.ts';

export interface ColumnFacts {
	readonly index: number;
	/** Group and header joined; '' where there is none. */
	readonly header: string;
	/** The header proper, without its group. */
	readonly ownHeader: string;
	readonly values: ColumnValues;
}

export interface Claim {
	readonly subject: ColumnSubject;
	readonly score: number;
	/** The header's part of the score; 0 where the values alone speak. */
	readonly header: number;
	/** What the values say, in words; '' where nothing. */
	readonly says: string;
}

/** Below this a column is about nothing we know. */
const enough = 0.45;
/** "Other" needs less: it only keeps a weak claim from winning. */
const enoughForOther = 0.3;
const valueWeight = 0.35;
const impossible = 0.35;

export const subjects: readonly ColumnSubject[] = [
	...(['controlId', 'title', 'description', 'criteria', 'references', 'owner', 'status'] as const),
	...(['frequency', 'type', 'nature', 'evidence', 'testProcedure', 'testResult'] as const),
	...(['category', 'priority', 'dueDate', 'notes', 'risk', 'policy', 'system', 'other'] as const),
];

/** The claims on a column that are strong enough, best first; none where nothing speaks. */
export function claimsOf(facts: ColumnFacts): readonly Claim[] {
	const header = readHeader(facts.ownHeader);
	const group = readHeader(facts.header);
	const judged = subjects.map((subject) => {
		const said = header.scores.get(subject) ?? 0;
		const named = Math.max(said, impliedScore(subject, facts.values, header, group));
		return { subject, named, values: judgeValues(subject, facts.values) };
	});
	const claims = judged
		.filter(({ named }) => named > 0)
		.map(({ subject, named, values }): Claim => {
			const score = named + valueWeight * values.fit - (values.fit <= -1 ? impossible : 0);
			return { subject, score, header: named, says: values.says };
		})
		.filter(({ subject, score }) => score >= (subject === 'other' ? enoughForOther : enough));
	const headerIsKnown = judged.some(({ named }) => named >= enough);
	if (claims.length === 0) {
		for (const { subject, values } of judged) {
			// Criteria are unmistakable, even under a header that promises something else.
			if (!values.speaksForItself || (headerIsKnown && subject !== 'criteria')) continue;
			claims.push({ subject, score: 0.5 + 0.1 * values.fit, header: 0, says: values.says });
		}
	}
	return claims.sort((a, b) => b.score - a.score);
}

/** What a header implies without saying it: "ISO 27001" over ids is a column of ISO's ids. */
function impliedScore(
	subject: ColumnSubject,
	values: ColumnValues,
	header: HeaderEvidence,
	group: HeaderEvidence,
): number {
	const { criterion, reference, serialKey, categoryName } = values.shares;
	const namesCriteria = header.namesCriteria || group.namesCriteria;
	const namesFramework = header.namesFramework || group.namesFramework;
	// An id column that turns out not to hold the row's own id refers to something else.
	const isId = (header.scores.get('controlId') ?? 0) * 0.46;
	switch (subject) {
		case 'criteria':
			if (namesCriteria && criterion > 0.3) return 0.95;
			return criterion > 0.6 ? isId * 1.2 : 0;
		case 'category':
			return header.namesCriteria && categoryName > 0.6 ? 0.9 : 0;
		case 'references': {
			const holdsIds = Math.max(reference, criterion) > 0.6;
			if (!namesFramework) return holdsIds && serialKey < 0.5 ? isId : 0;
			if (values.filled === 0) return header.scores.size === 0 ? 0.5 : 0;
			return holdsIds ? 0.9 : 0;
		}
		default:
			return 0;
	}
}
