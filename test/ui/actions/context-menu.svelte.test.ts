import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import ContextMenu from '../../../src/ui/actions/ContextMenu.svelte';
import '../jsdom-platform.ts';

function openMenu() {
	const told: string[] = [];
	const item = (key: string) => ({ key, label: key, onselect: () => told.push(key) });
	render(ContextMenu, {
		label: 'Cell',
		items: [item('Copy'), { ...item('Paste'), disabled: true }, item('Clear')],
		point: { x: 40, y: 60 },
		onclose: () => told.push('closed'),
		onleave: () => told.push('left'),
	});
	return { told, user: userEvent.setup() };
}

it('has focus on its first action, walks by arrows and runs one after giving focus back', async () => {
	const { told, user } = openMenu();
	expect(screen.getByRole('menuitem', { name: 'Copy' })).toHaveFocus();
	await user.keyboard('{ArrowUp}');
	expect(screen.getByRole('menuitem', { name: 'Clear' })).toHaveFocus();
	await user.keyboard('{Enter}');
	expect(told).toEqual(['left', 'Clear', 'closed']);
});

it('gives focus back on Escape, and leaves it where a press elsewhere put it', async () => {
	const first = openMenu();
	await first.user.keyboard('{Escape}');
	expect(first.told).toEqual(['left', 'closed']);
	const second = openMenu();
	await second.user.click(document.body);
	expect(second.told).toEqual(['closed']);
});
