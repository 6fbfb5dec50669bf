/**
 * How someone looks at a workbook's matrix, as it is kept between visits. What is kept may come from
 * another version or be damaged: every part that cannot be read falls back to its default.
 */
import { isId } from '../../../base/ids.ts';
import { isControlFieldKey } from '../../../model/records/control-fields.ts';
import type { ControlColumn } from '../../../workbook/commands/edit-controls.ts';
import type { Sort } from '../rows/arrangement.ts';
import type { ColumnFilter } from '../rows/filter.ts';

export interface ViewRecord {
	readonly filters: readonly ColumnFilter[];
	readonly sort: Sort | undefined;
	readonly showRetired: boolean;
	readonly hidden: readonly ControlColumn[];
	/** CSS pixels by column; absent ones have their first width. */
	readonly widths: Readonly<Partial<Record<ControlColumn, number>>>;
	/** CSS pixels. */
	readonly panelWidth: number;
}

export const firstView: ViewRecord = {
	filters: [],
	sort: undefined,
	showRetired: false,
	hidden: [],
	widths: {},
	panelWidth: 440,
};

/** Reads what `writeView` wrote; null is nothing kept yet. */
export function readView(text: string | null): ViewRecord {
	const kept = parsed(text);
	return {
		filters: listOf(kept['filters'], readFilter),
		sort: readSort(kept['sort']),
		showRetired: kept['showRetired'] === true,
		hidden: listOf(kept['hidden'], readColumn),
		widths: readWidths(kept['widths']),
		panelWidth: readWidth(kept['panelWidth']) ?? firstView.panelWidth,
	};
}

export function writeView(view: ViewRecord): string {
	return JSON.stringify(view);
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
	if (text === null) return {};
	try {
		return asObject(JSON.parse(text));
	} catch {
		// Not JSON: somebody else's or half written. The first view replaces it.
		return {};
	}
}

function readFilter(kept: unknown): ColumnFilter | undefined {
	const { column: name, kind, text, values } = asObject(kept);
	const column = readColumn(name);
	if (!column) return undefined;
	if (kind === 'empty' || kind === 'filled') return { column, kind };
	if (kind === 'contains' && typeof text === 'string') return { column, kind, text };
	if (kind !== 'oneOf' || !Array.isArray(values)) return undefined;
	return { column, kind, values: values.filter((value) => typeof value === 'string') };
}

function readSort(kept: unknown): Sort | undefined {
	const { column: name, direction } = asObject(kept);
	const column = readColumn(name);
	if (!column || (direction !== 'ascending' && direction !== 'descending')) return undefined;
	return { column, direction };
}

function readWidths(kept: unknown): ViewRecord['widths'] {
	const widths = Object.entries(asObject(kept)).flatMap(([name, value]) => {
		const [column, width] = [readColumn(name), readWidth(value)];
		return column && width !== undefined ? [[column, width] as const] : [];
	});
	return Object.fromEntries(widths);
}

function readWidth(kept: unknown): number | undefined {
	return typeof kept === 'number' && kept >= 40 && kept <= 2000 ? kept : undefined;
}

function readColumn(kept: unknown): ControlColumn | undefined {
	if (typeof kept !== 'string') return undefined;
	return isControlFieldKey(kept) || isId('column', kept) ? kept : undefined;
}

function listOf<Item>(kept: unknown, read: (item: unknown) => Item | undefined): readonly Item[] {
	if (!Array.isArray(kept)) return [];
	return kept.map(read).filter((item) => item !== undefined);
}

function asObject(kept: unknown): Readonly<Record<string, unknown>> {
	return typeof kept === 'object' && kept !== null ? { ...kept } : {};
}
