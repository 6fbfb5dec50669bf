import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guard, startsLikeInstruction, unguard } from '../../src/exchange/formula-guard.ts';
import { anyText } from './fresh/a-table.ts';
import { payloads } from './fresh/payloads.ts';

describe('the formula guard', () => {
	it('gives every text back as it was', () => {
		fc.assert(fc.property(anyText, (text) => unguard(guard(text)) === text));
	});

	it('lets no text begin with what a spreadsheet runs', () => {
		fc.assert(fc.property(anyText, (text) => !/^[=+\-@\t\r\n\0＝＋－＠]/.test(guard(text))));
	});

	it.each(payloads)('puts an apostrophe before %j', (payload) => {
		expect(guard(payload)).toBe(`'${payload}`);
		expect(startsLikeInstruction(payload)).toBe(true);
	});

	it.each(['Access is reviewed', "'quoted'", "it's", '(1)', '007', ''])(
		'leaves %j alone',
		(text) => {
			expect(guard(text)).toBe(text);
			expect(unguard(text)).toBe(text);
		},
	);

	it('tells a text that looks guarded from a guarded one', () => {
		expect(guard("'=1+1")).toBe("''=1+1");
		expect(unguard("''=1+1")).toBe("'=1+1");
	});
});
