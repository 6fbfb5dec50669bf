/**
 * Tells the others where this person is, and goes along with whom they follow. One for each open
 * workbook; call it where effects may be made.
 */
import { untrack } from 'svelte';
import type { LiveReview } from '../live/live-review.svelte.ts';
import type { PresencePlace } from '../model/review/presence.ts';
import { columnIdOf } from '../model/review/signed-content.ts';
import { registers } from '../model/registers/registers.ts';
import type { WorkbookId } from '../workbook/ports.ts';
import {
	hashToRoute,
	isRegisterRoute,
	registerPlaces,
	routeToHash,
	type WorkbookRoute,
} from './routes.ts';
import type { Router } from './router.svelte.ts';

export interface PresenceParts {
	/** Undefined until the review is open. */
	readonly review: () => LiveReview | undefined;
	readonly route: () => WorkbookRoute;
	/** The active cell of the grid, where there is one. */
	readonly cell: () => { readonly record: string; readonly field?: string } | undefined;
	readonly router: Router;
}

export function tellPresence({ review, route, cell, router }: PresenceParts): void {
	$effect(() => {
		const place = placeOf(route(), cell());
		const open = review();
		if (open?.isShared) untrack(() => open.presence.here(place));
	});

	$effect(() => {
		const open = review();
		if (!open?.isShared) return;
		const tell = (): void =>
			open.presence.be(document.visibilityState === 'visible' ? 'here' : 'away');
		const leave = (): void => open.depart();
		untrack(tell);
		document.addEventListener('visibilitychange', tell);
		window.addEventListener('pagehide', leave);
		return () => {
			document.removeEventListener('visibilitychange', tell);
			window.removeEventListener('pagehide', leave);
		};
	});

	const followed = $derived.by(() => {
		const place = review()?.presence.followed?.presence.place;
		return place && routeToHash(routeOf(place, route().workbook));
	});
	$effect(() => {
		const hash = followed;
		if (hash !== undefined && hash !== untrack(() => routeToHash(route()))) {
			router.replace(hashToRoute(hash));
		}
	});
}

/** A route as others can go there: everything but which workbook it is. */
export function placeOf(
	route: WorkbookRoute,
	cell: { readonly record: string; readonly field?: string } | undefined,
): PresencePlace {
	if (!isRegisterRoute(route)) {
		const detail = 'detail' in route ? route.detail : undefined;
		return { place: route.place, ...(detail ? { detail } : {}) };
	}
	// The cell that was last active may be one of another register.
	const { idKind } = registers[registerPlaces[route.place]];
	const there = cell?.record.startsWith(`${idKind}:`) ? cell : undefined;
	const record = route.record ?? there?.record;
	const field = there?.record === record ? there?.field : undefined;
	return {
		place: route.place,
		...(record ? { record } : {}),
		...(field ? { field: isOwnColumn(field) ? `own/${field}` : field } : {}),
	};
}

/** The grid names columns of the workbook's own by their id, subjects of the review by `own/<id>`. */
function isOwnColumn(field: string): boolean {
	return field.startsWith('column:');
}

/** Where somebody is, in this person's copy of the workbook. */
export function routeOf(place: PresencePlace, workbook: WorkbookId): WorkbookRoute {
	const field = place.field && (columnIdOf(place.field) ?? place.field);
	const parts = [place.place, place.record ?? place.detail, place.record && field];
	const address = parts.filter((part) => part !== undefined).map(encodeURIComponent);
	const random = workbook.slice(workbook.indexOf(':') + 1);
	const route = hashToRoute(`#/${[encodeURIComponent(random), ...address].join('/')}`);
	return 'workbook' in route ? route : { place: 'overview', workbook };
}
