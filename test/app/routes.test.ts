import { expect, it } from 'vitest';
import { hashToRoute, routeToHash, type Route } from '../../src/app/routes.ts';

const routes: readonly Route[] = [
	{ place: 'shelf' },
	{ place: 'gallery' },
	{ place: 'matrix', workbook: 'workbook:a1' },
	{ place: 'matrix', workbook: 'workbook:a1', record: 'control:b2' },
	{ place: 'matrix', workbook: 'workbook:a1', record: 'control:b2', field: 'owner' },
	{ place: 'risks', workbook: 'workbook:a1', record: 'risk:%/c' },
	{ place: 'evidence', workbook: 'workbook:a1', record: 'control:b2' },
	{ place: 'overview', workbook: 'workbook:a1' },
	{ place: 'criteria', workbook: 'workbook:a1', detail: 'CC6.1' },
	{ place: 'criteria', workbook: 'workbook:a1', detail: 'control:b2' },
	{ place: 'import', workbook: 'workbook:a1' },
	{ place: 'imports', workbook: 'workbook:a1' },
	{ place: 'imports', workbook: 'workbook:a1', import: 'import:c%/3' },
	{ place: 'handBack', workbook: 'workbook:a1', import: 'import:c%/3' },
	{ place: 'activity', workbook: 'workbook:a1' },
];

it('finds every route again from its address', () => {
	for (const route of routes) expect(hashToRoute(routeToHash(route))).toEqual(route);
});

it('leads to the shelf from an address nobody knows, and never throws', () => {
	for (const hash of ['', '#', '#/', '#/a1/nowhere']) {
		expect(hashToRoute(hash)).toEqual({ place: 'shelf' });
	}
	expect(hashToRoute('#/a1')).toEqual({ place: 'overview', workbook: 'workbook:a1' });
	expect(hashToRoute('#/%E0%A4%A/matrix')).toMatchObject({ place: 'matrix' });
});
