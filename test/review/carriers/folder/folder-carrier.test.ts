/** Frames through a shared folder on the disk, with time that the test turns. */
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Frame } from '../../../../src/review/carrier.ts';
import {
	FolderCarrier,
	type FolderOptions,
} from '../../../../src/review/carriers/folder/folder-carrier.ts';
import { TurnedTime } from '../../../support/a-group.ts';
import { CarrierWatcher } from '../../../support/carrier-watcher.ts';
import { diskFolder, type FolderLeave } from '../../../support/disk-folder.ts';
import { BrowserLocks } from '../../../support/tab-locks.ts';

const group = 'cd'.repeat(32);
const place = `readiness-review-${'cd'.repeat(8)}`;
const priya = 'P'.repeat(43);
const sam = 'S'.repeat(43);

let path: string;
let time: TurnedTime;
const open: FolderCarrier[] = [];

beforeEach(() => {
	path = mkdtempSync(join(tmpdir(), 'folder-'));
	time = new TurnedTime();
});

afterEach(async () => {
	for (const carrier of open.splice(0)) await carrier.stop();
	rmSync(path, { recursive: true, force: true });
});

interface Device {
	readonly carrier: FolderCarrier;
	readonly heard: CarrierWatcher;
}

async function started(device: string, options: Partial<FolderOptions> = {}): Promise<Device> {
	const folder = diskFolder(path, 'Audit 2026');
	const now = (): string => '2026-11-21T12:00:00.000Z';
	const carrier = new FolderCarrier({ folder, group, device, now, timer: time, ...options });
	const heard = new CarrierWatcher();
	open.push(carrier);
	await carrier.start(heard);
	return { carrier, heard };
}

async function opened(device: string, options: Partial<FolderOptions> = {}): Promise<Device> {
	const made = await started(device, options);
	await made.heard.until(() => made.heard.links.size === 1);
	return made;
}

/** Turns time until the device has looked and says so. */
async function look({ heard }: Device, milliseconds = 5_000): Promise<void> {
	const before = heard.statuses.length;
	time.turn(milliseconds);
	await heard.until(() => heard.statuses.length > before);
}

async function write({ carrier }: Device, ...frames: readonly Frame[]): Promise<void> {
	for (const one of frames) await carrier.send(one);
	await carrier.flush();
}

function frame(...bytes: number[]): Frame {
	return new Uint8Array(bytes);
}

function filesOf(device: string): readonly string[] {
	return readdirSync(join(path, place, device)).sort();
}

function at(device: string, file = ''): string {
	return join(path, place, device, file);
}

describe('a shared folder', () => {
	test('hands what each device writes to the others, in order', async () => {
		const [one, other] = [await opened(priya), await opened(sam)];
		await write(one, frame(1), frame(2));
		await write(one, frame(3));
		await look(other);
		expect(other.heard.frames).toEqual([frame(1), frame(2), frame(3)]);
		expect(filesOf(priya)).toEqual(['00000001.wbu', '00000002.wbu']);
		expect(filesOf(sam)).toEqual([]);
		expect(one.heard.frames).toEqual([]);
	});

	test('gathers frames for a moment into one file', async () => {
		const one = await opened(priya);
		await one.carrier.send(frame(1));
		await one.carrier.send(frame(2));
		expect(one.heard.said).toBe(
			'on: 2 changes will be written to the folder “Audit 2026” in a moment.',
		);
		time.turn(300);
		await one.heard.until(() => one.carrier.queued === 0);
		await one.carrier.flush();
		expect(filesOf(priya)).toEqual(['00000001.wbu']);
	});

	test('hands over everything before its link is up, own frames of earlier visits too', async () => {
		const first = await opened(priya);
		await write(first, frame(1));
		await first.carrier.stop();
		const again = await opened(priya);
		expect(again.heard.frames).toEqual([frame(1)]);
		await write(again, frame(2));
		expect(filesOf(priya)).toEqual(['00000001.wbu', '00000002.wbu']);
	});

	test('goes on where it was with marks that were kept', async () => {
		const [one, other] = [await opened(priya), await opened(sam)];
		await write(one, frame(1));
		await look(other);
		const marks: unknown = JSON.parse(JSON.stringify(other.carrier.marks));
		await other.carrier.stop();
		await write(one, frame(2));
		const later = await opened(sam, { marks });
		expect(later.heard.frames).toEqual([frame(2)]);
		const anew = await opened(sam, { marks: { nonsense: true } });
		expect(anew.heard.frames).toEqual([frame(1), frame(2)]);
	});

	test('is read again whole when asked', async () => {
		const one = await opened(priya);
		await write(one, frame(1), frame(2));
		await one.carrier.readAgain();
		expect(one.heard.frames).toEqual([frame(1), frame(2)]);
		await write(one, frame(3));
		expect(filesOf(priya)).toHaveLength(2);
	});

	test('keeps a frame once, whoever passes it on', async () => {
		const [one, other] = [await opened(priya), await opened(sam)];
		await write(one, frame(1), frame(1));
		await look(other);
		await write(other, frame(1));
		expect(filesOf(sam)).toEqual([]);
	});

	test('that somebody emptied is read again from the start', async () => {
		const [one, other] = [await opened(priya), await opened(sam)];
		await write(one, frame(1));
		await write(other, frame(2));
		await look(other);
		const { marks } = other.carrier;
		await other.carrier.stop();
		rmSync(at(sam), { recursive: true });
		const later = await opened(sam, { marks });
		expect(later.heard.frames).toEqual([frame(1)]);
		await write(later, frame(5));
		// Its numbers go on, for those who have read the earlier ones.
		expect(filesOf(sam)).toEqual(['00000002.wbu']);
	});
});

