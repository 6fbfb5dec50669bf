/**
 * How files of frames are called in a shared folder:
 *
 *     readiness-review-<16 hex of the group>/<device>/00000042.wbu        what the device sent
 *                                                    /snap-00000050.wbs  all it had before 50
 *
 * One row of numbers runs through both kinds. A device writes in its own directory only, so that no
 * program that keeps folders alike ever sees two versions of one file.
 */
import { deviceIdSchema, type DeviceId } from '../../../model/review/member.ts';

export interface FrameFile {
	readonly name: string;
	/** 1-based; a snapshot covers every file of its directory with a lower number. */
	readonly number: number;
	readonly isSnapshot: boolean;
}

export function groupDirectory(group: string): string {
	return `readiness-review-${group.slice(0, 16)}`;
}

export function isDeviceName(name: string): name is DeviceId {
	return deviceIdSchema.safeParse(name).success;
}

export function liveFile(number: number): FrameFile {
	return { name: `${digits(number)}.wbu`, number, isSnapshot: false };
}

export function snapshotFile(number: number): FrameFile {
	return { name: `snap-${digits(number)}.wbs`, number, isSnapshot: true };
}

/** Undefined for every name that this program does not write. */
export function parseFileName(name: string): FrameFile | undefined {
	const found = /^(?:(\d{8,12})\.wbu|snap-(\d{8,12})\.wbs)$/.exec(name);
	if (!found) return undefined;
	const number = Number(found[1] ?? found[2]);
	const file = found[1] === undefined ? snapshotFile(number) : liveFile(number);
	// One number has one name: 000000001.wbu would be a second one of 00000001.wbu.
	return number > 0 && file.name === name ? file : undefined;
}

function digits(number: number): string {
	return String(number).padStart(8, '0');
}
