/**
 * A member of a group who has a member's keys and sends whatever it likes: the device's own program is
 * ended, and frames are made by hand and laid on its cable.
 */
import { entryHash, signEntry } from '../../src/review/sealing/entry-signature.ts';
import type { EntryBody, ReviewEntry } from '../../src/model/review/entry.ts';
import type { Channel } from '../../src/model/review/member.ts';
import type { Carrier, Frame } from '../../src/review/carrier.ts';
import type { FrameKind } from '../../src/review/frame.ts';
import type { DeviceIdentity } from '../../src/review/keys/device-keys.ts';
import { openFrame } from '../../src/review/sealing/open-frame.ts';
import { sealFrame } from '../../src/review/sealing/seal-frame.ts';
import { readHave, writeHave, type Have } from '../../src/review/session/have.ts';
import type { Group, GroupDevice } from './a-group.ts';

interface Saying {
	readonly channel?: Channel;
	readonly epoch?: number;
	readonly group?: string;
	readonly identity?: DeviceIdentity;
	readonly key?: CryptoKey | undefined;
	readonly deflate?: boolean | 'done';
}

export class HostileMember {
	readonly device: GroupDevice;
	/** What came over its cable. */
	readonly heard: Frame[] = [];
	readonly #carrier: Carrier;

	private constructor(device: GroupDevice, carrier: Carrier) {
		this.device = device;
		this.#carrier = carrier;
	}

	/** Takes the place of a device of the group. */
	static async of(device: GroupDevice, { cables }: Group): Promise<HostileMember> {
		await device.kill();
		const carrier = cables.carrierOf(device.name);
		const member = new HostileMember(device, carrier);
		await carrier.start({
			frame: (frame) => member.heard.push(frame),
			link: () => undefined,
			status: () => undefined,
		});
		return member;
	}

	get id(): string {
		return this.device.review.identity.device;
	}

	/** Lays a frame on the cable. */
	send(frame: Frame, to = 'Ada'): Promise<void> {
		return this.#carrier.send(frame, { to: `${this.device.name}>${to}` });
	}

	/** A frame under the group's key, of any kind and body, signed by this member or by `identity`. */
	sealed(
		kind: FrameKind,
		body: Uint8Array<ArrayBuffer>,
		{ channel = 'review', deflate = false, ...other }: Saying = {},
	): Promise<Frame> {
		const { identity, membership } = this.device.review;
		const { group = '', epoch } = membership;
		const key = other.key ?? membership.keyOf('review', other.epoch ?? epoch);
		if (!key) throw new Error('No member');
		return sealFrame({
			...{ group, epoch, identity, kind, body, channel, deflate },
			...other,
			key,
		});
	}

	/** The next entries of its own chain, however wrong: `change` is signed with the rest. */
	async entry(
		body: EntryBody,
		change: Partial<ReviewEntry> = {},
		signer: DeviceIdentity = this.device.review.identity,
	): Promise<ReviewEntry> {
		const unsigned = {
			...{ author: this.id, channel: 'review' as const, seq: 1, previous: '', clock: 1 },
			...{ at: '2026-11-21T12:00:00.000Z', name: this.device.name, body },
			...change,
		};
		const { reviewId } = this.device.review.membership;
		// Signed in the signer's name, whoever it says wrote it.
		const signed = await signEntry({ ...unsigned, author: signer.device }, signer, reviewId);
		return { ...unsigned, signature: signed.signature };
	}

	/** Entries that follow one another in its own chain. */
	async chain(bodies: readonly EntryBody[]): Promise<readonly ReviewEntry[]> {
		const entries: ReviewEntry[] = [];
		for (const [at, body] of bodies.entries()) {
			const last = entries.at(-1);
			const previous = last ? await entryHash(last) : '';
			entries.push(await this.entry(body, { seq: at + 1, clock: at + 1, previous }));
		}
		return entries;
	}

	/** Entries in a frame signed by this member. */
	entries(entries: readonly unknown[], saying: Saying = {}): Promise<Frame> {
		return this.sealed('entries', bytesOf(entries), saying);
	}

	have(have: Partial<Have> = {}, saying: Saying = {}): Promise<Frame> {
		const all = {
			...{ vector: Uint8Array.of(0), deletes: '0'.repeat(64), heads: {}, asks: false },
			...{ roster: this.device.review.membership.standing, ...have },
		};
		return this.sealed('have', writeHave(all), saying);
	}

	/** Says whose this cable is, as an honest device does: with the number it was told last. */
	async introduce(to = 'Ada'): Promise<void> {
		const echo = (await this.haves()).at(-1)?.challenge;
		await this.send(await this.have(echo === undefined ? {} : { echo }), to);
	}

	/** What it was told others have. */
	async haves(): Promise<readonly Have[]> {
		const haves: Have[] = [];
		for (const frame of this.heard) {
			const opener = this.device.review.membership.openerOf(frame);
			const opened = opener && (await openFrame(frame, opener));
			const have = opened?.ok && opened.value.kind === 'have' && readHave(opened.value.body);
			if (have) haves.push(have);
		}
		return haves;
	}
}

/** Whatever it is, as JSON in bytes. */
export function bytesOf(value: unknown): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(JSON.stringify(value));
}
