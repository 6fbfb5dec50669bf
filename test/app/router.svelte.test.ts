/** The route as screens read it. */
import { flushSync } from 'svelte';
import { beforeEach, expect, test } from 'vitest';
import { Router } from '../../src/app/router.svelte.ts';
import type { Route } from '../../src/app/routes.ts';

const scope: Route = { place: 'scope', workbook: 'workbook:one' };

beforeEach(() => {
	window.location.hash = '';
});

test.each(['go', 'replace'] as const)(
	'%s shows the new route before the browser tells of the address',
	(how) => {
		const router = new Router();
		const seen: Route[] = [];
		const stop = $effect.root(() => {
			$effect(() => {
				seen.push(router.current);
			});
		});
		flushSync();
		router[how](scope);
		flushSync();
		stop();
		expect(seen.at(-1)).toEqual(scope);
	},
);

test('goes before anything reads it', () => {
	const router = new Router();
	router.go(scope);
	expect(router.current).toEqual(scope);
});