describe('a snapshot', () => {
	test('takes the place of the own files, and newcomers read it and what came later', async () => {
		const one = await opened(priya);
		await write(one, frame(1));
		await write(one, frame(2));
		await one.carrier.replaceOwn([frame(9), frame(8)]);
		await write(one, frame(3));
		expect(filesOf(priya)).toEqual(['00000004.wbu', 'snap-00000003.wbs']);
		const other = await opened(sam);
		expect(other.heard.frames).toEqual([frame(9), frame(8), frame(3)]);
	});

	test('is worth while after some hundred files', async () => {
		const one = await opened(priya);
		for (let number = 0; number < 201; number += 1) await write(one, frame(1, number));
		expect(one.carrier.isCrowded).toBe(true);
		await one.carrier.replaceOwn([frame(9)]);
		expect(one.carrier.isCrowded).toBe(false);
		expect(filesOf(priya)).toEqual(['snap-00000202.wbs']);
	});

	test('that cannot be written leaves everything as it was', async () => {
		const leave: FolderLeave = { state: 'granted' };
		const one = await opened(priya, { folder: diskFolder(path, 'Audit 2026', leave) });
		await write(one, frame(1));
		leave.state = 'denied';
		await expect(one.carrier.replaceOwn([frame(9)])).rejects.toThrow();
		leave.state = 'granted';
		expect(filesOf(priya)).toEqual(['00000001.wbu']);
	});
});

describe('files that are not whole', () => {
	test.each([
		['half there', (file: string) => truncateSync(file, 150)],
		['empty', (file: string) => truncateSync(file, 0)],
		['not there at all', (file: string) => renameSync(file, `${file}.elsewhere`)],
	])('%s: it and the later ones are waited for', async (_how, spoil) => {
		const one = await opened(priya);
		for (const number of [1, 2, 3]) await write(one, frame(number));
		const file = at(priya, '00000002.wbu');
		const whole = readFileSync(file);
		spoil(file);
		const other = await opened(sam);
		expect(other.heard.frames).toEqual([frame(1)]);
		expect(other.heard.said).toContain('has not arrived there whole');
		await look(other);
		expect(other.heard.frames).toEqual([frame(1)]);
		writeFileSync(file, whole);
		await look(other);
		expect(other.heard.frames).toEqual([frame(1), frame(2), frame(3)]);
		expect(other.heard.said).toContain('what others put there is read');
	});

	test('that never come hold up the later ones for two minutes, and are read when they come', async () => {
		const one = await opened(priya);
		for (const number of [1, 2, 3]) await write(one, frame(number));
		const file = at(priya, '00000002.wbu');
		renameSync(file, `${file}.elsewhere`);
		const other = await opened(sam);
		await look(other, 120_000);
		await other.heard.until(() => other.heard.frames.length === 2);
		expect(other.heard.frames).toEqual([frame(1), frame(3)]);
		await other.heard.until(() => other.heard.said.includes('is still not whole there'));
		renameSync(`${file}.elsewhere`, file);
		await other.carrier.stop();
		const later = await opened(sam, { marks: other.carrier.marks });
		expect(later.heard.frames).toEqual([frame(2)]);
	});

	test('do not matter once a snapshot covers them', async () => {
		const one = await opened(priya);
		for (const number of [1, 2, 3]) await write(one, frame(number));
		const other = await opened(sam);
		await one.carrier.replaceOwn([frame(9)]);
		await write(one, frame(4));
		truncateSync(at(priya, 'snap-00000004.wbs'), 200);
		await look(other);
		expect(other.heard.frames).toEqual([frame(1), frame(2), frame(3)]);
		await one.carrier.replaceOwn([frame(9)]);
		await look(other);
		expect(other.heard.frames.slice(3)).toEqual([frame(9)]);
	});
});

