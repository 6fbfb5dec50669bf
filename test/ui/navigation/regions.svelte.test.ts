import { afterEach, beforeEach, expect, test } from 'vitest';
import { Regions } from '../../../src/ui/navigation/regions.ts';

let regions: Regions;
let stop: () => void;

beforeEach(() => {
	// jsdom lays nothing out: all there is is visible but what is `hidden`.
	Object.defineProperty(HTMLElement.prototype, 'checkVisibility', {
		configurable: true,
		value(this: HTMLElement) {
			return !this.hidden;
		},
	});
	const part = (name: string, tag: string, ...ids: string[]) => {
		const region = document.createElement(tag);
		region.dataset['region'] = name;
		for (const id of ids) {
			region.append(Object.assign(document.createElement('button'), { id }));
		}
		return document.body.appendChild(region);
	};
	part('header', 'header', 'home', 'menu');
	part('places', 'nav', 'matrix', 'activity').lastElementChild?.setAttribute(
		'aria-current',
		'page',
	);
	const content = part('content', 'main', 'find', 'filter');
	part('panel', 'aside', 'title');
	content.append(document.body.lastElementChild!);
	document.getElementById('find')!.hidden = true;
	regions = new Regions(document);
	stop = regions.watch();
});

afterEach(() => {
	stop();
	document.body.replaceChildren();
});

const focused = () => document.activeElement?.id;

test('goes from part to part, to the present place and to what can be seen, and round', () => {
	const visited = Array.from({ length: 5 }, () => {
		regions.go(1);
		return focused();
	});
	expect(visited).toEqual(['home', 'activity', 'filter', 'title', 'home']);
	regions.go(-1);
	expect(focused()).toBe('title');
	regions.go(-1);
	expect(focused()).toBe('filter');
});

test('backwards from nowhere begins at the end', () => {
	regions.go(-1);
	expect(focused()).toBe('title');
});

test('comes back to what had focus last, unless that is gone', () => {
	document.getElementById('menu')?.focus();
	regions.go(1);
	regions.go(-1);
	expect(focused()).toBe('menu');
	regions.go(1);
	document.getElementById('menu')?.remove();
	regions.go(-1);
	expect(focused()).toBe('home');
});

test('goes to a part by its name, to where that says it begins', () => {
	document.getElementById('filter')?.setAttribute('data-start', '');
	regions.goTo('content');
	expect(focused()).toBe('filter');
	regions.goTo('messages');
	expect(focused()).toBe('filter');
});
