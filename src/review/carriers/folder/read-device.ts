/**
 * Reads what is new in the directory of one device, in order: the newest whole snapshot, then the
 * files after it. A file that is missing or not whole yet is waited for, because folders that travel
 * bring files in any order; once it is overdue, the later ones are read and it is taken when it comes.
 */
import type { Frame } from '../../carrier.ts';
import { listFiles, openWhole } from './folder-access.ts';
import type { DeviceMarks } from './folder-marks.ts';
import type { FrameFile } from './folder-names.ts';

export interface DeviceReading {
	readonly directory: FileSystemDirectoryHandle;
	readonly group: string;
	/** Goes on with what is read. */
	readonly marks: DeviceMarks;
	readonly deliver: (frame: Frame) => void;
	/** True where the file of this number was waited for long enough. */
	readonly isOverdue: (number: number) => boolean;
}

/** True where everything that is announced is read; false where a file is still waited for. */
export async function readDevice(reading: DeviceReading): Promise<boolean> {
	const { marks, isOverdue } = reading;
	const files = await listFiles(reading.directory);
	let isComplete = await readSnapshot(reading, files);
	for (const file of files) {
		if (file.isSnapshot || marks.has(file.number)) continue;
		const missing = marks.upTo + 1;
		const isNext = file.number === missing;
		if (!isNext) isComplete = false;
		if (!isNext && !isOverdue(missing)) return false;
		if (await take(reading, file)) continue;
		isComplete = false;
		if (!isOverdue(file.number)) return false;
	}
	return isComplete;
}

/** The newest that is whole; true where no newer one is waited for. */
async function readSnapshot(reading: DeviceReading, files: readonly FrameFile[]): Promise<boolean> {
	let isNewest = true;
	for (const file of [...files].reverse()) {
		if (!file.isSnapshot) continue;
		if (file.number <= reading.marks.upTo || (await take(reading, file))) break;
		isNewest = false;
	}
	return isNewest;
}

async function take(reading: DeviceReading, file: FrameFile): Promise<boolean> {
	const bundle = await openWhole(reading.directory, file, reading.group);
	if (!bundle) return false;
	try {
		for await (const frame of bundle.frames()) reading.deliver(frame);
	} catch {
		// It went away while it was read: what was handed over does no harm a second time.
		return false;
	}
	if (file.isSnapshot) reading.marks.addSnapshot(file.number);
	else reading.marks.addFile(file.number);
	return true;
}
