/** Names what a sheet holds: controls, evidence requests, risks, vendors and so on. */
import type { ColumnSubject, Guess, SheetKind } from '../proposal/proposal.ts';
import { headerKey } from './header-words.ts';
import { kinds, type KindWords } from './kind-words.ts';

export interface KindFacts {
	readonly name: string;
	readonly headers: readonly string[];
	readonly subjects: readonly ColumnSubject[];
	readonly dataRows: number;
	readonly hasHeader: boolean;
}

/** Beyond what its column names count, a kind gains this much. */
const gain = { name: 1.5, rowId: 2 };
/** A telling name weighs more than one of a control's many usual columns. */
const againstControls = 1.3;

/** The kind with the most telling column names; controls where ids, texts and owners stand. */
export function nameSheetKind(facts: KindFacts): {
	readonly kind: SheetKind;
	readonly guess: Guess;
} {
	if (!facts.hasHeader && facts.dataRows === 0) {
		return { kind: 'empty', guess: { confidence: 1, reason: 'Nothing in this sheet' } };
	}
	const headers = facts.headers.map(headerKey);
	const name = facts.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
	const [found] = kinds
		.map((words) => ({ words, ...countWords(words, facts, headers, name) }))
		.sort((a, b) => b.score - a.score);
	const controls = controlScore(facts, name);
	if (found && found.score >= 2 && found.score * againstControls > controls) {
		const seen = found.seen.slice(0, 3).map((header) => `'${header}'`);
		const named =
			seen.length === 0 ? `The sheet's name` : `Column names such as ${seen.join(', ')}`;
		return {
			kind: found.words.kind,
			guess: {
				confidence: rounded(Math.min(0.97, 0.5 + found.score * 0.1)),
				reason: `${named} ${seen.length === 0 ? 'is that' : 'are those'} of ${found.words.says}`,
			},
		};
	}
	if (isMapping(facts, headers, name)) {
		return {
			kind: 'mapping',
			guess: { confidence: 0.8, reason: 'Sets the ids of one framework against those of another' },
		};
	}
	if (controls >= 2.5 && speaksOfControls(facts, name)) {
		const seen = facts.headers.filter((_, place) => facts.subjects[place] !== 'other').slice(0, 4);
		return {
			kind: 'controls',
			guess: {
				confidence: rounded(Math.min(0.99, 0.4 + controls * 0.08)),
				reason: `Has ${seen.map((header) => `'${header}'`).join(', ')}`,
			},
		};
	}
	return { kind: 'other', guess: { confidence: 0.5, reason: 'Column names of no sheet we know' } };
}

function countWords(
	words: KindWords,
	facts: KindFacts,
	headers: readonly string[],
	name: string,
): { readonly score: number; readonly seen: readonly string[] } {
	const places = words.headers
		.map((pattern) => headers.findIndex((header) => pattern.test(header)))
		.filter((place) => place >= 0);
	const rowId = headers[Math.max(0, facts.subjects.indexOf('controlId'))] ?? '';
	const score =
		places.length +
		(words.name.test(name) ? gain.name : 0) +
		(words.rowId.test(rowId) ? gain.rowId : 0);
	return { score, seen: [...new Set(places)].map((place) => facts.headers[place] ?? '') };
}

const controlWeights: Partial<Record<ColumnSubject, number>> = {
	controlId: 1,
	title: 0.6,
	description: 0.9,
	criteria: 1.2,
	references: 0.3,
	owner: 0.6,
	status: 0.5,
	frequency: 0.8,
	type: 0.9,
	nature: 0.9,
	evidence: 0.4,
	testProcedure: 0.9,
	testResult: 0.8,
	category: 0.4,
};

function controlScore({ subjects, headers }: KindFacts, name: string): number {
	const base = [...new Set(subjects)].reduce(
		(sum, subject) => sum + (controlWeights[subject] ?? 0),
		0,
	);
	const saysControl = headers.some((header) =>
		/\b(?:control|requirement|safeguard)\b/i.test(header),
	)
		? 0.6
		: 0;
	return (
		base +
		saysControl +
		(/\bcontrols?\b|\brcm\b|\bmatrix\b|\bsoc ?2\b|\bsoa\b|applicability/.test(name) ? 1 : 0)
	);
}

/** Ids, texts and owners are in many registers; a control matrix also says what it is about. */
function speaksOfControls({ subjects, headers }: KindFacts, name: string): boolean {
	const words = [...headers.map(headerKey), name].join(' | ');
	if (
		/control|criteri|requirement|safeguard|clause|subcategor|annex|\bsoc ?2\b|\bsoa\b|applicab|question|checklist|kontroll|massnahme/.test(
			words,
		)
	)
		return true;
	if (subjects.includes('criteria')) return true;
	const working: readonly ColumnSubject[] = [
		'frequency',
		'type',
		'nature',
		'testProcedure',
		'testResult',
		'evidence',
		'owner',
		'references',
	];
	return working.filter((subject) => subjects.includes(subject)).length >= 2;
}

/** What somebody does about a row: a list of controls, however many frameworks stand beside it. */
const worked: ReadonlySet<ColumnSubject> = new Set<ColumnSubject>([
	...(['owner', 'status', 'evidence', 'frequency', 'type', 'nature'] as const),
	...(['testProcedure', 'testResult'] as const),
]);

function isMapping({ subjects }: KindFacts, headers: readonly string[], name: string): boolean {
	const ids = subjects.filter(
		(subject) => subject === 'criteria' || subject === 'references',
	).length;
	const tells = headers.some((header) =>
		/\brelationship\b|\bmapping type\b|\bcrosswalk\b|\btarget node\b/.test(header),
	);
	const working = subjects.some((subject) => worked.has(subject));
	return (
		(ids >= 2 && (tells || !working)) || (/\bmapping|crosswalk/.test(name) && ids >= 1 && !working)
	);
}

function rounded(confidence: number): number {
	return Number(confidence.toFixed(2));
}
