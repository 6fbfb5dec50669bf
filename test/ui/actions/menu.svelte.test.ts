import '../jsdom-platform.ts';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import Menu from '../../../src/ui/actions/Menu.svelte';

function setupMenu(look: { readonly icon?: typeof Ellipsis; readonly iconOnly?: boolean } = {}) {
	const chosen = vi.fn();
	const item = (key: string, label: string, more = {}) => ({
		key,
		label,
		onselect: () => void chosen(key),
		...more,
	});
	const items = [
		item('duplicate', 'Duplicate'),
		item('move', 'Move up', { disabled: true }),
		item('wrap', 'Wrap text', { checked: true }),
		item('remove', 'Remove'),
	];
	render(Menu, { label: 'Row actions', items, ...look });
	return { chosen, user: userEvent.setup() };
}

const button = () => screen.getByRole('button', { name: 'Row actions' });
const item = (name: string) => screen.getByRole('menuitem', { name });

it('opens on its first item, walks with the arrow keys and goes round', async () => {
	const { user } = setupMenu();
	await user.click(button());
	expect(button()).toHaveAttribute('aria-expanded', 'true');
	expect(item('Duplicate')).toHaveFocus();
	await user.keyboard('{ArrowDown}{ArrowDown}');
	expect(screen.getByRole('menuitemcheckbox', { name: 'Wrap text' })).toHaveFocus();
	await user.keyboard('{End}{ArrowDown}');
	expect(item('Duplicate')).toHaveFocus();
	await user.keyboard('{ArrowUp}');
	expect(item('Remove')).toHaveFocus();
});

it('opens by an arrow key on a button that is only an icon', async () => {
	const { user } = setupMenu({ icon: Ellipsis, iconOnly: true });
	button().focus();
	await user.keyboard('{ArrowUp}');
	expect(item('Remove')).toHaveFocus();
});

it('goes to the item whose first letters are typed', async () => {
	const { user } = setupMenu();
	await user.click(button());
	await user.keyboard('re');
	expect(item('Remove')).toHaveFocus();
});

it('runs the chosen item, closes, and gives focus back to its button', async () => {
	const { chosen, user } = setupMenu();
	button().focus();
	await user.keyboard('{ArrowUp}{Enter}');
	expect(chosen.mock.calls).toEqual([['remove']]);
	expect(screen.queryByRole('menu')).toBeNull();
	expect(button()).toHaveFocus();
});

it('stays open for a switch and does nothing for what is disabled', async () => {
	const { chosen, user } = setupMenu();
	await user.click(button());
	await user.click(screen.getByRole('menuitemcheckbox', { name: 'Wrap text' }));
	await user.click(item('Move up'));
	expect(chosen.mock.calls).toEqual([['wrap']]);
	expect(screen.getByRole('menu')).toBeVisible();
});

it('closes on Escape with focus on its button, and on a press elsewhere', async () => {
	const { user } = setupMenu();
	await user.click(button());
	await user.keyboard('{Escape}');
	expect(screen.queryByRole('menu')).toBeNull();
	expect(button()).toHaveFocus();
	await user.click(button());
	await user.click(document.body);
	expect(screen.queryByRole('menu')).toBeNull();
});
