import '../jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import Avatar from '../../../src/ui/people/Avatar.svelte';
import AvatarStack from '../../../src/ui/people/AvatarStack.svelte';
import { personColour, type ShownPerson } from '../../../src/ui/people/person.ts';

const people = (count: number): readonly ShownPerson[] =>
	['Ana', 'Ben', 'Chidi', 'Dana', 'Emil', 'Fay', 'Gus']
		.slice(0, count)
		.map((name, nth) => ({ id: name, name, colour: personColour(nth) }));

it('an avatar says who it is, and whether they are here, in words', () => {
	render(Avatar, { name: 'Ana Ruiz', colour: 3, presence: 'away' });
	const avatar = screen.getByRole('img', { name: 'Ana Ruiz, away' });
	expect(avatar).toHaveTextContent('AR');
	expect(avatar).toHaveAttribute('data-person', '3');
});

it('an avatar beside the name is not said again', () => {
	render(Avatar, { name: 'Ana Ruiz', colour: 3, decorative: true });
	expect(screen.queryByRole('img')).toBeNull();
	expect(screen.getByText('AR')).toBeInTheDocument();
});

it('a stack draws as many as asked for and counts the rest', async () => {
	const { rerender } = render(AvatarStack, { label: 'Here', people: people(7) });
	const stack = screen.getByRole('img', { name: 'Here: Ana, Ben, Chidi, Dana, Emil, Fay and Gus' });
	expect(stack).toHaveTextContent('A B C D +3');
	await rerender({ people: people(5) });
	expect(stack).toHaveTextContent('A B C D E');
	await rerender({ people: [] });
	expect(screen.getByRole('img', { name: 'Here: nobody' })).toBeInTheDocument();
});

it('a stack that opens something is one button, which gives itself as the anchor', async () => {
	let anchor: HTMLElement | undefined;
	const onopen = (element: HTMLElement): void => void (anchor = element);
	render(AvatarStack, { label: 'Here', people: people(2), onopen, expanded: false });
	const button = screen.getByRole('button', { name: 'Here: Ana and Ben' });
	expect(button).toHaveAttribute('aria-expanded', 'false');
	await userEvent.click(button);
	expect(anchor).toBe(button);
	expect(screen.queryByRole('img')).toBeNull();
});
