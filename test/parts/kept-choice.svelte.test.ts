import { expect, test } from 'vitest';
import { KeptChoice } from '../../src/parts/kept-choice.svelte.ts';

const choices = ['board', 'plan'] as const;

function storage(kept?: string) {
	const items = new Map(kept === undefined ? [] : [['view', kept]]);
	return {
		items,
		getItem: (key: string) => items.get(key) ?? null,
		setItem: (key: string, value: string) => void items.set(key, value),
	};
}

test('the first stands until another is chosen, which is kept', () => {
	const kept = storage();
	const choice = new KeptChoice(kept, 'view', choices);
	expect(choice.current).toBe('board');
	choice.current = 'plan';
	expect(choice.current).toBe('plan');
	expect(new KeptChoice(kept, 'view', choices).current).toBe('plan');
});

test('what is kept and no choice any more is passed over', () => {
	expect(new KeptChoice(storage('calendar'), 'view', choices).current).toBe('board');
});

test('storage that is forbidden keeps nothing, and the choice lasts as long as the page', () => {
	const refuse = (): never => {
		throw new Error('SecurityError');
	};
	const choice = new KeptChoice({ getItem: refuse, setItem: refuse }, 'view', choices);
	choice.current = 'plan';
	expect(choice.current).toBe('plan');
});
