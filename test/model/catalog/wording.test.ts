import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { controlLibrary } from '../../../src/model/catalog/control-library.ts';
import { withEd, withS } from '../../../src/model/catalog/english-forms.ts';
import { wordingOf, type Wording } from '../../../src/model/catalog/vague-words.ts';
import { wordingWords } from '../../../src/model/catalog/wording-words.ts';

function partsOf({ actor, frequency, record, vague, absolute }: Wording) {
	return {
		actor: actor?.text,
		frequency: frequency?.text,
		record: record?.text,
		vague: vague.map(({ text }) => text),
		absolute: absolute.map(({ text }) => text),
	};
}

const nothing = {
	actor: undefined,
	frequency: undefined,
	record: undefined,
	vague: [],
	absolute: [],
};

it('finds actor, frequency and record in a good text', () => {
	expect(
		partsOf(
			wordingOf(
				'Every quarter the security lead reviews all administrator rights and signs the list.',
			),
		),
	).toEqual({
		...nothing,
		actor: 'security lead',
		frequency: 'Every quarter',
		record: 'signs',
		absolute: ['all'],
	});
});

it.each([
	['Access is reviewed periodically.', { vague: ['periodically'] }],
	['Backups are taken on a regular basis.', { vague: ['on a regular basis'] }],
	['User access is restricted as appropriate.', { vague: ['as appropriate'] }],
	['Vulnerabilities are fixed in a timely manner.', { vague: ['in a timely manner'] }],
	['Firewalls should be reviewed.', { vague: ['should'] }],
	['Data is 100% encrypted and never lost.', { absolute: ['100%', 'never'] }],
	['Security reviews are performed.', {}],
	['Administrator access is restricted.', {}],
	['Log-in to the system is protected, and it reviews itself.', {}],
	['', {}],
])('finds no actor, frequency or record in %o', (text, expected) => {
	expect(partsOf(wordingOf(text))).toEqual({ ...nothing, ...expected });
});

it('takes a department or a system as the actor only where the sentence lets it act', () => {
	const actor = (text: string) => wordingOf(text).actor?.text;
	expect(actor('IT disables the account')).toBe('IT');
	expect(actor('Once it disables the account')).toBeUndefined();
	expect(actor('Accounts are disabled by the identity provider')).toBe('provider');
	expect(actor('The identity provider enforces multi-factor log-in')).toBe('provider');
	expect(actor('Staff with access to production sign the policy')).toBe('Staff');
	expect(actor('Employees must complete training')).toBe('Employees');
	expect(actor('Access of employees is removed')).toBeUndefined();
	expect(actor('The Chief Executive Officer approves')).toBe('Chief Executive Officer');
});

it('reads a number of days, months or times as a frequency, with hyphens as with blanks', () => {
	const frequency = (text: string) => wordingOf(text).frequency?.text;
	expect(frequency('done every 12 months')).toBe('every 12 months');
	expect(frequency('done every six months')).toBe('every six months');
	expect(frequency('done within 5 working days')).toBe('within 5 working days');
	expect(frequency('done semi-annually')).toBe('semi-annually');
	expect(frequency('watched 24/7')).toBe('24/7');
	expect(frequency('for each new vendor')).toBe('each new');
	expect(frequency('kept every 12, then months')).toBeUndefined();
});

it('counts every as absolute only where it is no rhythm', () => {
	expect(wordingOf('Every change is tested').absolute).toEqual([]);
	expect(wordingOf('Every laptop is encrypted').absolute.map(({ text }) => text)).toEqual([
		'Every',
	]);
});

it('does not take the month of May for a vague word', () => {
	expect(wordingOf('Reviewed in May').vague).toEqual([]);
	expect(wordingOf('Staff may ask').vague.map(({ text }) => text)).toEqual(['may']);
});

it('keeps offsets in texts whose capitals have longer small letters', () => {
	const text = 'İİİ: access is removed TIMELY';
	expect(wordingOf(text).vague).toEqual([{ start: 23, end: 29, text: 'TIMELY', sense: 'limit' }]);
});

