import '../jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import Gallery from '../../../src/ui/gallery/Gallery.svelte';

afterEach(() => {
	for (const name of ['data-theme', 'data-density', 'data-motion', 'dir', 'style']) {
		document.documentElement.removeAttribute(name);
	}
});

test('each part can be shown, in both themes beside each other', async () => {
	render(Gallery);
	const user = userEvent.setup();
	const parts = screen
		.getAllByRole('tab')
		.map((tab) => tab.textContent.trim())
		.filter((name) => name !== 'Grid');
	expect(parts).toContain('Overlays');
	await user.click(screen.getByRole('radio', { name: 'both' }));
	for (const part of parts) {
		await user.click(screen.getByRole('tab', { name: part }));
		const panels = screen.getAllByRole('tabpanel')[0]!.querySelectorAll('.panel');
		expect([...panels].map((panel) => getComputedStyle(panel).colorScheme)).toEqual([
			'light',
			'dark',
		]);
		expect(panels[0]?.querySelectorAll('h2').length).toBeGreaterThan(0);
		expect(panels[0]?.querySelectorAll('h2').length).toBe(panels[1]?.querySelectorAll('h2').length);
	}
});

test('the looks are those of the root', async () => {
	render(Gallery);
	const user = userEvent.setup();
	for (const name of ['dark', 'right to left', '200 %', 'compact', 'reduce']) {
		await user.click(screen.getByRole('radio', { name }));
	}
	const root = document.documentElement;
	expect(root.dir).toBe('rtl');
	expect(root.style.fontSize).toBe('200%');
	expect(root.dataset).toMatchObject({ theme: 'dark', density: 'compact', motion: 'reduce' });
});
