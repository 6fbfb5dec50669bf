/**
 * Another framework as the controls of a workbook reach it: its items, and the three ways that lead to
 * one: a criterion, the starter library, or a control that names the item itself.
 */
import type { CrosswalkStrength } from '../../catalog/crosswalk.ts';
import type { Control } from '../../records/control.ts';

export interface MappedItem {
	/** Unique within its framework. */
	readonly id: string;
	/** What people call it: A.5.15. */
	readonly code: string;
	/** '' where the id is all that is known. */
	readonly label: string;
	readonly group: string;
}

export interface MappedGroup {
	readonly id: string;
	readonly label: string;
	readonly part: string;
}

export interface MappedPart {
	readonly id: string;
	/** What its items are together: "Annex A controls". */
	readonly label: string;
}

/** An item that a criterion leads to. */
export interface MappedLink {
	readonly criterion: string;
	readonly item: string;
	readonly strength: CrosswalkStrength;
	/** Ids of the public listings that have the same pair; empty where it is judgement only. */
	readonly checked: readonly string[];
}

/** What of a control decides which items it reaches. */
export type MappedControl = Pick<
	Control,
	'id' | 'criteria' | 'references' | 'status' | 'notApplicableReason' | 'retired'
>;

export interface MappedFramework {
	readonly name: string;
	readonly shortName: string;
	/** False where only some of its items are listed: never say "of all" there. */
	readonly isComplete: boolean;
	readonly parts: readonly MappedPart[];
	readonly groups: readonly MappedGroup[];
	/** In the framework's own order. */
	readonly items: readonly MappedItem[];
	readonly links: readonly MappedLink[];
	/** Items that the control names itself, or that name the control. */
	readonly namedWith: (control: MappedControl) => readonly string[];
	/** Items that the starter library maps one of its controls to. */
	readonly ofLibrary: (libraryControl: string) => readonly string[];
}
