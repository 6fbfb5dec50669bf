/**
 * The next version of a file that was imported: the changes in it that were taken, the rows it adds,
 * the controls that go with those it lacks, and what it says now, as one command and one undo.
 * Afterwards the controls come from the new file, and what that says is known cell by cell (SPEC I-5).
 */
import { newId, type IdSource } from '../../base/ids.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import { isControlFieldKey } from '../../model/records/control-fields.ts';
import { controlName } from '../../model/records/control-name.ts';
import type { Control, ControlId } from '../../model/records/control.ts';
import type { ImportId, ImportRecord } from '../../model/records/import-record.ts';
import type { ColumnId } from '../../model/records/own-column.ts';
import type { CommandContext, CommandDefinition, CommandProblem } from '../command.ts';
import { ordersAfter } from '../row-order.ts';
import type { Workbook } from '../workbook.ts';
import type { Write } from '../write.ts';
import { controls } from '../../model/registers/controls.ts';
import { ControlLinks } from './control-links.ts';
import { editControls, type CellEdit, type ControlColumn } from './edit-controls.ts';
import { linksOfImport } from './import-links.ts';
import { rowWrite } from './records/add-records.ts';
import { columnName } from './records/edit-records.ts';
import {
	importedRecord,
	planColumns,
	valuesOf,
	type ImportRows,
	type SourceRow,
} from './import-rows.ts';
import { retireControls } from './retire-controls.ts';

type CellValue = string | readonly string[];

/** A field's key, an own column's id, or `index:7` for the own column that a column of the file becomes. */
type FileColumnKey = string;

export interface TakeNextVersion extends Omit<ImportRows, 'rows'> {
	/** The import of the version before. */
	readonly earlier: ImportId;
	readonly matched: readonly MatchedControl[];
	readonly added: readonly AddedRow[];
	/** Controls that are not in the file any more and shall go with it. */
	readonly retired: readonly ControlId[];
}

export interface MatchedControl {
	readonly control: ControlId;
	/** 1-based in the sheet of the new version. */
	readonly row: number;
	/** What the new version says where that is something else than was said before. */
	readonly said: Readonly<Record<FileColumnKey, CellValue>>;
	readonly edits: readonly TakenEdit[];
}

export interface TakenEdit {
	readonly column: FileColumnKey;
	/** What stood here when the choice was made. */
	readonly expected: CellValue;
	readonly value: CellValue;
}

export interface AddedRow extends SourceRow {
	/** The control of the row above it in the file; put at the end where there is none. */
	readonly after?: ControlId | undefined;
}

export const takeNextVersion: CommandDefinition<TakeNextVersion> = {
	name: 'takeNextVersion',
	plan: (input, context) => {
		const { workbook, ids } = context;
		const links = new ControlLinks(workbook);
		const problems = [...problemsOf(input, workbook, links)];
		if (problems.length > 0) return refused(...problems);
		const { columnIds, writes: columnWrites } = planColumns(workbook, input, ids);
		const keyOf = (key: FileColumnKey): string => ownKey(key, columnIds);
		const id = newId('import', ids);
		const record: Omit<ImportRecord, 'id'> = {
			...importedRecord(input, columnIds, context),
			rowsIn: input.matched.length + input.added.length,
			versionOf: input.earlier,
			saidAnew: saidAnew(input.matched, keyOf, links),
		};
		const label = `Bring in ${input.fileName} as the next version`;
		const edits = input.matched.flatMap(({ control, edits: taken }) =>
			taken.map(({ column, value }): CellEdit => {
				const found = links.found(column, value);
				return { control, column: keyOf(column) as ControlColumn, value: found };
			}),
		);
		const edited = editControls.plan({ edits, label }, context);
		if (!edited.ok) return edited;
		const retired = planRetirement(input, context);
		if (!retired.ok) return retired;
		const writes: Write[] = [
			{ kind: 'row', table: 'imports', id, row: record },
			...columnWrites,
			...moves(input.matched, id, workbook),
			...edited.value.writes,
			...linksOfImport(workbook, controls, additions(input.added, id, columnIds, workbook, ids)),
			...retired.value,
		];
		return ok({ writes, label });
	},
};