describe('what else may lie in a folder', () => {
	test('is passed over: strange names, directories as files, files as directories, foreign groups', async () => {
		const one = await opened(priya);
		await write(one, frame(1));
		const own = readFileSync(at(priya, '00000001.wbu'));
		for (const name of [
			...['00000001 (1).wbu', '00000002.wbu.crswap', '2.wbu', '000000002.wbu', '00000000.wbu'],
			...['snap-2.wbs', '.DS_Store', 'desktop.ini', '00000002.WBU', 'notes.txt'],
		]) {
			writeFileSync(at(priya, name), own);
		}
		mkdirSync(at(priya, '00000002.wbu'));
		writeFileSync(at(priya, 'snap-00000009.wbs'), 'no frames');
		for (const name of ['Q', 'Sam', `${'S'.repeat(43)}x`, '.git'])
			mkdirSync(join(path, place, name));
		writeFileSync(at('F'.repeat(43)), 'a file in place of a directory');
		mkdirSync(at('E'.repeat(43)));
		const other = await opened(sam);
		expect(other.heard.frames).toEqual([frame(1)]);
	});

	test('a file of another group is not taken', async () => {
		const stranger = await opened(priya, { group: `${'cd'.repeat(8)}${'00'.repeat(24)}` });
		await write(stranger, frame(6));
		const other = await opened(sam);
		expect(other.heard.frames).toEqual([]);
	});

	test('files that somebody put into the own directory do not stop the own ones', async () => {
		const one = await opened(priya);
		await write(one, frame(1));
		const whole = readFileSync(at(priya, '00000001.wbu'));
		await one.carrier.stop();
		writeFileSync(at(priya, 'snap-00500000.wbs'), whole);
		writeFileSync(at(priya, '00700000.wbu'), whole);
		const other = await opened(sam);
		const again = await opened(priya);
		await write(again, frame(2));
		expect(existsSync(at(priya, '00700001.wbu'))).toBe(true);
		await look(other, 120_000);
		await other.heard.until(() => other.heard.frames.some(([byte]) => byte === 2));
	});
});

