/** Codes as people paste them. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';

import { fromBase64Url, toBase64Url } from '../../../src/base/base64url.ts';
import { ok } from '../../../src/base/result.ts';
import { findCode, writeCode } from '../../../src/review/invite/pasted-code.ts';

const content = Uint8Array.from({ length: 200 }, (_, at) => at * 7);
let code: string;

beforeAll(async () => {
	code = await writeCode('invitation', content);
});

/** What is wrong with a pasted text, or 'found'. */
async function problem(pasted: string, kind: 'invitation' | 'answer' = 'invitation') {
	const found = await findCode(kind, pasted);
	return found.ok ? 'found' : (found.problems[0]?.kind ?? '');
}

describe('a code is found', () => {
	const wraps: readonly [string, (code: string) => string][] = [
		['as it is', (it) => it],
		['with blanks around', (it) => `\n\t ${it} \r\n`],
		['in a link', (it) => `https://example.org/readiness/#join=${it}`],
		['in a link with something behind', (it) => `https://example.org/#join=${it}&utm_source=mail`],
		[
			'in a link that a mail program rewrote',
			(it) => `https://safe.example/?url=https%3A%2F%2Fa.org%2F%23join%3D${it}&data=05`,
		],
		['between words', (it) => `Hi Ben, the rwin code:\n\n${it}\n\nSee you – Ana (rwin…)`],
		['in quotes', (it) => `“${it}”`],
		['in angle brackets', (it) => `<${it}>`],
		['in lines of 76', (it) => it.replace(/.{76}/g, '$&\r\n')],
		['quoted in a reply', (it) => it.replace(/.{60}/g, '$&\n> > ')],
		['with blanks in it', (it) => it.replace(/.{10}/g, '$& ')],
		['with characters that nobody sees', (it) => `\ufeff${it.replace(/.{30}/g, '$&\u200b\u00ad')}`],
		['twice, the first time cut off', (it) => `${it.slice(0, 50)}\n.\n${it}`],
	];

	test.each(wraps)('%s', async (_, wrap) => {
		expect(await findCode('invitation', wrap(code))).toEqual(ok(content));
	});

	test('whatever its content is', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
				const given = Uint8Array.from(bytes);
				expect(await findCode('answer', await writeCode('answer', given))).toEqual(ok(given));
			}),
		);
	});
});

describe('what is no code is said to be', () => {
	test.each([
		['', 'none'],
		['Please join my review', 'none'],
		['rwi', 'none'],
	])('none: “%s”', async (text, kind) => {
		expect(await problem(text)).toBe(kind);
	});

	test('none, where the text is longer than anybody pastes', async () => {
		expect(await problem(`${code} ${'x'.repeat(20_000)}`)).toBe('none');
	});

	test('an answer, where an invitation is asked for, and the other way round', async () => {
		const answer = await findCode('invitation', await writeCode('answer', content));
		expect(answer).toMatchObject({
			problems: [
				{
					kind: 'other-kind',
					text: 'This is an answer, not an invitation: paste it where the invitation was made.',
				},
			],
		});
		expect(await problem(code, 'answer')).toBe('other-kind');
	});

	test('cut off, wherever it ends', async () => {
		for (let length = 4; length < code.length; length += 1) {
			expect(await problem(code.slice(0, length)), `${length} letters`).toBe('cut-off');
		}
	});

	test('damaged, where any letter is another', async () => {
		for (let at = 8; at < code.length; at += 1) {
			const letter = code[at] === 'x' ? 'y' : 'x';
			const changed = code.slice(0, at) + letter + code.slice(at + 1);
			expect(await problem(changed), `letter ${at}`).toBe('damaged');
		}
		for (const other of ['ä', '%', '=']) {
			expect(await problem(code.slice(0, 40) + other + code.slice(41))).toBe('damaged');
		}
	});

	test('newer, where its version is', async () => {
		const bytes = fromBase64Url(code) ?? new Uint8Array();
		bytes[3] = 2;
		expect(await problem(toBase64Url(bytes))).toBe('newer');
	});

	test('anything at all, and nothing throws', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ maxLength: 100 }), async (text) => {
				expect(await problem(`rwin${text}`)).not.toBe('found');
			}),
		);
	});
});
