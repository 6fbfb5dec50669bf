/**
 * A static server for dist/ on this machine only, with the headers that dist/_headers asks of any
 * host. `npm start` runs it; tests start their own on a free port.
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const mimeTypes = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.webmanifest': 'application/manifest+json',
	'.woff2': 'font/woff2',
};

/**
 * Serves a folder on 127.0.0.1; port 0 takes a free one. `close` ends open connections too, so that
 * the address is dead once it has resolved.
 * @param {string} folder
 * @param {number} port
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serveFolder(folder, port) {
	const headers = headersFor(await readFile(join(folder, '_headers'), 'utf8'));
	const server = createServer((request, response) => {
		for (const [name, value] of headers) response.setHeader(name, value);
		response.setHeader('Cache-Control', 'no-cache');
		void answer(folder, request, response);
	});
	await new Promise((listening, refused) => {
		server.once('error', refused);
		server.listen(port, '127.0.0.1', () => listening(undefined));
	});
	const bound = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		address: `http://127.0.0.1:${bound.port}`,
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			}),
	};
}

/**
 * @param {string} folder
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(folder, request, response) {
	if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
	const path = pathWithin(folder, request.url ?? '/');
	const file = path === undefined ? undefined : await stat(path).catch(() => undefined);
	if (path === undefined || !file?.isFile()) return refuse(response, 404);
	const extension = /** @type {keyof typeof mimeTypes} */ (extname(path));
	response.setHeader('Content-Type', mimeTypes[extension] ?? 'application/octet-stream');
	response.setHeader('Content-Length', file.size);
	if (request.method === 'HEAD') return void response.end();
	createReadStream(path)
		.on('error', () => response.destroy())
		.pipe(response);
}

/**
 * The file an address means, undefined where it is malformed or leaves the folder.
 * @param {string} folder
 * @param {string} address
 */
export function pathWithin(folder, address) {
	const encoded = address.split(/[?#]/, 1)[0] ?? '/';
	let path;
	try {
		path = decodeURIComponent(encoded);
	} catch {
		return undefined;
	}
	if (path.includes('\0')) return undefined;
	const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
	return file.startsWith(normalize(folder + sep)) ? file : undefined;
}

/**
 * The headers that a `_headers` file (as static hosts read it) sets for every path.
 * @param {string} text
 */
function headersFor(text) {
	return text
		.split('\n')
		.filter((line) => /^\s+\S/.test(line))
		.map((line) => /** @type {const} */ ([nameOf(line), line.slice(line.indexOf(':') + 1).trim()]));
}

/** @param {string} line */
function nameOf(line) {
	return line.slice(0, line.indexOf(':')).trim();
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 */
function refuse(response, status) {
	response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${status}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const folder = fileURLToPath(new URL('../../dist/', import.meta.url));
	const port = Number(process.env.PORT ?? 4173);
	try {
		const { address } = await serveFolder(folder, port);
		console.log(`Readiness Workbook is at ${address}`);
	} catch (cause) {
		console.error(`Port ${port} cannot be used (${String(cause)}). Name another: PORT=8080`);
		process.exitCode = 1;
	}
}