it('reads the starter library: nothing vague, and the three parts in most descriptions', () => {
	const read = controlLibrary.map(({ id, description }) => ({ id, ...wordingOf(description) }));
	expect(read.filter(({ vague }) => vague.length > 0)).toEqual([]);
	const found = (part: 'actor' | 'frequency' | 'record') =>
		read.filter((wording) => wording[part] !== undefined).length;
	expect(found('actor')).toBeGreaterThanOrEqual(103);
	expect(found('frequency')).toBeGreaterThanOrEqual(93);
	expect(found('record')).toBeGreaterThanOrEqual(100);
	const silent = controlLibrary.filter(
		(control, at) => control.frequency !== 'continuous' && !read[at]?.frequency,
	);
	expect(silent.map(({ id }) => id)).toEqual([
		'CO-04',
		'DP-07',
		'IR-02',
		'PV-06',
		'PV-07',
		'PV-08',
	]);
});

it('says what each vague word leaves open', () => {
	const text = 'Staff may review rights periodically and fix what is not appropriate promptly.';
	expect(wordingOf(text).vague.map((span) => [span.text, span.sense])).toEqual([
		['may', 'duty'],
		['periodically', 'rhythm'],
		['appropriate', 'measure'],
		['promptly', 'limit'],
	]);
});

it('has spans that are what stands in the text, in order and apart, whatever the text', () => {
	const piece = fc.oneof(
		fc.constantFrom(...Object.values(wordingWords).flat(), '12', 'İ', '\n', ', ', '\u2019', ' '),
		fc.string({ unit: 'binary' }),
	);
	const text = fc.array(piece).map((pieces) => pieces.join(' '));
	fc.assert(
		fc.property(text, (written) => {
			const { actor, frequency, record, vague, absolute } = wordingOf(written);
			const firsts = [actor, frequency, record].map((span) => (span ? [span] : []));
			for (const list of [...firsts, vague, absolute]) {
				const odd = list.filter(
					({ start, end, text: word }, at) =>
						word === '' || word !== written.slice(start, end) || start < (list[at - 1]?.end ?? 0),
				);
				expect(odd).toEqual([]);
			}
		}),
	);
});

const { vagueRhythm, vagueLimit, vagueMeasure, vagueDuty } = wordingWords;
const vagueWords = [vagueRhythm, vagueLimit, vagueMeasure, vagueDuty].flat();

it('finds the same vague words as a plain search for whole words, the longest first', () => {
	const words = [...vagueWords].sort((a, b) => b.length - a.length);
	const pattern = words.map((word) => word.replaceAll(' ', '[ -]')).join('|');
	const plain = new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`, 'gi');
	const filler = fc.constantFrom(
		'access',
		'mayor',
		'the',
		'regulars',
		'3',
		'in',
		'a',
		'as',
		'where',
	);
	const vague = fc.constantFrom(...vagueWords);
	const cased = fc
		.tuple(fc.oneof(filler, vague), fc.boolean())
		.map(([word, loud]) => (loud && word !== 'may' ? word.toUpperCase() : word));
	const parts = fc.array(fc.tuple(cased, fc.constantFrom(' ', '-', ', ', '. ')));
	fc.assert(
		fc.property(parts, (pieces) => {
			const text = pieces.flat().join('');
			const expected = [...text.matchAll(plain)].map((match) => [match.index, match[0]]);
			expect(wordingOf(text).vague.map((span) => [span.start, span.text])).toEqual(expected);
		}),
		{ numRuns: 500 },
	);
});

it('forms regular plurals, verbs and pasts', () => {
	expect(['review', 'policy', 'patch', 'journey'].map(withS)).toEqual([
		'reviews',
		'policies',
		'patches',
		'journeys',
	]);
	expect(['sign', 'approve', 'log', 'notify', 'record'].map(withEd)).toEqual([
		'signed',
		'approved',
		'logged',
		'notified',
		'recorded',
	]);
});
