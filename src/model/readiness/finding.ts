/** What a check found: which records, what is wrong, how it is mended, and whether somebody accepts it. */
import type { CheckSeverity } from '../catalog/checks.ts';
import type { Acceptance } from '../records/acceptance.ts';
import type { RegisterName } from '../registers/register.ts';
import { valueAt } from '../registers/register.ts';
import { registers } from '../registers/registers.ts';
import type { DroppedEdit, Facts, RecordRef } from './facts.ts';
import { sameList } from './memo.ts';

/** Where a person goes to mend it: a cell of a record, a fact of the scope, a criterion. */
export type MendPlace =
	| { readonly kind: 'cell'; readonly record: RecordRef; readonly field?: string }
	| { readonly kind: 'scope'; readonly field: string }
	| { readonly kind: 'criterion'; readonly criterion: string }
	/** A register as a whole: something is missing in it. */
	| { readonly kind: 'register'; readonly register: RegisterName }
	/** Some other place of the workbook: 'imports', 'safety', 'library/CC7.3'. */
	| { readonly kind: 'place'; readonly place: string };

/** A mend in one step, as data: the screen turns it into one command. */
export type Mend =
	| {
			readonly kind: 'edit';
			readonly label: string;
			readonly register: RegisterName;
			readonly edits: readonly {
				readonly record: string;
				readonly column: string;
				readonly value: string | readonly string[];
			}[];
	  }
	| {
			readonly kind: 'scope';
			readonly label: string;
			readonly field: 'categories' | 'periodStart';
			readonly value: string | readonly string[];
	  }
	/** A value comes back into the cell it was dropped from. */
	| {
			readonly kind: 'putBack';
			readonly label: string;
			readonly cell: DroppedEdit['cell'];
			readonly value: unknown;
	  };

/** What a rule says; the engine makes a finding of it. */
export interface Found {
	/** Tells findings of one check and subject apart; '' where there is at most one. */
	readonly of?: string;
	/** The records concerned, the subject first; what they say decides how long an acceptance holds. */
	readonly records: readonly RecordRef[];
	/** Values for the braces of the check's message. */
	readonly values: Readonly<Record<string, string | number>>;
	/** Names of values that change as days pass and nothing else does: an acceptance outlives that. */
	readonly passing?: readonly string[];
	readonly at: MendPlace;
	/** Criteria touched; left out for those of the control or gap concerned. */
	readonly criteria?: readonly string[];
	readonly mend?: Mend;
}

export interface Finding extends Found {
	/** Its id in the catalogue: CTL-06. */
	readonly check: string;
	/** Stable: the same finding has the same key tomorrow and on every copy. */
	readonly key: string;
	readonly severity: CheckSeverity;
	readonly criteria: readonly string[];
	/** Who lives with it; ends when a record concerned changes. Errors cannot be accepted. */
	readonly accepted: Acceptance | undefined;
}

/** True where two findings say the same. */
export function sameFinding(a: Finding, b: Finding): boolean {
	return (
		a.key === b.key &&
		a.accepted === b.accepted &&
		sameList(a.criteria, b.criteria) &&
		JSON.stringify([a.values, a.at, a.mend, a.records]) ===
			JSON.stringify([b.values, b.at, b.mend, b.records])
	);
}

/** A short mark of what the records concerned and the found values say: an acceptance keeps it. */
export function fingerprintOf(facts: Facts, found: Found): string {
	const said = found.records.map(({ register, id }) => {
		const record = facts.record(register, id);
		if (!record) return id;
		const values = registers[register].fields.map(({ key }) => valueAt(record, key));
		return [id, record.retired ? 'retired' : '', ...values];
	});
	const values = Object.entries(found.values).filter(([name]) => !found.passing?.includes(name));
	return hash(JSON.stringify([said, Object.fromEntries(values)]));
}

/** The key of a finding of a check about a subject: a record's id, a criterion, '' for the workbook. */
export function findingKey(check: string, subject: string, of = ''): string {
	return [check, subject, of].join('/');
}

/** 53 bits, enough to notice a change; no secret (cyrb53, public domain). */
function hash(text: string): string {
	let [high, low] = [0xdeadbeef, 0x41c6ce57];
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		high = Math.imul(high ^ code, 2654435761);
		low = Math.imul(low ^ code, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
