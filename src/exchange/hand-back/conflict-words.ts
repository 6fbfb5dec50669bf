/** What is in the way of a value that should go back into its file, and what to do about it. */
import { controlField, isControlFieldKey } from '../../model/records/control-fields.ts';
import type { HandBackCell } from './order.ts';

export type Conflict = NonNullable<HandBackCell['conflict']>;

/** `column` is a field's key or an own column's id, whose name the screen knows. */
export function noColumn(sheet: string, column: string): Conflict {
	const what = isControlFieldKey(column) ? `for ${controlField(column).label}` : 'for this value';
	return noCell(
		`“${sheet}” has no column ${what}, so it stays here. Send a fresh export beside the file, or add the column in the spreadsheet program and import that file.`,
	);
}

/** A set that the file's cells could not be made to say without being read otherwise. */
export function setStaysHere(column: string): Conflict {
	const what = isControlFieldKey(column) ? `${controlField(column).label}: this` : 'This';
	return noCell(
		`${what} list is not written back into files, so it stays here. Send a fresh export beside the file.`,
	);
}

export function fromHeading(ids: string): Conflict {
	return noCell(
		`A heading above the row says ${ids}, not the row itself. Move the row below another heading in the spreadsheet program, or add a column for criteria there.`,
	);
}

export function fromRowId(ids: string, rowId: string): Conflict {
	return noCell(
		`The id of the row, ${rowId}, says ${ids}. Change the control's id here, or add a column for criteria in the spreadsheet program.`,
	);
}

export function noIdColumn(sheet: string, ids: string): Conflict {
	return noCell(
		`“${sheet}” has no column that says ${ids} of a row. Add one in the spreadsheet program, or send a fresh export beside the file.`,
	);
}

/** The cell's text cannot be made to say the ids and still keep the rest. */
export function cannotSay(ids: string): Conflict {
	const what = ids === '' ? 'that there are none' : ids;
	return noCell(
		`The text of the cell cannot be changed to say ${what} without being read otherwise. Change the cell in the spreadsheet program.`,
	);
}

/** A field and an own column come from one cell and say different things. */
export function contradiction(header: string): Conflict {
	const where = header === '' ? 'One cell' : `The cell under “${header}”`;
	return noCell(
		`${where} fills two columns here, and they say different things now. Make them agree, or put one of them back as it was.`,
	);
}

export function notAsImported(expected: string): Conflict {
	const said = expected === '' ? 'nothing' : `“${expected}”`;
	return {
		kind: 'notAsImported',
		text: `The cell does not say what was imported from it (${said}). Look at the cell in the file; if your value should stand there, write it all the same.`,
		overrulable: true,
	};
}

/** Rows that share a merged cell, or the one value above them, want different values in it. */
export function sharedCell(anchor: string, rows: readonly number[]): Conflict {
	const last = rows.length > 1 ? `${rows.slice(0, -1).join(', ')} and ${rows.at(-1)}` : rows[0];
	return {
		kind: 'merged',
		text: `${anchor} says this for the rows ${last} at once, and their controls do not all say the same now. Give all of them the new value, or write it into a cell of each row in the spreadsheet program and import that file.`,
		overrulable: false,
	};
}

/** An empty cell of a column that says a value once for the rows below it. */
export const emptyTakesAbove: Conflict = {
	kind: 'merged',
	text: 'In this column an empty cell takes the value above it, so it cannot say that there is none. Write what stands for none there, such as a dash, in the spreadsheet program.',
	overrulable: false,
};

/** Two controls came from one row and want different values in its cell. */
export function sharedRow(row: number): Conflict {
	return {
		kind: 'setTwice',
		text: `Two controls came from row ${row}, and they want different values in this cell. Make them agree here.`,
		overrulable: false,
	};
}

/** Two imports of one sheet want different values in a cell. */
export const importedTwice: Conflict = {
	kind: 'setTwice',
	text: 'The sheet was imported twice, and a control of the other import wants another value in this cell. Make them agree, or put one of them back as it was.',
	overrulable: false,
};

/** Once somebody made room in the file, it is another file: its next version. */
export const thenHandThatBack =
	' Then import the saved file as the next version of this one, and hand that one back.';

function noCell(text: string): Conflict {
	return { kind: 'noCell', text, overrulable: false };
}
