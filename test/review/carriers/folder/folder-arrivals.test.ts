/**
 * Two devices, each with its own copy of a shared folder, and a program between them that brings files
 * over in any order, twice, in part, or late: in the end each has read what the other wrote.
 */
import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { FolderCarrier } from '../../../../src/review/carriers/folder/folder-carrier.ts';
import { TurnedTime } from '../../../support/a-group.ts';
import { CarrierWatcher } from '../../../support/carrier-watcher.ts';
import { diskFolder } from '../../../support/disk-folder.ts';

const group = 'ef'.repeat(32);
const place = `readiness-review-${'ef'.repeat(8)}`;
const devices = ['A'.repeat(43), 'B'.repeat(43)] as const;

/** One end: its disk, its device, and what it knows. */
class End {
	readonly time = new TurnedTime();
	readonly heard = new CarrierWatcher();
	readonly carrier: FolderCarrier;
	readonly written: number[] = [];

	readonly path: string;
	readonly device: string;

	constructor(path: string, device: string) {
		this.path = path;
		this.device = device;
		this.carrier = new FolderCarrier({
			...{ folder: diskFolder(path, 'Shared'), group, device, timer: this.time },
			now: () => '2026-11-21T12:00:00.000Z',
		});
	}

	get own(): string {
		return join(this.path, place, this.device);
	}

	async write(value: number): Promise<void> {
		this.written.push(value);
		await this.carrier.send(new Uint8Array([value >> 8, value & 255]));
		await this.carrier.flush();
	}

	async snapshot(): Promise<void> {
		const frames = this.written.map((value) => new Uint8Array([value >> 8, value & 255]));
		await this.carrier.replaceOwn(frames);
	}

	async look(milliseconds: number): Promise<void> {
		const before = this.heard.statuses.length;
		this.time.turn(milliseconds);
		await this.heard.until(() => this.heard.statuses.length > before);
	}
}

/** Brings a file over: all of it, or only its beginning. */
function bring(from: End, to: End, file: string, part: number): void {
	const target = join(to.path, place, from.device);
	mkdirSync(target, { recursive: true });
	const bytes = readFileSync(join(from.own, file));
	writeFileSync(join(target, file), bytes.subarray(0, Math.floor(bytes.length * part)));
}

const step = fc.record({
	what: fc.constantFrom('write', 'write', 'snapshot', 'bring', 'bring', 'bring part', 'look'),
	who: fc.nat(1),
	which: fc.nat(1_000),
});

test('whatever way files arrive, everybody has read everything in the end', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
			const root = mkdtempSync(join(tmpdir(), 'arrivals-'));
			const [a, b] = devices.map((device, index) => {
				mkdirSync(join(root, String(index)));
				return new End(join(root, String(index)), device);
			}) as [End, End];
			for (const end of [a, b]) {
				await end.carrier.start(end.heard);
				await end.heard.until(() => end.heard.links.size === 1);
			}
			for (const { what, who, which } of steps) {
				const [one, other] = who === 0 ? [a, b] : [b, a];
				const files = readdirSync(one.own);
				const file = files[which % files.length];
				if (what === 'write') await one.write(a.written.length + b.written.length + 1);
				else if (what === 'snapshot') await one.snapshot();
				else if (what === 'look') await one.look(5_000);
				else if (file) bring(one, other, file, what === 'bring' ? 1 : 0.7);
			}
			for (const [one, other] of [
				[a, b],
				[b, a],
			] as const) {
				const target = join(other.path, place, one.device);
				mkdirSync(target, { recursive: true });
				for (const file of readdirSync(one.own))
					copyFileSync(join(one.own, file), join(target, file));
			}
			for (const [one, other] of [
				[a, b],
				[b, a],
			] as const) {
				await one.look(5_000);
				const read = new Set(one.heard.frames.map((frame) => (frame[0]! << 8) | frame[1]!));
				expect([...read].sort((x, y) => x - y)).toEqual(other.written);
			}
			for (const end of [a, b]) await end.carrier.stop();
			rmSync(root, { recursive: true, force: true });
		}),
		{ numRuns: 40 },
	);
}, 60_000);
