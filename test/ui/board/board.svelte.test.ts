import '../jsdom-platform.ts';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import BoardHarness from './BoardHarness.svelte';

const user = userEvent.setup();
const start = { Open: ['Crane', 'Lamp', 'Gate'], 'In repair': ['Bell'], Done: [] };

function show(props = {}) {
	const onopen = vi.fn();
	render(BoardHarness, { start, onopen, ...props });
	return onopen;
}

const lane = (name: string) => screen.getByRole('group', { name });
const cardsOf = (name: string) =>
	within(lane(name))
		.queryAllByRole('listitem')
		.map((item) => item.textContent.trim());
const card = (name: string) => screen.getByRole('button', { name });
const said = () => screen.getByRole('status').textContent;

test('each column says its name and how many cards it has, and that it has none', () => {
	show();
	expect(lane('Open')).toHaveTextContent(/Open\s*3/);
	expect(lane('Done')).toHaveTextContent(/Done\s*0.*Nothing here/);
	expect(screen.getByRole('group', { name: 'Repairs' })).toHaveAccessibleDescription(
		/Space lifts it/,
	);
});

test('arrow keys go from card to card, Enter and a click open', async () => {
	const onopen = show();
	await user.tab();
	expect(card('Crane')).toHaveFocus();
	await user.keyboard('{ArrowDown}{ArrowRight}');
	expect(card('Bell')).toHaveFocus();
	await user.keyboard('{Enter}');
	expect(onopen).toHaveBeenLastCalledWith('Bell');
	await user.click(card('Gate'));
	expect(onopen).toHaveBeenLastCalledWith('Gate');
});

test('each column is one tab stop with the menu of its card, where it was left', async () => {
	show();
	await user.tab();
	await user.keyboard('{ArrowDown}');
	await user.tab();
	expect(card('Move Lamp to')).toHaveFocus();
	await user.tab();
	expect(card('Bell')).toHaveFocus();
	await user.tab({ shift: true });
	await user.tab({ shift: true });
	expect(card('Lamp')).toHaveFocus();
});

test('Space lifts a card, arrows choose a column, Space puts it there: all of it is said', async () => {
	show();
	card('Lamp').focus();
	await user.keyboard(' ');
	expect(said()).toMatch(/^Lamp lifted from Open\. Left and right arrows/);
	await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
	expect(said()).toBe('Done, column 3 of 3.');
	expect(cardsOf('Open')).toEqual(['Crane', 'Lamp', 'Gate']);
	await user.keyboard(' ');
	expect(said()).toBe('Lamp moved to Done.');
	expect([cardsOf('Open'), cardsOf('Done')]).toEqual([['Crane', 'Gate'], ['Lamp']]);
	expect(card('Lamp')).toHaveFocus();
});

test('Esc, and going elsewhere, puts a lifted card back', async () => {
	show();
	card('Lamp').focus();
	await user.keyboard(' {ArrowRight}{Escape}');
	expect(said()).toBe('Lamp stays in Open.');
	await user.keyboard(' {ArrowRight}{Tab}');
	expect(said()).toBe('Lamp stays in Open.');
	expect(card('Move Lamp to')).toHaveFocus();
	expect(cardsOf('Open')).toEqual(['Crane', 'Lamp', 'Gate']);
});

test('a move that is refused leaves the card, and says so', async () => {
	show({ closed: ['In repair'] });
	card('Lamp').focus();
	await user.keyboard(' {ArrowRight}{Enter}');
	expect(said()).toBe('Lamp stays in Open.');
	expect(card('Lamp')).toHaveFocus();
});

test('the menu of a card moves it, and does not offer where it is', async () => {
	show();
	await user.click(card('Move Crane to'));
	expect(screen.getByRole('menuitem', { name: 'Open (now)' })).toHaveAttribute('aria-disabled');
	await user.click(screen.getByRole('menuitem', { name: 'In repair' }));
	expect(cardsOf('In repair')).toEqual(['Bell', 'Crane']);
	expect(said()).toBe('Crane moved to In repair.');
	expect(card('Crane')).toHaveFocus();
	expect(screen.queryByRole('menu')).toBeNull();
});

test('Shift+F10 opens the menu, Esc gives focus back to the card', async () => {
	show();
	card('Gate').focus();
	await user.keyboard('{Shift>}{F10}{/Shift}');
	expect(screen.getByRole('menu', { name: 'Move to' })).toBeVisible();
	await user.keyboard('{Escape}');
	expect(card('Gate')).toHaveFocus();
});

test('a drag carries a card and its click opens nothing; Esc ends it', async () => {
	const onopen = show();
	const press = { button: 0, pointerType: 'mouse', clientX: 10, clientY: 10 };
	const carry = async () => {
		await fireEvent.pointerDown(card('Lamp'), press);
		await fireEvent.pointerMove(document, { clientX: 12, clientY: 12 });
		expect(screen.getAllByText('Lamp')).toHaveLength(1);
		await fireEvent.pointerMove(document, { clientX: 30, clientY: 12 });
		expect(screen.getAllByText('Lamp')).toHaveLength(2);
	};
	await carry();
	await user.keyboard('{Escape}');
	expect(screen.getAllByText('Lamp')).toHaveLength(1);
	await carry();
	await fireEvent.pointerUp(document);
	await fireEvent.click(card('Lamp'));
	expect(onopen).not.toHaveBeenCalled();
	await fireEvent.click(card('Lamp'));
	expect(onopen).toHaveBeenCalledExactlyOnceWith('Lamp');
});

test('touch scrolls, it does not carry', async () => {
	show();
	const touch = { button: 0, pointerType: 'touch', clientX: 10, clientY: 10 };
	await fireEvent.pointerDown(card('Lamp'), touch);
	await fireEvent.pointerMove(document, { clientX: 90, clientY: 10 });
	expect(screen.getAllByText('Lamp')).toHaveLength(1);
});

const many = Array.from({ length: 1000 }, (_, index) => `Stone ${index}`);

test('of a thousand cards thirty are drawn, and more on demand or by going on', async () => {
	show({ start: { Open: many, Done: ['Bell'] } });
	expect(cardsOf('Open')).toHaveLength(30);
	await user.click(screen.getByRole('button', { name: 'Show 30 more of 970' }));
	expect(cardsOf('Open')).toHaveLength(60);
	expect(card('Stone 30')).toHaveFocus();
	await user.keyboard('{End}');
	expect(card('Stone 59')).toHaveFocus();
	await user.keyboard('{ArrowDown}');
	expect(card('Stone 60')).toHaveFocus();
	expect(cardsOf('Open')).toHaveLength(90);
});

test('a card that moves to the end of a long column is drawn there and keeps focus', async () => {
	show({ start: { Open: ['Bell'], Done: many } });
	card('Bell').focus();
	await user.keyboard(' {ArrowRight}{Enter}');
	expect(card('Bell')).toHaveFocus();
	expect(cardsOf('Done')).toHaveLength(31);
	expect(cardsOf('Done').at(-1)).toBe('Bell');
});
