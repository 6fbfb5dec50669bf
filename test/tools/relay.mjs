/**
 * A relay for teams that outgrow sessions: an unmodified Hocuspocus with a folder of files. It keeps
 * sealed frames only and cannot read them.
 *
 *     npm run relay -- --data ./relay-data [--port 1234] [--host 127.0.0.1] [--token SECRET]
 *         [--redis HOST:PORT] [--max-megabytes 256] [--max-connections 200]
 *
 * Put a web server with a certificate in front of it (wss://) before anybody on another computer uses
 * it. With --redis, several relays of one team behave as one; each may have a folder of its own.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { Database } from '@hocuspocus/extension-database';
import { Redis } from '@hocuspocus/extension-redis';
import { Server } from '@hocuspocus/server';

/** The only names our program asks for; nothing else may become the name of a file. */
const documentName = /^review-[0-9a-f]{64}$/;

/**
 * @typedef {object} RelaySettings
 * @property {string} data folder of the stored documents
 * @property {number} [port] 0 takes a free one
 * @property {string} [host]
 * @property {string} [token] what every client must give; '' asks for nothing
 * @property {string} [redis] host:port
 * @property {number} [maxBytes] of one document
 * @property {number} [maxConnections]
 */

/**
 * Starts a relay. `close` stores what is not stored yet and ends it.
 * @param {RelaySettings} settings
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function startRelay(settings) {
	const { data, port = 0, host = '127.0.0.1', token = '', redis = '' } = settings;
	const { maxBytes = 256 * 2 ** 20, maxConnections = 200 } = settings;
	await mkdir(data, { recursive: true });
	const files = fileStore(data);
	const quota = byteQuota(maxBytes);
	/** @type {Set<import('node:net').Socket>} */
	const sockets = new Set();

	const server = new Server({
		...{ port, address: host, quiet: true, stopOnSignals: false },
		// A second after the last change, and every five while changes go on.
		...{ debounce: 1_000, maxDebounce: 5_000 },
		websocketOptions: { maxPayload: maxBytes },
		extensions: [
			...(redis === '' ? [] : [new Redis(redisAt(redis))]),
			quota.extension,
			new Database({
				async fetch({ documentName: name }) {
					const state = await files.fetch(name);
					quota.isNow(name, state?.length ?? 0);
					return state;
				},
				async store({ documentName: name, state }) {
					await files.store(name, state);
					quota.isNow(name, state.length);
				},
			}),
		],
		async onUpgrade({ socket }) {
			if (sockets.size >= maxConnections) {
				socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
				// Hocuspocus takes an empty exception for a request that was answered.
				throw null;
			}
			sockets.add(socket);
			socket.once('close', () => sockets.delete(socket));
		},
		async onAuthenticate({ documentName: name, token: given }) {
			if (!documentName.test(name)) throw refusal('not-a-review');
			if (token !== '' && !isSame(token, given)) throw refusal('wrong-token');
		},
	});
	await new Promise((listening, failed) => {
		server.httpServer.once('error', failed);
		server.listen().then(listening, failed);
	});
	const bound = server.address;
	return {
		address: `ws://${host.includes(':') ? `[${host}]` : host}:${bound.port}`,
		async close() {
			await server.destroy();
			for (const socket of sockets) socket.destroy();
		},
	};
}

/**
 * One file a document, replaced in one step, so that a crash leaves the old or the new one whole.
 * @param {string} folder
 */
function fileStore(folder) {
	/** @param {string} name */
	const pathOf = (name) => join(folder, `${name}.ydoc`);
	return {
		/** @param {string} name */
		fetch: (name) =>
			readFile(pathOf(name)).catch((error) => {
				if (error.code === 'ENOENT') return null;
				throw error;
			}),
		/**
		 * @param {string} name
		 * @param {Uint8Array} state
		 */
		async store(name, state) {
			const path = pathOf(name);
			const beside = `${path}.${process.pid}.part`;
			const file = await open(beside, 'w');
			try {
				await file.writeFile(state);
				await file.sync();
			} finally {
				await file.close();
			}
			await rename(beside, path);
		},
	};
}

/**
 * Refuses what would make a document too large; clients then say that the relay is full.
 * @param {number} maxBytes
 */
function byteQuota(maxBytes) {
	/** @type {Map<string, number>} */
	const sizes = new Map();
	/** @type {import('@hocuspocus/server').Extension} */
	const extension = {
		async beforeHandleMessage({ documentName: name, update }) {
			if ((sizes.get(name) ?? 0) + update.length > maxBytes) throw refusal('full');
		},
		async onChange({ documentName: name, update }) {
			sizes.set(name, (sizes.get(name) ?? 0) + update.length);
		},
		async afterUnloadDocument({ documentName: name }) {
			sizes.delete(name);
		},
	};
	return {
		extension,
		/**
		 * @param {string} name
		 * @param {number} bytes
		 */
		isNow: (name, bytes) => void sizes.set(name, bytes),
	};
}

/**
 * An error without a message: what strangers try does not fill the log.
 * @param {string} reason
 */
function refusal(reason) {
	return Object.assign(new Error(), { code: 4403, reason });
}

/**
 * Compares in a time that tells nothing about how much was right.
 * @param {string} one
 * @param {string} other
 */
function isSame(one, other) {
	/** @param {string} text */
	const digest = (text) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(one), digest(other));
}

/** @param {string} address */
function redisAt(address) {
	const { hostname, port } = new URL(`redis://${address}`);
	return { host: hostname, port: Number(port || 6379) };
}

const help = `A relay for reviews: keeps sealed changes for members who are never online together.
It cannot read them.

    npm run relay -- [options]

    --data FOLDER          where its files are (./relay-data)
    --port NUMBER          (1234)
    --host ADDRESS         (127.0.0.1)
    --token SECRET         what every member has to give; without one, strangers may fill it
    --redis HOST:PORT      several relays of one team behave as one
    --max-megabytes N      of one workbook's review (256)
    --max-connections N    (200)

Before anybody on another computer uses it, put a web server with a certificate in front of it: members
then set wss://… as its address, under Review › Session › Your own relay.`;

async function main() {
	const { values } = parseArgs({
		options: {
			help: { type: 'boolean', short: 'h', default: false },
			data: { type: 'string', default: './relay-data' },
			port: { type: 'string', default: '1234' },
			host: { type: 'string', default: '127.0.0.1' },
			token: { type: 'string', default: '' },
			redis: { type: 'string', default: '' },
			'max-megabytes': { type: 'string', default: '256' },
			'max-connections': { type: 'string', default: '200' },
		},
	});
	if (values.help) {
		console.log(help);
		return;
	}
	const relay = await startRelay({
		...{ data: values.data, host: values.host, token: values.token, redis: values.redis },
		...{ port: Number(values.port), maxConnections: Number(values['max-connections']) },
		maxBytes: Number(values['max-megabytes']) * 2 ** 20,
	});
	console.log(`The relay is at ${relay.address}, its files are in ${values.data}`);
	if (values.token === '') console.log('It asks for no token: --token SECRET keeps strangers out.');
	for (const signal of ['SIGINT', 'SIGTERM']) {
		process.once(signal, () => void relay.close().then(() => process.exit(0)));
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await main().catch((error) => {
		console.error(`The relay could not start: ${error.message}`);
		process.exitCode = 1;
	});
}
