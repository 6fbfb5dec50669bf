/** Names what a sheet holds: controls, evidence requests, risks, vendors and so on. */
import type { ColumnSubject, Guess, SheetKind } from '../proposal/proposal.ts';
import { headerKey } from './header-words.ts';

export interface KindFacts {
	readonly name: string;
	readonly headers: readonly string[];
	readonly subjects: readonly ColumnSubject[];
	readonly dataRows: number;
	readonly hasHeader: boolean;
}

interface KindWords {
	readonly kind: SheetKind;
	readonly says: string;
	/** Weight by word group: what headers or the sheet's name contain. */
	readonly headers: readonly RegExp[];
	readonly name: RegExp;
}

const kinds: readonly KindWords[] = [
	{
		kind: 'risks',
		says: 'risks',
		headers: [
			/\blikelihood|probability\b/,
			/\bimpact\b/,
			/\brisk (?:id|score|level|owner|description|treatment|#)/,
			/\bthreat\b/,
			/\bvulnerability\b/,
			/\btreatment\b/,
			/\bresidual\b/,
		],
		name: /\brisk/,
	},
	{
		kind: 'vendors',
		says: 'vendors',
		headers: [
			/\b(?:vendor|supplier|third party|provider) ?(?:name|id|owner|tier)?$/,
			/\bcontract\b/,
			/\b(?:dpa|baa|soc report|subprocessor)\b/,
			/\bservice provided\b/,
			/\bcriticality\b/,
		],
		name: /\bvendor|supplier|third part|subprocessor/,
	},
	{
		kind: 'requests',
		says: 'evidence requests',
		headers: [
			/\brequest (?:id|#|no|number|title|description)/,
			/\bpbc\b/,
			/\b(?:date )?requested\b/,
			/\brequesting\b/,
			/\brequest \/? ?evidence/,
			/\bdate (?:provided|received)\b/,
		],
		name: /\brequest|\bpbc\b|\birl\b|\bdrl\b/,
	},
	{
		kind: 'evidence',
		says: 'evidence',
		headers: [
			/\bevidence (?:id|name|title|type|description|domain)/,
			/\bfile (?:path|location)/,
			/\b(?:collected|collection)\b/,
			/\bartifact (?:id|name)/,
		],
		name: /\bevidence/,
	},
	{
		kind: 'accessReview',
		says: 'an access review',
		headers: [
			/\buser ?name\b|\bfull name\b/,
			/\brole\b/,
			/\blast (?:login|sign|active)/,
			/\bdepartment\b/,
			/\bmfa\b/,
			/\baccess (?:key|level)\b/,
			/\bprivileged\b/,
		],
		name: /\baccess review|\buar\b|recertification/,
	},
	{
		kind: 'gaps',
		says: 'gaps or findings',
		headers: [
			/\bfinding\b/,
			/\bgap\b/,
			/\b(?:remediation|recommended|corrective) action\b/,
			/\bpoa ?m\b|\bweakness\b|\bdeficiency\b/,
			/\bmilestone\b/,
			/\b(?:current|target) (?:state|score)\b/,
		],
		name: /\bgap|\bpoa|remediation|finding|corrective/,
	},
	{
		kind: 'policies',
		says: 'policies',
		headers: [
			/\bpolicy (?:name|title|id|owner)\b/,
			/\bversion\b/,
			/\b(?:approved|approval|approver)\b/,
			/\bnext review\b/,
		],
		name: /\bpolic(?:y|ies)\b/,
	},
];

/** The kind with the most telling column names; controls where ids, texts and owners stand. */
export function nameSheetKind(facts: KindFacts): {
	readonly kind: SheetKind;
	readonly guess: Guess;
} {
	if (!facts.hasHeader && facts.dataRows === 0) {
		return { kind: 'empty', guess: { confidence: 1, reason: 'Nothing in this sheet' } };
	}
	const headers = facts.headers.map(headerKey);
	const name = headerKey(facts.name);
	const found = kinds
		.map((words) => ({ words, ...countWords(words, headers, name) }))
		.sort((a, b) => b.score - a.score)[0];
	const controls = controlScore(facts, name);
	if (found && found.score >= 2 && found.score * 1.3 > controls) {
		return {
			kind: found.words.kind,
			guess: {
				confidence: rounded(Math.min(0.97, 0.5 + found.score * 0.1)),
				reason: `Column names such as ${found.seen.slice(0, 3).join(', ') || `'${facts.name}'`} are those of ${found.words.says}`,
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
	headers: readonly string[],
	name: string,
): { score: number; seen: readonly string[] } {
	const seen = new Set<string>();
	let score = 0;
	for (const pattern of words.headers) {
		const header = headers.find((each) => pattern.test(each));
		if (header === undefined) continue;
		seen.add(`'${header}'`);
		score += 1;
	}
	return { score: score + (words.name.test(name) ? 1.5 : 0), seen: [...seen] };
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
	const saysControl = headers.some((header) => /\bcontrol\b/i.test(header)) ? 0.6 : 0;
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
		/control|criteri|requirement|safeguard|clause|subcategor|annex|\bsoc ?2\b|\bsoa\b|applicab|question|kontroll|massnahme/.test(
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

function isMapping({ subjects }: KindFacts, headers: readonly string[], name: string): boolean {
	const ids = subjects.filter(
		(subject) => subject === 'criteria' || subject === 'references',
	).length;
	const tells = headers.some((header) =>
		/\brelationship\b|\bmapping type\b|\bcrosswalk\b|\btarget node\b/.test(header),
	);
	const working = subjects.some((subject) => subject === 'owner' || subject === 'status');
	return (
		(ids >= 2 && (tells || !working)) || (/\bmapping|crosswalk/.test(name) && ids >= 1 && !working)
	);
}

function rounded(confidence: number): number {
	return Number(confidence.toFixed(2));
}
