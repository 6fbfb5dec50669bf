/** What of a workbook came from one source file, and how much of it was changed since. */
import { counted } from '../../../base/counted.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { Control } from '../../../model/records/control.ts';
import { changedColumns } from '../../../model/rules/changed-values.ts';
import { registers } from '../../../model/registers/registers.ts';
import type { SourceWorkbook } from '../source-workbook.ts';

/** So many controls are compared before the page gets a turn. */
const atOnce = 1_000;

/** The controls that came from the file, retired ones too. */
export function cameFrom(workbook: LiveWorkbook, file: SourceWorkbook): readonly Control[] {
	const ids = new Set(file.imports.map(({ id }) => id));
	return workbook.controls.filter(({ source }) => source && ids.has(source.import));
}

/** `12 controls`, `4 risks and 2 vendors`: what came from the file, register by register. */
export function countsOf(workbook: LiveWorkbook, file: SourceWorkbook): string {
	const ids = new Set(file.imports.map(({ id }) => id));
	const names = [...new Set(file.imports.map(({ register }) => register))];
	const counts = names.map((name) => {
		const records = workbook.records(name).filter(({ source }) => source && ids.has(source.import));
		return counted(records.length, registers[name].one, registers[name].many);
	});
	const last = counts.pop() ?? '';
	return counts.length === 0 ? last : `${counts.join(', ')} and ${last}`;
}

/** How many of their values are other ones than those the file says. */
export async function countChanged(
	workbook: LiveWorkbook,
	controls: readonly Control[],
): Promise<number> {
	let count = 0;
	for (const [at, now] of controls.entries()) {
		if (at % atOnce === atOnce - 1) await new Promise((resolve) => setTimeout(resolve));
		const said = workbook.saidInFile(now);
		if (said) count += changedColumns(said, now).length;
	}
	return count;
}
