/** The words that tell one kind of sheet from another, compared with `headerKey`s. */
import type { SheetKind } from '../proposal/proposal.ts';

export interface KindWords {
	readonly kind: SheetKind;
	readonly says: string;
	/** Column names that tell the kind; each pattern counts once. */
	readonly headers: readonly RegExp[];
	/** How the column of the rows' ids is called. */
	readonly rowId: RegExp;
	/** What sheets of the kind are called. */
	readonly name: RegExp;
}

export const kinds: readonly KindWords[] = [
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
		rowId: /^risk\b/,
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
		rowId: /^(?:vendor|supplier|third party|provider)\b/,
		name: /\bvendor|supplier|third part|subprocessor/,
	},
	{
		kind: 'requests',
		says: 'evidence requests',
		headers: [
			/\brequest (?:id|#|no|number)/,
			/\brequest (?:title|description|item)/,
			/\bpbc\b/,
			/\b(?:date )?requested\b/,
			/\brequesting\b/,
			/\brequest \/? ?evidence/,
			/\bdate (?:provided|received)\b/,
		],
		rowId: /^(?:request|pbc|irl|drl)\b/,
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
		rowId: /^(?:evidence|artifact)\b/,
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
		rowId: /^(?:user|account|login)\b/,
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
		rowId: /^(?:finding|gap|issue|poa m|poam|action)\b/,
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
		rowId: /^policy\b/,
		name: /\bpolic(?:y|ies)\b/,
	},
];
