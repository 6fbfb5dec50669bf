/**
 * Where the address bar may point. Routes live in the fragment, so that the one-file build works
 * from disk; the random part of an id stands in them without its prefix.
 */
import type { ImportId } from '../model/records/import-record.ts';
import type { RegisterName } from '../model/registers/register.ts';
import { registers } from '../model/registers/registers.ts';
import type { WorkbookId } from '../workbook/ports.ts';

/** The places of registers, by the register each shows. */
export const registerPlaces = {
	matrix: 'controls',
	gaps: 'gaps',
	evidence: 'evidence',
	risks: 'risks',
	vendors: 'vendors',
	policies: 'policies',
	systems: 'systems',
	people: 'people',
	boundary: 'boundary',
	commitments: 'commitments',
	complementary: 'complementary',
	requirements: 'requirements',
} as const satisfies Readonly<Record<string, RegisterName>>;

export type RegisterPlaceName = keyof typeof registerPlaces;

/** Places that open one thing by its published name: a criterion, a check, an article. */
const detailPlaces = [
	'overview',
	'scope',
	'criteria',
	'checks',
	'crosswalk',
	'library',
	'guidance',
	'review',
] as const;

export type DetailPlaceName = (typeof detailPlaces)[number];

export type Route =
	| { readonly place: 'shelf' }
	| {
			readonly place: RegisterPlaceName;
			readonly workbook: WorkbookId;
			/** The record opened beside the grid. */
			readonly record?: string;
			/** The field of it that somebody comes to mend: its cell is made the active one. */
			readonly field?: string;
	  }
	| {
			readonly place: DetailPlaceName;
			readonly workbook: WorkbookId;
			readonly detail?: string;
	  }
	| { readonly place: 'import'; readonly workbook: WorkbookId }
	| { readonly place: 'imports'; readonly workbook: WorkbookId; readonly import?: ImportId }
	/** The file that the import read is filled in for its sender. */
	| { readonly place: 'handBack'; readonly workbook: WorkbookId; readonly import: ImportId }
	| { readonly place: 'activity'; readonly workbook: WorkbookId }
	/** An invitation to the review of a workbook, which the address may hold. */
	| { readonly place: 'join'; readonly code?: string }
	| { readonly place: 'gallery' };

export type WorkbookRoute = Extract<Route, { readonly workbook: WorkbookId }>;
export type RegisterRoute = Extract<WorkbookRoute, { readonly place: RegisterPlaceName }>;
export type DetailRoute = Extract<WorkbookRoute, { readonly place: DetailPlaceName }>;

/** True for the place of a register. */
export function isRegisterRoute(route: WorkbookRoute): route is RegisterRoute {
	return Object.hasOwn(registerPlaces, route.place);
}

/** The place that shows a register. */
export function placeOfRegister(register: RegisterName): RegisterPlaceName {
	return register === 'controls' ? 'matrix' : register;
}

/** The start of a link that holds an invitation (review/invite): short, as it is read out and scanned. */
const joinStart = '#join=';

/** The fragment of a route, with its '#'. */
export function routeToHash(route: Route): string {
	if (route.place === 'shelf') return '#/';
	if (route.place === 'gallery') return '#/gallery';
	if (route.place === 'join') return route.code ? `#join=${route.code}` : '#/join';
	const workbook = `#/${randomPart(route.workbook)}`;
	if (route.place === 'handBack')
		return `${workbook}/imports/${randomPart(route.import)}/hand-back`;
	const base = `${workbook}/${route.place}`;
	if (route.place === 'imports') return route.import ? `${base}/${randomPart(route.import)}` : base;
	if (route.place === 'import' || route.place === 'activity') return base;
	if (isRegisterRoute(route)) {
		if (!route.record) return base;
		const record = `${base}/${recordPart(route)}`;
		return route.field ? `${record}/${encodeURIComponent(route.field)}` : record;
	}
	return route.detail ? `${base}/${encodeURIComponent(route.detail)}` : base;
}

/** The route of a fragment; an address nobody knows leads to the shelf. */
export function hashToRoute(hash: string): Route {
	if (hash.startsWith(joinStart)) return { place: 'join', code: hash.slice(joinStart.length) };
	const [first, place, detail, part] = hash.replace(/^#\/?/, '').split('/').map(decoded);
	if (first === 'gallery' && place === undefined) return { place: 'gallery' };
	if (first === 'join' && place === undefined) return { place: 'join' };
	if (!first) return { place: 'shelf' };
	const workbook: WorkbookId = `workbook:${first}`;
	if (!place) return { place: 'overview', workbook };
	if (place === 'import' || place === 'activity') return { place, workbook };
	if (place === 'imports') {
		if (detail && part === 'hand-back') {
			return { place: 'handBack', workbook, import: `import:${detail}` };
		}
		return { place, workbook, ...(detail ? { import: `import:${detail}` as const } : {}) };
	}
	if (isRegisterPlace(place)) {
		const { idKind } = registers[registerPlaces[place]];
		return {
			place,
			workbook,
			...(detail ? { record: detail.includes(':') ? detail : `${idKind}:${detail}` } : {}),
			...(detail && part ? { field: part } : {}),
		};
	}
	if (isDetailPlace(place)) return { place, workbook, ...(detail ? { detail } : {}) };
	return { place: 'shelf' };
}

function isRegisterPlace(place: string): place is RegisterPlaceName {
	return Object.hasOwn(registerPlaces, place);
}

function isDetailPlace(place: string): place is DetailPlaceName {
	return detailPlaces.some((name) => name === place);
}

/** A record of another register, such as the control whose evidence is looked at, keeps its whole id. */
function recordPart({ place, record = '' }: RegisterRoute): string {
	const { idKind } = registers[registerPlaces[place]];
	return record.startsWith(`${idKind}:`) ? randomPart(record) : encodeURIComponent(record);
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
