/** What goes back into a source file, taken from the workbook as it stands now. */
import type {
	HandBackChoices,
	HandBackOrder,
	ReturningControl,
} from '../../../exchange/hand-back/order.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { Control } from '../../../model/records/control.ts';
import type { ImportId } from '../../../model/records/import-record.ts';
import { changedColumns } from '../../../model/rules/changed-values.ts';
import { linkedNames, withNames } from '../linked-names.ts';
import type { SourceWorkbook } from '../source-workbook.ts';

/** `addTo`: below whose table the controls made here go, undefined to leave them out. */
export function gatherOrder(
	workbook: LiveWorkbook,
	file: SourceWorkbook,
	bytes: Uint8Array,
	addTo: ImportId | undefined,
	choices: HandBackChoices,
): HandBackOrder {
	const bySheet = new Map<ImportId, ReturningControl[]>(file.matrix.map(({ id }) => [id, []]));
	const names = linkedNames(workbook, 'controls', workbook.controls);
	for (const control of workbook.controls) {
		const sheet = control.source && bySheet.get(control.source.import);
		const inFile = sheet && workbook.saidInFile(control);
		const now = withNames(control, names);
		const said = inFile && withNames(inFile, names);
		// The same object twice crosses to the worker once.
		if (said) sheet.push({ now, said: changedColumns(said, now).length > 0 ? said : now });
	}
	return {
		fileName: file.fileName,
		bytes,
		sheets: file.matrix.map((record) => ({
			record,
			controls: bySheet.get(record.id) ?? [],
			added: record.id === addTo ? madeHere(workbook) : [],
		})),
		choices,
	};
}

/** The active controls that came from no file. */
export function madeHere(workbook: LiveWorkbook): readonly Control[] {
	return workbook.controls.filter(({ source, retired }) => !source && !retired);
}

/** Where the controls made here go at first: below the one table there is, else nowhere. */
export function usualPlaceOfAdded({ matrix }: SourceWorkbook): ImportId | undefined {
	return matrix.length === 1 ? matrix[0]?.id : undefined;
}
