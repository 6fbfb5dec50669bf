import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../../src/model/readiness/claims.ts';
import { isCopiedFrom } from '../../../../src/model/readiness/copied-text.ts';
import { aRecord } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const promise = aRecord('commitments', 'a', { text: 'We stay SOC 2 certified and compliant.' });
const original = 'Somebody typed this sentence of twelve words from a licensed book they own.';
const copied = aRecord('controls', 'a', {
	controlId: 'AC-1',
	criteria: ['CC6.1'],
	description: `Note: ${original.toUpperCase()}`,
});
const licensed = { 'CC6.1': { licensedText: original } };

describeChecks('DSC', [
	{
		check: 'DSC-04',
		when: 'the description of the system claims to be certified',
		world: { scope: { description: 'Our platform is SOC 2 certified. It runs in two regions.' } },
		says: ['The text says “certified”. SOC 2 is an attestation; nobody is certified.'],
		at: 'scope description',
		not: [{ scope: { description: 'Our platform runs in two regions.' } }],
		mended: { scope: { description: 'A CPA firm examines our system (SOC 2).' } },
	},
	{
		check: 'DSC-04',
		when: 'a promise claims it',
		world: { records: [promise] },
		says: [
			'The text says “certified”. SOC 2 is an attestation; nobody is certified.',
			'The text says “compliant”. SOC 2 is an attestation; nobody is certified.',
		],
		records: ['commitment:a'],
		at: 'commitment:a text',
		not: [{ records: [{ ...promise, text: 'Data is encrypted.' }] }],
		mended: { records: [{ ...promise, text: 'We are examined every year (SOC 2).' }] },
	},
	{
		check: 'DSC-04',
		when: 'a part of the system or what is expected of others claims it',
		world: {
			records: [
				aRecord('boundary', 'a', { name: 'SOC 2 certified cloud' }),
				aRecord('complementary', 'a', { statement: 'The host passes its SOC 2 audit.' }),
			],
		},
		says: [
			'The text says “certified”. SOC 2 is an attestation; nobody is certified.',
			'The text says “passes”. SOC 2 is an attestation; nobody is certified.',
		],
		records: ['component:a'],
		at: 'component:a name',
		not: [{ records: [aRecord('boundary', 'a', { name: 'ISO 27001 certified cloud' })] }],
		mended: {
			records: [
				aRecord('boundary', 'a', { name: 'Cloud' }),
				aRecord('complementary', 'a', { statement: 'The host gives us its SOC 2 report.' }),
			],
		},
	},
	{
		check: 'DSC-05',
		when: 'a control says what the licensed text says',
		world: { records: [copied], assessments: licensed },
		says: ['This text looks copied from licensed criteria.'],
		records: ['control:a'],
		at: 'control:a description',
		not: [
			{ records: [copied] },
			{ records: [{ ...copied, criteria: ['CC6.2'] }], assessments: licensed },
		],
		mended: { records: [{ ...copied, description: 'The lead grants access by role.' }] },
	},
]);

describe('claims', () => {
	it.each([
		['We passed the SOC 2 audit', ['passed']],
		['SOC 2 guarantees security.', ['guarantees']],
		['Vendors hold a SOC2 certification', ['certification']],
		['SOC 2 is an attestation: nobody is certified.', []],
		['We are not SOC 2 certified.', []],
		['Hosting is ISO 27001 certified. A SOC 2 report is read every year.', []],
		['We are SOC 2 and ISO 27001 certified', ['certified']],
		['We are ISO 27001 certified and examined for SOC 2', []],
		['The SOC team is certified. SOC 2 reports are passed on under NDA.', []],
		['TLS certificates are renewed; leavers pass their laptops on.', []],
	])('in “%s” are %j', (text, claims) => {
		expect(claimsOf(text)).toEqual(claims);
	});
});

it('calls a text copied from ten words in a row on, however they are written', () => {
	const ten = 'one two three four five six seven eight nine ten';
	expect(isCopiedFrom(`Zero, ${ten.toUpperCase()}!`, ten)).toBe(true);
	expect(isCopiedFrom('one two three four five six seven eight nine', ten)).toBe(false);
	expect(isCopiedFrom(ten, '')).toBe(false);
});
