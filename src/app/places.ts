/** The places of a workbook, for the rail, the palette and the title of the page. */
import type { Component } from 'svelte';
import FileInput from '@lucide/svelte/icons/file-input';
import History from '@lucide/svelte/icons/history';
import Table from '@lucide/svelte/icons/table';
import type { WorkbookId } from '../workbook/ports.ts';
import type { WorkbookRoute } from './routes.ts';

export interface Place {
	readonly label: string;
	readonly icon: Component;
	/** The route of the place, without its workbook. */
	readonly leads: Exclude<WorkbookRoute['place'], 'import' | 'handBack'>;
	/** Every route that is shown as being in this place. */
	readonly holds: readonly WorkbookRoute['place'][];
}

export const places: readonly Place[] = [
	{ label: 'Matrix', icon: Table, leads: 'matrix', holds: ['matrix'] },
	{ label: 'Imports', icon: FileInput, leads: 'imports', holds: ['imports', 'import', 'handBack'] },
	{ label: 'Activity', icon: History, leads: 'activity', holds: ['activity'] },
];

export function routeOf({ leads }: Place, workbook: WorkbookId): WorkbookRoute {
	return { place: leads, workbook };
}

/** The place a route is in. */
export function placeOf(route: WorkbookRoute): Place | undefined {
	return places.find(({ holds }) => holds.includes(route.place));
}
