/** Entries, statements and keys of reviews for tests of storage, which never checks a signature. */
import type { EntryBody, ReviewEntry } from '../../../src/model/review/entry.ts';
import type { RosterStatement } from '../../../src/model/review/roster.ts';
import type { DeviceKeys } from '../../../src/review/keys/device-keys.ts';

export const ada = 'A'.repeat(43);
export const bo = 'B'.repeat(43);

/** The entry at place `seq` of a chain; `text` tells it from another at the same place. */
export function anEntry(seq: number, text = `Entry ${seq}`, author = ada): ReviewEntry {
	const body: EntryBody = { kind: 'thread', subject: { kind: 'workbook' }, text, mentions: [] };
	return {
		...{ author, channel: seq % 2 === 0 ? 'team' : 'review', seq, clock: seq, body },
		previous: seq === 1 ? '' : '0'.repeat(64),
		...{ at: '2026-11-21T10:00:00.000Z', name: 'Ada', signature: 's'.repeat(86) },
	};
}

export function aStatement(name = 'Ada'): RosterStatement {
	return {
		...{ index: 0, previous: '', at: '2026-11-21T10:00:00.000Z', signer: ada, epoch: 1 },
		change: {
			kind: 'found',
			nonce: 'n',
			owner: { device: ada, agreement: ada, name, role: 'owner' },
		},
		...{ grants: [], signature: 's'.repeat(86) },
	};
}

/** Keys that cannot be taken out, as those of a device are. */
export async function makeKeys(): Promise<DeviceKeys> {
	const [signing, agreeing] = await Promise.all([
		crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']),
		crypto.subtle.generateKey('X25519', false, ['deriveBits']),
	]);
	const device = new Uint8Array(await crypto.subtle.exportKey('raw', keyOf(signing).publicKey));
	const name = Buffer.from(device).toString('base64url');
	return { device: name, agreement: bo, signing: keyOf(signing), agreeing: keyOf(agreeing) };
}

/** The type library knows Ed25519 and X25519 no more precisely. */
function keyOf(made: CryptoKey | CryptoKeyPair): CryptoKeyPair {
	if (!('privateKey' in made)) throw new Error('No pair of keys');
	return made;
}
