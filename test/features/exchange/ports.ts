/** Ports held in memory, for the exchange screens: what storage does in the app. */
import { createHash } from 'node:crypto';

import { ok, refused } from '../../../src/base/result.ts';
import type { LayoutProfilesPort, SourceFilesPort } from '../../../src/workbook/ports.ts';

/** `refusal`: what `keep` answers instead of storing, as when the disk is full. */
export function filesInMemory(refusal?: string): SourceFilesPort {
	const kept = new Map<string, Uint8Array>();
	return {
		keep: (bytes) => {
			if (refusal !== undefined) return Promise.resolve(refused({ text: refusal }));
			const sha256 = createHash('sha256').update(bytes).digest('hex');
			kept.set(sha256, bytes.slice());
			return Promise.resolve(
				ok({ sha256, takeBack: () => Promise.resolve(void kept.delete(sha256)) }),
			);
		},
		find: (sha256) => {
			const bytes = kept.get(sha256);
			return Promise.resolve(bytes ? ok(bytes.length) : refused({ text: 'Not on this device.' }));
		},
		read: (sha256) => {
			const bytes = kept.get(sha256);
			return Promise.resolve(bytes ? ok(bytes) : refused({ text: 'Not on this device.' }));
		},
	};
}

export function profilesInMemory(): LayoutProfilesPort {
	const kept = new Map<string, unknown>();
	return {
		find: (fingerprint) => Promise.resolve(kept.get(fingerprint)),
		remember: (fingerprint, profile) => {
			kept.set(fingerprint, structuredClone(profile));
			return Promise.resolve();
		},
	};
}
