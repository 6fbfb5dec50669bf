import { expect, test } from 'vitest';
import { appearanceCommands } from '../../src/app/appearance-words.ts';
import { Appearance } from '../../src/app/appearance.svelte.ts';

function storageOf(items: Record<string, string>) {
	const kept = new Map(Object.entries(items));
	return {
		kept,
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
	};
}

/** The data attributes that the tokens read. */
const shownOn = (root: HTMLElement) => Object.fromEntries(Object.entries(root.dataset));

test('begins as it was left, and takes an unknown word for nothing', () => {
	const root = document.createElement('div');
	const storage = storageOf({ theme: 'dark', density: 'spacious', motion: 'reduce' });
	const appearance = new Appearance(storage, root);
	expect(shownOn(root)).toEqual({ theme: 'dark', motion: 'reduce' });
	expect(appearance.of('density')).toBe('comfortable');
});

test('shows and keeps what is chosen; the system’s way is no attribute', () => {
	const root = document.createElement('div');
	const storage = storageOf({});
	const appearance = new Appearance(storage, root);
	appearance.choose('theme', 'light');
	appearance.choose('density', 'compact');
	expect(shownOn(root)).toEqual({ theme: 'light', density: 'compact' });
	expect(appearance.dense).toBe(true);
	appearance.choose('theme', 'system');
	expect(shownOn(root)).toEqual({ density: 'compact' });
	expect(Object.fromEntries(storage.kept)).toEqual({ theme: 'system', density: 'compact' });
});

test('a browser that keeps nothing still shows the choice', () => {
	const root = document.createElement('div');
	const refusing = {
		getItem: () => null,
		setItem: () => {
			throw new DOMException('full', 'QuotaExceededError');
		},
	};
	const appearance = new Appearance(refusing, root);
	appearance.choose('theme', 'dark');
	expect(root.dataset['theme']).toBe('dark');
});

test('each choice is a command, the present one checked', () => {
	const appearance = new Appearance(undefined, document.createElement('div'));
	appearanceCommands(appearance)
		.find(({ label }) => label === 'Theme: dark')
		?.run();
	const checked = appearanceCommands(appearance).filter(({ checked }) => checked);
	expect(checked.map(({ label }) => label)).toEqual([
		'Theme: dark',
		'Density: comfortable',
		'Motion: system',
	]);
});
