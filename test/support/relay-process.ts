/** Relays as people start them: processes that can be killed, and a Redis between two of them. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../tools/relay.mjs', import.meta.url));

export interface RunningRelay {
	readonly address: string;
	readonly port: number;
	/** As a power cut does. */
	kill(): Promise<void>;
	/** As Ctrl+C does; resolves to the exit code. */
	interrupt(): Promise<number | null>;
}

/** Starts `npm run relay` with these arguments; resolves once it says its address. */
export async function runRelay(...args: readonly string[]): Promise<RunningRelay> {
	const child = spawn(process.execPath, [script, ...args], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const address = await firstMatch(child, /ws:\/\/\S+:\d+/);
	return {
		...{ address, port: Number(new URL(address).port) },
		async kill() {
			await end(child, 'SIGKILL');
		},
		interrupt: () => end(child, 'SIGINT'),
	};
}

/** Where a redis-server is, undefined where this machine has none. */
export function findRedis(): string | undefined {
	const found = spawnSync('redis-server', ['--version']);
	return found.status === 0 ? 'redis-server' : undefined;
}

/** Starts a Redis on a free port that keeps nothing on disk. */
export async function runRedis(): Promise<{ address: string; end: () => Promise<void> }> {
	const port = await freePort();
	const settings = [
		'--port',
		String(port),
		'--bind',
		'127.0.0.1',
		'--save',
		'',
		'--appendonly',
		'no',
	];
	const child = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'inherit'] });
	await firstMatch(child, /Ready to accept connections/);
	return {
		address: `127.0.0.1:${port}`,
		async end() {
			await end(child, 'SIGTERM');
		},
	};
}

async function firstMatch(child: ChildProcess, wanted: RegExp): Promise<string> {
	if (!child.stdout) throw new Error('The process says nothing');
	const lines = createInterface(child.stdout);
	for await (const line of lines) {
		const found = wanted.exec(line);
		if (!found) continue;
		child.stdout.resume();
		return found[0];
	}
	throw new Error(`The process ended before it said ${String(wanted)}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
	if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
	const exited = once(child, 'exit');
	child.kill(signal);
	const [code] = (await exited) as [number | null];
	return code;
}

async function freePort(): Promise<number> {
	const server = createServer();
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
