import { describe, expect, test } from 'vitest';

import { isOwnScriptUrl } from '../../src/app/trusted-types.ts';

const served = { origin: 'https://workbook.example', href: 'https://workbook.example/app/' };
const fromDisk = { origin: 'null', href: 'file:///home/ana/readiness-workbook.html' };

const fromDiskInChromium = { ...fromDisk, origin: 'file://' };

describe('the default Trusted Types policy', () => {
	test.each([
		['./sw.js', served],
		['/app/worker.js', served],
		['blob:https://workbook.example/0b1c', served],
		['blob:null/0b1c', fromDisk],
		['blob:null/0b1c', fromDiskInChromium],
	])('lets %s run', (address, page) => {
		expect(isOwnScriptUrl(address, page)).toBe(true);
	});

	test.each([
		['https://elsewhere.example/x.js', served],
		['//elsewhere.example/x.js', served],
		['http://workbook.example/x.js', served],
		['blob:https://elsewhere.example/0b1c', served],
		['data:text/javascript,1', served],
		['javascript:1', served],
		['./neighbour.js', fromDisk],
		['./neighbour.js', fromDiskInChromium],
		['blob:null/0b1c', served],
		['https://elsewhere.example/x.js', fromDisk],
		['blob:https://elsewhere.example/0b1c', fromDisk],
		['data:text/javascript,1', fromDisk],
		['http://', served],
	])('refuses %s', (address, page) => {
		expect(isOwnScriptUrl(address, page)).toBe(false);
	});
});
