/**
 * What a field of a record is, for every register: its key, words on screen, kind of value and first
 * width. Screens, exports, imports, commands and the activity list all read such tables of fields.
 */
import type { RegisterName } from '../registers/register.ts';
import type { VocabularyId } from './vocabulary.ts';

export type FieldKind =
	| { readonly kind: 'text' }
	/** Text of several lines. */
	| { readonly kind: 'prose' }
	/** A person, a role or a team. */
	| { readonly kind: 'person' }
	| { readonly kind: 'date' }
	/** A whole number from 0, kept as text. */
	| { readonly kind: 'number' }
	/** An address people open. */
	| { readonly kind: 'address' }
	| { readonly kind: 'term'; readonly vocabulary: VocabularyId }
	/** Sets: several terms of a list. */
	| { readonly kind: 'terms'; readonly vocabulary: VocabularyId }
	| { readonly kind: 'criteria' }
	/** Ids of other frameworks. */
	| { readonly kind: 'references' }
	/** One kind of evidence of the catalogue, by its id. */
	| { readonly kind: 'evidenceKind' }
	/** Several kinds of evidence. */
	| { readonly kind: 'evidenceKinds' }
	/** Records of a register by their id; a member that is no id is a name nobody could find (SPEC V-4). */
	| { readonly kind: 'links'; readonly to: RegisterName };

export interface Field<Key extends string = string> {
	readonly key: Key;
	readonly label: string;
	readonly hint: string;
	readonly value: FieldKind;
	/** First width in a grid, CSS pixels for text of the usual size. */
	readonly width: number;
	/** Not shown in a grid until somebody asks for it. */
	readonly isHidden?: boolean;
}

/** Kinds whose value is a set of members, edited one by one (law 3). */
export type SetKind = 'terms' | 'criteria' | 'references' | 'evidenceKinds' | 'links';

const setKinds: ReadonlySet<string> = new Set<SetKind>([
	'terms',
	'criteria',
	'references',
	'evidenceKinds',
	'links',
]);

/** True where a field of this kind holds a set of members. */
export function isSetKind(
	value: FieldKind,
): value is Extract<FieldKind, { readonly kind: SetKind }> {
	return setKinds.has(value.kind);
}
