/** The keys of a group that this device has, by channel and epoch. They live in memory only. */
import type { Channel } from '../../model/review/member.ts';
import type { Bytes } from '../sealing/bytes.ts';
import { sealingKey } from '../sealing/sealed-box.ts';

interface EpochKey {
	/** 32 bytes: what is granted to members. */
	readonly secret: Bytes;
	readonly key: CryptoKey;
}

export class EpochKeys {
	readonly #keys: ReadonlyMap<string, EpochKey>;

	constructor(keys: ReadonlyMap<string, EpochKey> = new Map()) {
		this.#keys = keys;
	}

	/** To seal and unseal with; undefined where this device was not given it. */
	keyOf(channel: Channel, epoch: number): CryptoKey | undefined {
		return this.#keys.get(`${channel}/${epoch}`)?.key;
	}

	/** To be granted to others. */
	secretOf(channel: Channel, epoch: number): Bytes | undefined {
		return this.#keys.get(`${channel}/${epoch}`)?.secret;
	}

	/** These keys and one more. */
	async with(channel: Channel, epoch: number, secret: Bytes): Promise<EpochKeys> {
		const added = { secret, key: await sealingKey(secret) };
		return new EpochKeys(new Map([...this.#keys, [`${channel}/${epoch}`, added]]));
	}
}
