/** What sheet an export holds: a register as somebody wants it, or one made for others. */
import type { OwnColumn } from '../../model/records/own-column.ts';
import type { RegisterName, RegisterRecord } from '../../model/registers/register.ts';
import type { ExportTable } from './export-table.ts';
import type { RegisterColumnKey } from '../register-columns.ts';
import { registerTable } from './register-table.ts';
import type { TemplateFacts } from './templates/template.ts';
import { templateTable, type TemplateId } from './templates/templates.ts';

export type SheetOrder =
	| {
			readonly kind: 'register';
			readonly register: RegisterName;
			readonly title: string;
			/** In the order of the sheet. */
			readonly records: readonly RegisterRecord[];
			readonly columns: readonly RegisterColumnKey[];
			readonly ownColumns: readonly OwnColumn[];
			/** Retired records come too, with a column that says when and why. */
			readonly includeRetired: boolean;
			/** What linked records are called, by their id. */
			readonly names: Readonly<Record<string, string>>;
	  }
	| {
			readonly kind: 'template';
			readonly template: TemplateId;
			readonly facts: TemplateFacts;
	  };

/** The sheet of an order. */
export function orderedTable(order: SheetOrder): ExportTable {
	return order.kind === 'register'
		? registerTable(order.register, order.records, order.columns, order.ownColumns, order)
		: templateTable(order.template, order.facts);
}
