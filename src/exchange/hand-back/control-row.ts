/** One control and its row: what the file says there, and what is another value now. */
import { isSetKey, type ControlFieldKey } from '../../model/records/control-fields.ts';
import type { ControlSetKey, ControlTextKey } from '../../model/records/control-fields.ts';
import type { Control } from '../../model/records/control.ts';
import { cellText } from '../recognise/grid.ts';
import type { SourceSheet } from './source-sheet.ts';

/** The sets of ids that stand in columns, marks and headings of files. */
export type IdSetKey = 'criteria' | 'references';
export const idSetKeys: readonly IdSetKey[] = ['criteria', 'references'];

export class ControlRow {
	readonly now: Control;
	readonly said: Control;
	/** 1-based. */
	readonly row: number;
	readonly #keepsBlanks: boolean;

	constructor({ ours }: SourceSheet, now: Control, said: Control, row: number) {
		this.now = now;
		this.said = said;
		this.row = row;
		this.#keepsBlanks = ours;
	}

	/** Ids that the file does not say of this row. */
	added(key: IdSetKey): readonly string[] {
		return this.now[key].filter((id) => !this.said[key].includes(id));
	}

	/** Ids that only the file says. */
	removed(key: IdSetKey): readonly string[] {
		return this.said[key].filter((id) => !this.now[key].includes(id));
	}

	/** Whether the row may have to say other ids: its own id can name some, too. */
	get areIdsChanged(): boolean {
		const { now, said } = this;
		if (now.controlId !== said.controlId) return true;
		return idSetKeys.some((key) => this.added(key).length + this.removed(key).length > 0);
	}

	isFieldChanged(key: ControlTextKey): boolean {
		return !this.isSame(this.now[key], this.said[key]);
	}

	isOwnChanged(id: string): boolean {
		return !this.isSame(ownValue(this.now, id), ownValue(this.said, id));
	}

	/** Blanks around a text are not read from a file of others, so they are no difference. */
	isSame(a: string, b: string): boolean {
		if (a === b || this.#keepsBlanks) return a === b;
		return cellText({ kind: 'text', text: a }) === cellText({ kind: 'text', text: b });
	}
}

/** The value in an own column; '' where there is none. */
export function ownValue({ own }: Control, id: string): string {
	return (own as Readonly<Record<string, string>>)[id] ?? '';
}

/** Sets that no file takes back: all but the ids of criteria and other frameworks. */
export const otherSetKeys: readonly Exclude<ControlSetKey, IdSetKey>[] = [
	'evidenceKinds',
	'policies',
	'systems',
	'testMethods',
];

export function isTextKey(key: ControlFieldKey | undefined): key is ControlTextKey {
	return key !== undefined && !isSetKey(key);
}
