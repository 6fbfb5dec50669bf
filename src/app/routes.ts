/**
 * Where the address bar may point. Routes live in the fragment, so that the one-file build works
 * from disk; the random part of an id stands in them without its prefix.
 */
import type { ControlId } from '../model/records/control.ts';
import type { ImportId } from '../model/records/import-record.ts';
import type { WorkbookId } from '../workbook/ports.ts';

export type Route =
	| { readonly place: 'shelf' }
	| {
			readonly place: 'matrix';
			readonly workbook: WorkbookId;
			/** The control opened beside the grid. */
			readonly control?: ControlId;
	  }
	| { readonly place: 'import'; readonly workbook: WorkbookId }
	| { readonly place: 'imports'; readonly workbook: WorkbookId; readonly import?: ImportId }
	/** The file that the import read is filled in for its sender. */
	| { readonly place: 'handBack'; readonly workbook: WorkbookId; readonly import: ImportId }
	| { readonly place: 'activity'; readonly workbook: WorkbookId }
	| { readonly place: 'gallery' };

export type WorkbookRoute = Extract<Route, { readonly workbook: WorkbookId }>;

/** The fragment of a route, with its '#'. */
export function routeToHash(route: Route): string {
	if (route.place === 'shelf') return '#/';
	if (route.place === 'gallery') return '#/gallery';
	const workbook = `#/${randomPart(route.workbook)}`;
	if (route.place === 'handBack')
		return `${workbook}/imports/${randomPart(route.import)}/hand-back`;
	const base = `${workbook}/${route.place}`;
	if (route.place === 'matrix' && route.control) return `${base}/${randomPart(route.control)}`;
	if (route.place === 'imports' && route.import) return `${base}/${randomPart(route.import)}`;
	return base;
}

/** The route of a fragment; an address nobody knows leads to the shelf. */
export function hashToRoute(hash: string): Route {
	const [first, place, detail, part] = hash.replace(/^#\/?/, '').split('/').map(decoded);
	if (first === 'gallery' && place === undefined) return { place: 'gallery' };
	if (!first) return { place: 'shelf' };
	const workbook: WorkbookId = `workbook:${first}`;
	switch (place) {
		case 'import':
		case 'activity':
			return { place, workbook };
		case 'imports':
			if (detail && part === 'hand-back') {
				return { place: 'handBack', workbook, import: `import:${detail}` };
			}
			return { place, workbook, ...(detail ? { import: `import:${detail}` as const } : {}) };
		case 'matrix':
		case undefined:
		case '':
			return {
				place: 'matrix',
				workbook,
				...(detail ? { control: `control:${detail}` as const } : {}),
			};
		default:
			return { place: 'shelf' };
	}
}

function randomPart(id: string): string {
	return encodeURIComponent(id.slice(id.indexOf(':') + 1));
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		// A broken escape in a hand-typed address is taken literally and leads nowhere.
		return part;
	}
}
