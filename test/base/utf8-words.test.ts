import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withShortWords } from '../../src/base/utf8-words.ts';

const native = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

function outcome(decode: (bytes: Uint8Array) => string, bytes: Uint8Array): string | Error {
	try {
		return decode(bytes);
	} catch (error) {
		return error as Error;
	}
}

describe('decoding short words', () => {
	it('gives what the decoder gives, for texts of all kinds, however often they come', () => {
		const quick = withShortWords((bytes) => native.decode(bytes));
		const text = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 40 }),
			fc.constantFrom('', 'owner', 'status', '\u0000', '\u007f', '\u0080', '\ufeffx', 'é'),
		);
		fc.assert(
			fc.property(fc.array(text, { maxLength: 50 }), (texts) => {
				for (const each of [...texts, ...texts]) {
					const bytes = encoder.encode(each);
					expect(quick(bytes)).toBe(native.decode(bytes));
				}
			}),
		);
	});

	it('gives what the decoder gives, or its error, for any bytes', () => {
		const quick = withShortWords((bytes) => native.decode(bytes));
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
				expect(outcome(quick, bytes)).toEqual(outcome((each) => native.decode(each), bytes));
			}),
		);
	});

	it('tells words apart that fall into one slot', () => {
		const quick = withShortWords((bytes) => native.decode(bytes));
		const words = Array.from({ length: 40_000 }, (_, i) => `word ${i}`);
		for (const word of [...words, ...words]) expect(quick(encoder.encode(word))).toBe(word);
	});

	it('leaves everything but short ASCII to the decoder', () => {
		const asked: number[] = [];
		const quick = withShortWords((bytes) => {
			asked.push(bytes.length);
			return native.decode(bytes);
		});
		for (const each of ['owner', 'owner', 'x'.repeat(16), 'x'.repeat(17), 'é']) {
			quick(encoder.encode(each));
		}
		expect(asked).toEqual([17, 2]);
	});
});
