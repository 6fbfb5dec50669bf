/** The places of a workbook, for the rail, the palette and the title of the page. */
import type { Component } from 'svelte';
import BookOpen from '@lucide/svelte/icons/book-open';
import Building2 from '@lucide/svelte/icons/building-2';
import CircleAlert from '@lucide/svelte/icons/circle-alert';
import Crosshair from '@lucide/svelte/icons/crosshair';
import FileCheck from '@lucide/svelte/icons/file-check';
import FileInput from '@lucide/svelte/icons/file-input';
import Grid3x3 from '@lucide/svelte/icons/grid-3x3';
import Handshake from '@lucide/svelte/icons/handshake';
import History from '@lucide/svelte/icons/history';
import LayoutDashboard from '@lucide/svelte/icons/layout-dashboard';
import LibraryBig from '@lucide/svelte/icons/library-big';
import ListTodo from '@lucide/svelte/icons/list-todo';
import MessagesSquare from '@lucide/svelte/icons/messages-square';
import Network from '@lucide/svelte/icons/network';
import Route from '@lucide/svelte/icons/route';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import Server from '@lucide/svelte/icons/server';
import SquareDashed from '@lucide/svelte/icons/square-dashed';
import Table from '@lucide/svelte/icons/table';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Users from '@lucide/svelte/icons/users';
import Waypoints from '@lucide/svelte/icons/waypoints';
import type { WorkbookId } from '../workbook/ports.ts';
import type { WorkbookRoute } from './routes.ts';

export type PlaceName = Exclude<WorkbookRoute['place'], 'import' | 'handBack'>;

export interface Place {
	readonly label: string;
	readonly icon: Component;
	/** The route of the place, without its workbook. */
	readonly leads: PlaceName;
	/** Every route that is shown as being in this place. */
	readonly holds: readonly WorkbookRoute['place'][];
	/** Shown along the bottom of a narrow screen, beside the list of all. */
	readonly isMain?: boolean;
}

export interface PlaceGroup {
	/** '' for the first, which needs none. */
	readonly label: string;
	readonly places: readonly Place[];
}

/** As the rail shows them. */
export const placeGroups: readonly PlaceGroup[] = [
	{
		label: '',
		places: [
			{ ...at('overview', 'Overview', LayoutDashboard), isMain: true },
			at('scope', 'Scope', Crosshair, ['boundary', 'commitments', 'complementary']),
		],
	},
	{
		label: 'Readiness',
		places: [
			{ ...at('matrix', 'Matrix', Table), isMain: true },
			{ ...at('criteria', 'Criteria', Grid3x3), isMain: true },
			at('checks', 'Checks', CircleAlert),
			{ ...at('gaps', 'Gaps', ListTodo), isMain: true },
			at('evidence', 'Evidence', FileCheck),
		],
	},
	{
		label: 'Together',
		places: [at('review', 'Review', MessagesSquare)],
	},
	{
		label: 'Registers',
		places: [
			at('risks', 'Risks', TriangleAlert),
			at('vendors', 'Vendors', Building2),
			at('policies', 'Policies', ScrollText),
			at('systems', 'Systems', Server),
			at('people', 'People', Users),
		],
	},
	{
		label: 'More',
		places: [
			at('library', 'Starter library', LibraryBig),
			at('crosswalk', 'Crosswalk', Waypoints, ['requirements']),
			at('imports', 'Imports', FileInput, ['import', 'handBack']),
			at('activity', 'Activity', History),
			at('guidance', 'Guidance', BookOpen),
		],
	},
];

/** Registers that the scope and the crosswalk lead to; the palette knows them too. */
export const placesWithin: readonly Place[] = [
	at('boundary', 'System boundary', SquareDashed),
	at('commitments', 'Commitments and requirements', Handshake),
	at('complementary', 'Complementary controls', Network),
	at('requirements', 'Own frameworks', Route),
];

export const places: readonly Place[] = placeGroups.flatMap((group) => group.places);

export function routeOf({ leads }: Place, workbook: WorkbookId): WorkbookRoute {
	return { place: leads, workbook };
}

/** The place of the rail that a route is in. */
export function placeOf(route: WorkbookRoute): Place | undefined {
	return places.find(({ holds }) => holds.includes(route.place));
}

/** What the page is called: the very register, where the rail shows the place that leads to it. */
export function titleOf(route: WorkbookRoute): string | undefined {
	return (placesWithin.find(({ leads }) => leads === route.place) ?? placeOf(route))?.label;
}

function at(
	leads: PlaceName,
	label: string,
	icon: Component,
	others: readonly WorkbookRoute['place'][] = [],
): Place {
	return { label, icon, leads, holds: [leads, ...others] };
}
