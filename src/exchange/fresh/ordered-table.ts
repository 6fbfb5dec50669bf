/** What sheet an export holds: the control matrix as somebody wants it, or one made for others. */
import type { Control } from '../../model/records/control.ts';
import type { OwnColumn } from '../../model/records/own-column.ts';
import { controlTable, type MatrixColumn } from './control-table.ts';
import type { ExportTable } from './export-table.ts';
import { templateTable, type TemplateId } from './templates/templates.ts';

export type SheetOrder =
	| {
			readonly kind: 'controls';
			readonly title: string;
			readonly columns: readonly MatrixColumn[];
			readonly ownColumns: readonly OwnColumn[];
			/** Retired controls come too, with a column that says when and why. */
			readonly includeRetired: boolean;
	  }
	| { readonly kind: 'template'; readonly template: TemplateId };

/** The sheet with these controls, in their order. */
export function orderedTable(controls: readonly Control[], order: SheetOrder): ExportTable {
	return order.kind === 'controls'
		? controlTable(controls, order.columns, order.ownColumns, order)
		: templateTable(order.template, controls);
}
