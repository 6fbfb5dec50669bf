/**
 * Compares the next version of a file with the controls as the earlier one said them and as they
 * stand here: finds what each row is about, then compares cell by cell. Pure.
 */
import type { DraftRow, ImportDraft } from '../proposal/proposal.ts';
import { compareCell } from './compare-cell.ts';
import type {
	AddedRow,
	ComparedCell,
	ComparedFile,
	ComparedRow,
	EarlierControl,
	EarlierFile,
	FileColumn,
	Match,
} from './comparison.ts';
import { fileColumns, withKeepers } from './file-columns.ts';
import type { Likable } from './likeness.ts';
import { matchReason } from './match-reason.ts';
import { matchRows } from './match-rows.ts';
import { valueOfControl, valueOfRow } from './row-values.ts';

export interface Compared {
	readonly file: ComparedFile;
	/** In the order of the new file; what is not in it any more comes last. */
	readonly rows: readonly ComparedRow[];
}

/** `textOf` gives a row of the new file as one line. */
export function compareVersions(
	drafted: ImportDraft,
	earlier: EarlierFile,
	textOf: (row: number) => string,
): Compared {
	const { rows, ...draft } = withKeepers(drafted, earlier);
	const file = { draft, ...fileColumns({ ...draft, rows }, earlier) };
	const ofFile = earlier.controls.filter(({ madeHere }) => !madeHere);
	const pairs = matchRows(ofFile.map(likableControl), rows.map(likableRow));
	const found = new Map<number, { readonly control: EarlierControl; readonly match: Match }>();
	for (const pair of pairs) {
		const control = ofFile[pair.ours];
		if (!control) continue;
		const reason = matchReason(
			pair,
			control.said.controlId,
			rows[pair.theirs]?.texts['controlId'] ?? '',
		);
		found.set(pair.theirs, { control, match: { how: pair.how, likeness: pair.likeness, reason } });
	}
	for (const [place, control] of madeHere(earlier, rows, (at) => found.has(at))) {
		found.set(place, { control, match: sameIdHere });
	}
	const doubtOf = doubts(earlier);
	const added = (row: DraftRow): AddedRow => {
		const text = textOf(row.row);
		return { kind: 'added', row, text, doubt: doubtOf(text, row.texts['controlId'] ?? '') };
	};
	const taken = new Set([...found.values()].map(({ control }) => control));
	return {
		file,
		rows: [
			...rows.map((row, place): ComparedRow => {
				const known = found.get(place);
				if (!known) return added(row);
				const { control, match } = known;
				return {
					kind: 'matched',
					control: control.now.id,
					row: row.row,
					match,
					cells: compareRow(control, row, file.columns),
					...(match.how === 'id' ? {} : { draft: added(row) }),
				};
			}),
			...ofFile.flatMap((control): readonly ComparedRow[] =>
				taken.has(control) || control.isGone ? [] : [{ kind: 'removed', control: control.now.id }],
			),
		],
	};
}

/** Why a row that is like no control might still be no news. */
function doubts({ leftOut, otherIds }: EarlierFile): (text: string, id: string) => string {
	const left = new Set(leftOut.map(({ text }) => text));
	const others = new Set(otherIds);
	return (text, id) => {
		if (id !== '' && others.has(id))
			return 'A control that did not come from this file has its ID.';
		return left.has(text) ? 'A row with the same words was left out before.' : '';
	};
}

const sameIdHere: Match = {
	how: 'madeHere',
	likeness: 0,
	reason: 'The row has the ID of a control that was made here.',
};

/** The cells of a row that are not the same on all three sides. */
export function compareRow(
	{ now, said, madeHere: isMadeHere }: EarlierControl,
	row: DraftRow,
	columns: readonly FileColumn[],
): readonly ComparedCell[] {
	return columns.flatMap((column) => {
		const cell = compareCell(column.key, {
			before: valueOfControl(said, column.key),
			ours: valueOfControl(now, column.key),
			theirs: valueOfRow(row, column),
			madeHere: isMadeHere === true,
		});
		return cell ? [cell] : [];
	});
}

/** Rows whose id is that of one control made here, each standing once: by the row's place. */
function madeHere(
	{ controls }: EarlierFile,
	rows: readonly DraftRow[],
	isFound: (place: number) => boolean,
): ReadonlyMap<number, EarlierControl> {
	const byId = new Map<string, EarlierControl | undefined>();
	for (const control of controls) {
		const { controlId } = control.now;
		if (!control.madeHere || controlId === '') continue;
		byId.set(controlId, byId.has(controlId) ? undefined : control);
	}
	const found = new Map<number, EarlierControl>();
	for (const [place, { texts }] of rows.entries()) {
		const control = isFound(place) ? undefined : byId.get(texts['controlId'] ?? '');
		if (!control) continue;
		found.set(place, control);
		byId.delete(texts['controlId'] ?? '');
	}
	return found;
}

function likableControl({ said }: EarlierControl): Likable {
	const { controlId, title, description, testProcedure, evidence, criteria, own } = said;
	const text = description || testProcedure || evidence || Object.values(own).join(' ');
	return { id: controlId, title, text, criteria };
}

function likableRow({ texts, sets, own }: DraftRow): Likable {
	const { controlId = '', title = '', description, testProcedure, evidence } = texts;
	const text = description || testProcedure || evidence || Object.values(own).join(' ');
	return { id: controlId, title, text, criteria: sets['criteria'] ?? [] };
}
