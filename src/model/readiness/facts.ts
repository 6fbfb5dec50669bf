/**
 * What rules may ask of a workbook. Every answer a rule was given is remembered: when it changes, that
 * rule is asked again and no other (see `fact-store.ts`).
 */
import type { CalendarDate } from '../../base/calendar-date.ts';
import type { Acceptance } from '../records/acceptance.ts';
import type { Assessment } from '../records/assessment.ts';
import type { Scope } from '../records/scope.ts';
import type { RegisterName } from '../registers/register.ts';
import type { RecordsByRegister } from '../registers/registers.ts';
import type { MendPlace } from './finding.ts';

/** A record by its register and id. */
export interface RecordRef {
	readonly register: RegisterName;
	readonly id: string;
}

/** A signature over something that has changed since. */
export interface OutdatedSignOff {
	/** Tells them apart, and is the same on every copy. */
	readonly key: string;
	/** What was signed, as it is called within a sentence. */
	readonly called: string;
	/** Whoever signed. */
	readonly person: string;
	/** Where it is signed again. */
	readonly at: MendPlace;
}

/** A value that was dropped because two people wrote one cell unseen. */
export interface DroppedEdit {
	/** Tells them apart, and is the same on every copy. */
	readonly key: string;
	readonly cell: {
		readonly table: RegisterName | 'scope' | 'assessments';
		readonly id: string;
		/** A field, a member of a set, an own column's value: `criteria/CC6.1`. */
		readonly path: string;
		/** A field's key, or the id of an own column. */
		readonly column: string;
	};
	/** What was dropped, as it is stored. */
	readonly value: unknown;
	/** What people call the field. */
	readonly field: string;
	/** What was dropped and what stands, with who wrote it and when, within a sentence. */
	readonly dropped: string;
	readonly standing: string;
}

/** Facts that no record holds: what the shelf knows of copies, and what collided. */
export interface Surroundings {
	/** Whole days since a copy last left the browser; undefined where none ever did. */
	readonly copyAgeDays: number | undefined;
	/** What imports left out or could not map. */
	readonly imports: readonly {
		readonly fileName: string;
		readonly rows: number;
		readonly columns: number;
	}[];
	/** What a review knows of signatures; absent where there is no review. */
	readonly outdatedSignOffs?: readonly OutdatedSignOff[];
	/** What two people wrote into one cell unseen; absent where nobody looked. */
	readonly droppedEdits?: readonly DroppedEdit[];
}

export interface Facts {
	readonly today: CalendarDate;
	readonly scope: Scope;
	readonly surroundings: Surroundings;
	/** A record, retired ones too. */
	record<Name extends RegisterName>(name: Name, id: string): RecordsByRegister[Name] | undefined;
	/** Active records of a register, in no special order. For small registers only. */
	records<Name extends RegisterName>(name: Name): readonly RecordsByRegister[Name][];
	/** True where a register has records, or had some that went without a reason. */
	hasKept(name: RegisterName): boolean;
	/** How many active records a register has. */
	count(name: RegisterName): number;
	/** Active records whose set field has this member: evidence of a control, controls of a criterion. */
	linked<Name extends RegisterName>(
		name: Name,
		field: string,
		member: string,
	): readonly RecordsByRegister[Name][];
	/** Their ids only, which changes less often. */
	linkedIds(name: RegisterName, field: string, member: string): readonly string[];
	/** Active controls that name a criterion and apply; worked out once for all rules that ask. */
	answering(criterion: string): readonly RecordsByRegister['controls'][];
	/** Ids of active records whose text field says this, outer blanks and letter case aside; not for ''. */
	said(name: RegisterName, field: IndexedText, text: string): readonly string[];
	/** Retired records that still count, because nobody said why they went, by set field as `linked`. */
	gone<Name extends RegisterName>(
		name: Name,
		field: string,
		member: string,
	): readonly RecordsByRegister[Name][];
	/** What people said of a criterion. */
	assessment(criterion: string): Assessment;
	/** The acceptances of a finding's key, those taken back left out. */
	acceptances(finding: string): readonly Acceptance[];
	/** Criteria of the categories in scope, those not relevant with a reason left out, in order. */
	readonly criteria: readonly string[];
	/** The first twelve other controls that apply and have the same description, or nearly (CTL-07). */
	alike(control: string): readonly string[];
}

/** The text fields that can be asked for by what they say. */
export type IndexedText =
	'controlId' | 'name' | 'role' | 'team' | 'email' | 'kind' | 'findingKey' | 'owner' | 'isKey';
