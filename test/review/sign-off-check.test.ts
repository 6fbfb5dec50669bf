/** Files of sign-offs, checked offline with real keys (SPEC P-21). */
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/base/canonical-json.ts';
import type { EntryOf, SignAs, UnsignedEntry } from '../../src/model/review/entry.ts';
import { writeSignOffFile, type SignOffFile } from '../../src/model/review/sign-off-file.ts';
import type { DeviceIdentity } from '../../src/review/keys/device-keys.ts';
import { sha256Text } from '../../src/review/keys/hash.ts';
import { signEntry } from '../../src/review/sealing/entry-signature.ts';
import { checkSignOffFile } from '../../src/review/sign-off-check.ts';
import { at } from '../support/at.ts';
import { deviceOf } from '../support/a-device.ts';
import { founded } from '../support/a-roster.ts';

const scope = 'review:9f8e7d';
const content = {
	...{ format: 'readiness-workbook/content/1', kind: 'record', record: 'control:a' },
	...{ fields: { controlId: 'AC-01' }, own: [] },
};

async function signedBy(
	signer: DeviceIdentity,
	of = scope,
	more: { as?: SignAs; seq?: number; name?: string } = {},
): Promise<EntryOf<'sign'>> {
	const { as = 'preparer', seq = 1, name = 'Ana' } = more;
	const shown = canonicalJson(content);
	const unsigned: UnsignedEntry = {
		...{ author: signer.device, channel: 'review', seq, previous: '', clock: seq },
		...{ at: '2026-11-21T12:00:00.000Z', name },
		body: {
			...{ kind: 'sign', subject: { kind: 'record', record: 'control:a' }, as },
			...{ content: await sha256Text(shown), shown, note: '' },
		},
	};
	return (await signEntry(unsigned, signer, of)) as EntryOf<'sign'>;
}

async function aFile(signer: DeviceIdentity, said: Partial<SignOffFile> = {}): Promise<string> {
	const { statements } = await founded(signer);
	return writeSignOffFile({
		...{ workbook: 'Example Ltd', madeAt: '2026-11-21T13:00:00.000Z', scope, statements },
		...{ entries: [await signedBy(signer)], contents: {} },
		...said,
	});
}

async function checked(text: string, group?: string) {
	const outcome = await checkSignOffFile(text, await deviceOf(90), group);
	if (!outcome.ok) throw new Error(outcome.problems.join(' '));
	return outcome.value;
}

describe('a file of sign-offs that is checked', () => {
	it('holds where signature, content and member list agree, and names the six words of its signer', async () => {
		const ana = await deviceOf(1);
		const { group, statements } = await founded(ana);
		const found = await checked(await aFile(ana, { statements }), group);
		expect(found.problems).toEqual([]);
		expect(found.isOurs).toBe(true);
		expect(at(found.signOffs, 0)).toMatchObject({ name: 'Ana', problems: [] });
		expect(found.words.get(ana.device)).toHaveLength(6);
	});

	it('does not hold where another key signed in the name of a member', async () => {
		const [ana, eve] = [await deviceOf(1), await deviceOf(20)];
		const forged = { ...(await signedBy(eve)), author: ana.device };
		const found = await checked(await aFile(ana, { entries: [forged] }));
		expect(at(found.signOffs, 0).problems.join(' ')).toContain('not that of the device it names');
	});

	it('does not hold where the signature was made for another workbook', async () => {
		const ana = await deviceOf(1);
		const moved = await signedBy(ana, 'review:other');
		const found = await checked(await aFile(ana, { entries: [moved] }));
		expect(at(found.signOffs, 0).problems).toHaveLength(1);
	});

	it('says where the member list belongs to another workbook than the signatures', async () => {
		const ana = await deviceOf(1);
		const entries = [await signedBy(ana, 'review:other')];
		const found = await checked(await aFile(ana, { entries, scope: 'review:other' }));
		expect(found.problems.join(' ')).toContain('belongs to another workbook');
	});

	it('says where the member list was changed', async () => {
		const ana = await deviceOf(1);
		const { statements } = await founded(ana);
		const [first] = statements;
		const changed = statements.map((each) => ({ ...each, at: '2020-01-01T00:00:00.000Z' }));
		expect(first?.at).not.toBe('2020-01-01T00:00:00.000Z');
		const found = await checked(await aFile(ana, { statements: changed }));
		expect(found.problems.join(' ')).toContain('does not hold');
		expect(at(found.signOffs, 0).problems).not.toEqual([]);
	});

	it('[P-17] says where one device signed the same thing in several parts', async () => {
		const ana = await deviceOf(1);
		const entries = [
			await signedBy(ana),
			await signedBy(ana, scope, { as: 'reviewer', seq: 2 }),
			await signedBy(ana, scope, { as: 'approver', seq: 3 }),
		];
		const found = await checked(await aFile(ana, { entries }));
		expect(found.problems.join(' ')).toContain('one person signed the same thing in two parts');
		expect(found.signOffs.map(({ problems }) => problems)).toEqual([[], [], []]);
		expect(found.signOffs.map(({ conflicts }) => conflicts)).toEqual([
			['Ana prepared and reviewed it.', 'Ana prepared and approved it.'],
			['Ana prepared and reviewed it.', 'Ana reviewed and approved it.'],
			['Ana prepared and approved it.', 'Ana reviewed and approved it.'],
		]);
	});

	it('[P-17] finds one name on two devices, and nothing against two people', async () => {
		const [ana, ben] = [await deviceOf(1), await deviceOf(20)];
		const conflictsAs = async (name: string) => {
			const entries = [await signedBy(ana), await signedBy(ben, scope, { as: 'reviewer', name })];
			const found = await checked(await aFile(ana, { entries, statements: [] }));
			return found.signOffs.map(({ conflicts }) => conflicts.length);
		};
		expect(await conflictsAs(' ANA ')).toEqual([1, 1]);
		expect(await conflictsAs('Ben')).toEqual([0, 0]);
	});

	it('[P-17] holds nothing against parts that do not hold or were signed again', async () => {
		const [ana, eve] = [await deviceOf(1), await deviceOf(20)];
		const forged = await signedBy(eve, scope, { as: 'reviewer', seq: 2 });
		const entries = [
			await signedBy(ana),
			await signedBy(ana, scope, { seq: 3 }),
			{ ...forged, author: ana.device },
		];
		const found = await checked(await aFile(ana, { entries }));
		expect(found.signOffs.map(({ conflicts }) => conflicts)).toEqual([[], [], []]);
	});

	it('is not taken for that of this workbook where another group made it', async () => {
		const { group } = await founded(await deviceOf(30));
		expect((await checked(await aFile(await deviceOf(1)), group)).isOurs).toBe(false);
	});

	it('is refused in words where it is none', async () => {
		const outcome = await checkSignOffFile('{}', await deviceOf(90), undefined);
		expect(outcome.ok).toBe(false);
	});
});
