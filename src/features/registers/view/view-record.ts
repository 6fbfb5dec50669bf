/**
 * How someone looks at a register of a workbook, as it is kept between visits: the present settings, the
 * view they began from, and the width of the side panel. Damaged parts fall back to their defaults.
 */
import { asObject } from '../../../model/records/view-filter.ts';
import {
	firstSettings,
	readSettings,
	readSort,
	type ViewSettings,
} from '../../../model/records/view-settings.ts';

export interface ViewRecord {
	readonly settings: ViewSettings;
	/** The named view that is on; its settings may have been changed since. */
	readonly viewId: string | undefined;
	/** CSS pixels. */
	readonly panelWidth: number;
}

export const firstView: ViewRecord = {
	settings: firstSettings,
	viewId: undefined,
	panelWidth: 440,
};

/** Reads what `writeView` wrote, now or in an earlier version; null is nothing kept yet. */
export function readView(text: string | null): ViewRecord {
	const kept = parsed(text);
	const { viewId, panelWidth: width } = kept;
	const isWidth = typeof width === 'number' && width >= 40 && width <= 2000;
	return {
		settings: readSettings({ ...kept, sorts: kept['sorts'] ?? oneSort(kept['sort']) }),
		viewId: typeof viewId === 'string' ? viewId : undefined,
		panelWidth: isWidth ? width : firstView.panelWidth,
	};
}

export function writeView({ settings, ...rest }: ViewRecord): string {
	return JSON.stringify({ ...settings, ...rest });
}

/** Earlier versions: there was one sort at most. */
function oneSort(kept: unknown): readonly unknown[] {
	const sort = readSort(kept);
	return sort ? [sort] : [];
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