describe('the life of a folder', () => {
	test('a browser that asks again waits for the person', async () => {
		const leave: FolderLeave = { state: 'prompt', answer: 'granted' };
		const one = await started(priya, { folder: diskFolder(path, 'Audit 2026', leave) });
		expect(one.heard.said).toBe(
			'waiting: This browser asks again before it uses the folder “Audit 2026”. Choose Reconnect and allow it.',
		);
		await expect(one.carrier.send(frame(1))).rejects.toThrow('cannot be used now');
		await one.carrier.resume();
		await one.heard.until(() => one.heard.links.size === 1);
		await write(one, frame(1));
		expect(filesOf(priya)).toEqual(['00000001.wbu']);
	});

	test('a person who does not allow it is left alone', async () => {
		const leave: FolderLeave = { state: 'prompt', answer: 'denied' };
		const one = await started(priya, { folder: diskFolder(path, 'Audit 2026', leave) });
		await one.carrier.resume();
		expect(one.heard.said).toMatch(/^waiting: This browser asks again/);
	});

	test('a leave that is taken away while it is in use is asked for again', async () => {
		const leave: FolderLeave = { state: 'granted', answer: 'granted' };
		const one = await opened(priya, { folder: diskFolder(path, 'Audit 2026', leave) });
		expect(one.carrier.isNotAllowed).toBe(false);
		leave.state = 'prompt';
		await one.carrier.send(frame(1));
		await look(one);
		expect(one.heard.said).toMatch(/^waiting: This browser asks again/);
		expect(one.carrier.isNotAllowed).toBe(true);
		await one.carrier.resume();
		await one.heard.until(() => one.heard.said.startsWith('on: Yours is all'));
		expect(filesOf(priya)).toEqual(['00000001.wbu']);
		expect(one.carrier.isNotAllowed).toBe(false);
	});

	test('one tab of a browser uses it; the next takes over', async () => {
		const locks = new BrowserLocks();
		const first = await opened(priya, { locks: locks.of('first') });
		const second = await started(priya, { locks: locks.of('second') });
		expect(second.heard.said).toMatch(/^waiting: Another tab/);
		await write(first, frame(1));
		locks.letGo('first');
		await second.heard.until(() => second.heard.links.size === 1);
		expect(second.heard.frames).toEqual([frame(1)]);
	});

	test('a drive that is taken away and comes back', async () => {
		const one = await opened(priya);
		const away = `${path}.away`;
		renameSync(path, away);
		writeFileSync(path, '');
		await one.carrier.send(frame(1));
		await one.carrier.flush();
		expect(one.heard.said).toMatch(/^failed: 1 change could not be written to the folder/);
		await look(one);
		expect(one.heard.said).toMatch(/^failed: The folder “Audit 2026” cannot be reached/);
		expect(one.carrier.queued).toBe(1);
		rmSync(path);
		renameSync(away, path);
		time.turn(5_000);
		await one.heard.until(() => one.heard.said.startsWith('on: Yours is all'));
		expect(filesOf(priya)).toEqual(['00000001.wbu']);
	});

	test('a drive that is not there at the start is tried again', async () => {
		const missing = join(path, 'usb');
		writeFileSync(missing, '');
		const one = await started(priya, { folder: diskFolder(missing, 'usb') });
		await one.heard.until(() => one.heard.said.startsWith('failed'));
		rmSync(missing);
		mkdirSync(missing);
		time.turn(5_000);
		await one.heard.until(() => one.heard.links.size === 1);
	});

	test.each([
		['every five seconds', {}, 5_000],
		['every half minute in a hidden tab', { isHidden: () => true }, 30_000],
	])('it is looked at %s', async (_often, options, wait) => {
		const one = await opened(priya, options);
		const other = await opened(sam);
		await write(other, frame(1));
		await other.carrier.stop();
		const after = time.after.bind(time);
		const isPlannedAnew = new Promise<void>((resolve) => {
			time.after = (milliseconds, call) => {
				if (milliseconds === wait) resolve();
				return after(milliseconds, call);
			};
		});
		time.turn(wait - 1);
		time.turn(1);
		await isPlannedAnew;
		expect(one.heard.frames).toEqual([frame(1)]);
	});

	test('a browser that tells of changes makes it look in a moment, and less often by itself', async () => {
		let changed = (): void => undefined;
		let isEnded = false;
		const observe = (_folder: unknown, tell: () => void): Promise<() => void> => {
			changed = tell;
			return Promise.resolve(() => void (isEnded = true));
		};
		const [one, other] = [await opened(priya, { observe }), await opened(sam)];
		await write(other, frame(1));
		changed();
		changed();
		time.turn(100);
		await one.heard.until(() => one.heard.frames.length === 1);
		await write(other, frame(2));
		time.turn(30_000);
		await one.heard.until(() => one.heard.frames.length === 2);
		await one.carrier.stop();
		expect(isEnded).toBe(true);
	});

	test('what is queued is written before it stops', async () => {
		const one = await opened(priya);
		await one.carrier.send(frame(1));
		await one.carrier.stop();
		expect(filesOf(priya)).toEqual(['00000001.wbu']);
		expect(one.heard.said).toBe('off');
		expect(one.heard.links.size).toBe(0);
	});
});
