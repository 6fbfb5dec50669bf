/** New controls: an empty one, several at once, or copies of those that stand. */
import { newId, type IdSource } from '../../base/ids.ts';
import { ok, refused } from '../../base/result.ts';
import { controlFields, isSetKey } from '../../model/records/control-fields.ts';
import { controlName } from '../../model/records/control-name.ts';
import type { Control, ControlId, ControlRow } from '../../model/records/control.ts';
import type { CommandDefinition } from '../command.ts';
import { ordersAfter, ordersAtEnd } from '../row-order.ts';
import type { Write } from '../write.ts';

/** A control's values without its place: absent fields are empty. */
export type ControlValues = Omit<ControlRow, 'order'>;

export interface AddControls {
	readonly rows: readonly ControlValues[];
	/** Put after this control; at the end where absent. */
	readonly after?: ControlId;
	readonly label?: string;
}

export const addControls: CommandDefinition<AddControls> = {
	name: 'addControls',
	plan: ({ rows, after, label }, { workbook, ids }) => {
		const all = workbook.controls.all();
		const index = after === undefined ? -1 : all.findIndex((control) => control.id === after);
		const orders = index < 0 ? ordersAtEnd(all, rows.length) : ordersAfter(all, index, rows.length);
		const writes = rows.map((row, i) => rowWrite(row, orders[i] ?? '', ids));
		const count = rows.length === 1 ? 'a control' : `${rows.length} controls`;
		const place = writes[0] ? { record: writes[0].id } : undefined;
		return ok({ writes, label: label ?? `Add ${count}`, ...(place ? { place } : {}) });
	},
};

export interface DuplicateControls {
	readonly controls: readonly ControlId[];
}

/** Copies each control just below itself; the copy keeps everything but its source. */
export const duplicateControls: CommandDefinition<DuplicateControls> = {
	name: 'duplicateControls',
	plan: ({ controls }, { workbook, ids }) => {
		const all = workbook.controls.all();
		const indexes = new Map(all.map((control, index) => [control.id, index]));
		const writes: (Write & { kind: 'row' })[] = [];
		for (const id of controls) {
			const index = indexes.get(id) ?? -1;
			const original = all[index];
			if (!original) {
				return refused({ record: id, text: 'This control is no longer in the workbook.' });
			}
			const [order] = ordersAfter(all, index, 1);
			writes.push(rowWrite(valuesOf(original), order ?? '', ids));
		}
		const [first] = controls;
		const label =
			controls.length === 1 && first
				? `Duplicate ${controlName(workbook.controls.get(first))}`
				: `Duplicate ${controls.length} controls`;
		const place = writes[0] ? { record: writes[0].id } : undefined;
		return ok({ writes, label, ...(place ? { place } : {}) });
	},
};

/** The write of a new row; empty values are left out to keep the document small. */
export function rowWrite(
	values: ControlValues,
	order: string,
	ids: IdSource,
): Write & { readonly kind: 'row' } {
	const row: ControlRow = { ...withoutEmpty(values), order };
	return { kind: 'row', table: 'controls', id: newId('control', ids), row };
}

function valuesOf(control: Control): ControlValues {
	const texts = controlFields.flatMap(({ key }) => (isSetKey(key) ? [] : [[key, control[key]]]));
	return {
		...(Object.fromEntries(texts) as ControlValues),
		criteria: control.criteria,
		references: control.references,
		own: control.own,
	};
}

function withoutEmpty(values: ControlValues): ControlValues {
	const filled: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(values) as [string, unknown][]) {
		if (value === '' || value === undefined) continue;
		if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) continue;
		filled[key] = value;
	}
	return filled;
}
