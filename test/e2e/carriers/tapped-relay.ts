/** A relay with a wire-tap in front of it: what goes over its sockets, either way, is written down. */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export interface Tap {
	/** Where browsers connect to. */
	readonly address: string;
	/** Everything that was said so far, by browsers and by the relay, as they meant it. */
	heard(): Buffer;
	close(): Promise<void>;
}

/** Listens in front of a relay at `port` of this computer, whether one is there or not. */
export async function tap(port: number): Promise<Tap> {
	const open = new Set<Socket>();
	const pieces: Buffer[] = [];
	const server = createServer((browser) => {
		const relay = connect(port, '127.0.0.1');
		const saying = new Said();
		for (const [from, to] of [
			[browser, relay],
			[relay, browser],
		] as const) {
			open.add(from);
			// Either end may go as it likes: the other one goes with it.
			from.on('error', () => to.destroy());
			from.on('close', () => {
				open.delete(from);
				to.destroy();
			});
			from.on('data', (bytes) => {
				pieces.push(from === browser ? saying.add(bytes) : bytes);
				to.write(bytes);
			});
		}
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
		heard: () => Buffer.concat(pieces),
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				for (const socket of open) socket.destroy();
			}),
	};
}

/** What a browser says: its frames are masked (RFC 6455, 5.3) and come in any portions. */
class Said {
	#rest = Buffer.alloc(0);
	#hasBegun = false;

	/** The payloads that are whole with these bytes, unmasked. */
	add(bytes: Buffer): Buffer {
		this.#rest = Buffer.concat([this.#rest, bytes]);
		const payloads: Buffer[] = [];
		if (!this.#hasBegun) {
			const end = this.#rest.indexOf('\r\n\r\n');
			if (end === -1) return Buffer.alloc(0);
			this.#hasBegun = true;
			payloads.push(this.#rest.subarray(0, end));
			this.#rest = this.#rest.subarray(end + 4);
		}
		for (let payload = this.#next(); payload; payload = this.#next()) payloads.push(payload);
		return Buffer.concat(payloads);
	}

	#next(): Buffer | undefined {
		const rest = this.#rest;
		if (rest.length < 2) return undefined;
		const short = rest.readUInt8(1) & 127;
		const at = short < 126 ? 2 : short === 126 ? 4 : 10;
		if (rest.length < at + 4) return undefined;
		const length =
			short < 126 ? short : short === 126 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2));
		const end = at + 4 + length;
		if (rest.length < end) return undefined;
		this.#rest = rest.subarray(end);
		return rest
			.subarray(at + 4, end)
			.map((byte, index) => byte ^ (rest[at + (index % 4)] ?? 0)) as Buffer;
	}
}
