import { expect, test } from 'vitest';
import { heading, list, plainText, runsOf, table, terms } from '../../src/base/text-blocks.ts';

test('what stands between two double asterisks is strong', () => {
	expect(runsOf('Sign **in** at the **desk**.')).toEqual([
		{ text: 'Sign ', strong: false },
		{ text: 'in', strong: true },
		{ text: ' at the ', strong: false },
		{ text: 'desk', strong: true },
		{ text: '.', strong: false },
	]);
	expect(runsOf('**All** of it')[0]).toEqual({ text: 'All', strong: true });
});

test('asterisks without a partner are letters', () => {
	expect(runsOf('2 ** 3')).toEqual([{ text: '2 ** 3', strong: false }]);
	expect(runsOf('')).toEqual([]);
});

test('the plain text holds every word of every kind of block and no asterisk', () => {
	const text = plainText([
		heading('Gates'),
		list('**north**', 'river'),
		terms(['Host', 'who is visited']),
		table('Hours', ['Gate', 'Opens'], ['North', '7']),
	]);
	expect(text.split('\n')).toEqual([
		...['Gates', 'north', 'river', 'Host', 'who is visited'],
		...['Hours', 'Gate', 'Opens', 'North', '7'],
	]);
});
