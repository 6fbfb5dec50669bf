/**
 * One English: British, but “organization” as the field writes it (service and subservice
 * organizations). Ids that documents hold keep the spelling they were given.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { allFiles } from './support/source-imports.ts';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** What tells files of others by either spelling, and the words of BIP-39. */
const readers =
	/^exchange\/(recognise\/|evidence-words)|^model\/catalog\/wording-words|^review\/keys\/english-words/;

const elsewhere =
	/\w*(?:organis|authoriz|recogniz|analyz|categoriz|prioritiz|minimiz|summariz|behavior|judgment|labeled|canceled|defense|artefact)\w*/gi;

/** Ids with a hyphen, and what the languages of the web call things. */
const isNoWord = (line: string): boolean => /"(ev|gap)-[\w-]*"|behavior:/.test(line);

test('each word is spelled in one way', () => {
	const found = allFiles(src)
		.filter((file) => /\.(ts|svelte|json|md)$/.test(file) && !readers.test(file))
		.flatMap((file) =>
			readFileSync(`${src}/${file}`, 'utf8')
				.split('\n')
				.filter((line) => !isNoWord(line))
				.flatMap((line) => (line.match(elsewhere) ?? []).map((word) => `${file}: ${word}`)),
		);
	expect(found).toEqual([]);
});