function* problemsOf(
	{ earlier, matched, added, sheet, fileName }: TakeNextVersion,
	workbook: Workbook,
	links: ControlLinks,
): Iterable<CommandProblem> {
	if (!workbook.imports.get(earlier)) {
		yield {
			text: 'The import of the version before is no longer in the workbook. Redo it, or bring the rows in as new ones.',
		};
	}
	if (workbook.imports.all().some(({ versionOf }) => versionOf === earlier)) {
		yield { text: `A later version was brought in meanwhile. Compare ${fileName} with that one.` };
	}
	if (matched.length + added.length === 0) {
		yield { text: `No row of ${sheet} would come in, so nothing was changed.` };
	}
	for (const { control: id, edits } of matched) {
		const control = workbook.controls.get(id);
		if (!control) {
			yield { record: id, text: 'A control was taken out meanwhile. Compare again.' };
			continue;
		}
		for (const { column, expected } of edits) {
			if (isStill(control, column, expected, links)) continue;
			const name = columnName(workbook, controls, column);
			const text = `${name} of ${controlName(control)} was changed since the versions were compared, so nothing was taken. Compare again.`;
			yield { record: id, field: column, text };
		}
	}
}

/** True where a cell holds what it held when the choice was made. */
function isStill(
	control: Control,
	column: FileColumnKey,
	expected: CellValue,
	links: ControlLinks,
): boolean {
	const held = isControlFieldKey(column)
		? control[column]
		: (control.own[column as ColumnId] ?? '');
	const present = links.named(column, held);
	if (typeof present === 'string') return present === expected;
	return present.length === expected.length && present.every((one) => expected.includes(one));
}

/** What this version says anew, by control, under the ids that columns have here. */
function saidAnew(
	matched: readonly MatchedControl[],
	keyOf: (key: FileColumnKey) => string,
	links: ControlLinks,
): NonNullable<ImportRecord['saidAnew']> {
	return Object.fromEntries(
		matched.flatMap(({ control, said }) => {
			const values = Object.entries(said).map(([key, said]): [string, string | string[]] => {
				const value = links.found(key, said);
				return [keyOf(key), typeof value === 'string' ? value : [...value]];
			});
			return values.length === 0 ? [] : [[control, Object.fromEntries(values)]];
		}),
	);
}

/** Each control comes from its row of the new version now. */
function moves(
	matched: readonly MatchedControl[],
	id: ImportId,
	{ controls }: Workbook,
): readonly Write[] {
	return matched.map(({ control, row }) => ({
		kind: 'edit',
		table: 'controls',
		id: control,
		path: 'source',
		before: controls.get(control)?.source,
		after: { import: id, row },
	}));
}

/** New controls, each below the control of the row above it, in the order of the file. */
function additions(
	added: readonly AddedRow[],
	id: ImportId,
	columnIds: ReadonlyMap<number, ColumnId>,
	workbook: Workbook,
	ids: IdSource,
): readonly ReturnType<typeof rowWrite>[] {
	const all = workbook.controls.all();
	const places = new Map(all.map((control, place) => [control.id, place]));
	const runs = new Map<number, AddedRow[]>();
	for (const row of added) {
		const place = (row.after && places.get(row.after)) ?? all.length - 1;
		const run = runs.get(place);
		if (run) run.push(row);
		else runs.set(place, [row]);
	}
	return [...runs].flatMap(([place, rows]) => {
		const orders = ordersAfter(all, place, rows.length);
		return rows.map((row, at) => {
			const values = { ...valuesOf(row, columnIds), source: { import: id, row: row.row } };
			return rowWrite(controls, values, orders[at] ?? '', ids);
		});
	});
}

function planRetirement(
	{ retired, fileName }: TakeNextVersion,
	context: CommandContext,
): Result<readonly Write[], CommandProblem> {
	const reason = `Not in ${fileName} any more`;
	const planned = retireControls.plan({ controls: retired, reason }, context);
	return planned.ok ? ok(planned.value.writes) : planned;
}

function ownKey(key: FileColumnKey, columnIds: ReadonlyMap<number, ColumnId>): string {
	if (!key.startsWith('index:')) return key;
	return columnIds.get(Number(key.slice('index:'.length))) ?? key;
}
