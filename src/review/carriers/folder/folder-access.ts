/**
 * Files of frames behind the File System API: the same for a folder a person chose and for the
 * browser's own file system. Whatever else lies in a folder is passed over.
 */
import type { DeviceId } from '../../../model/review/member.ts';
import type { Bundle } from '../bundle/read-bundle.ts';
import { readBundle } from '../bundle/read-bundle.ts';
import { isDeviceName, parseFileName, type FrameFile } from './folder-names.ts';

export const folderLimits = {
	devices: 500,
	/** Of one device: it makes a snapshot of its files long before. */
	files: 20_000,
	liveBytes: 64 * 2 ** 20,
	snapshotBytes: 2 ** 30,
};

/** Directories of devices by name; things that are none of ours are left alone. */
export async function listDevices(group: FileSystemDirectoryHandle): Promise<DeviceId[]> {
	const devices: DeviceId[] = [];
	for await (const [name, { kind }] of group.entries()) {
		if (kind === 'directory' && isDeviceName(name)) devices.push(name);
		if (devices.length === folderLimits.devices) break;
	}
	return devices.sort();
}

/** Files of frames in a device's directory, by number; directories in their place do not count. */
export async function listFiles(device: FileSystemDirectoryHandle): Promise<FrameFile[]> {
	const files: FrameFile[] = [];
	for await (const [name, { kind }] of device.entries()) {
		const file = kind === 'file' ? parseFileName(name) : undefined;
		if (file) files.push(file);
		if (files.length === folderLimits.files) break;
	}
	return files.sort((one, other) => one.number - other.number);
}

/**
 * The file where all of it is there. Undefined where it is not: still being written or brought here,
 * removed meanwhile, damaged, or none of ours; only time tells which.
 */
export async function openWhole(
	device: FileSystemDirectoryHandle,
	{ name, isSnapshot }: FrameFile,
	group: string,
): Promise<Bundle | undefined> {
	const handle = await device.getFileHandle(name).catch(() => undefined);
	const file = await handle?.getFile().catch(() => undefined);
	if (!file) return undefined;
	if (file.size > (isSnapshot ? folderLimits.snapshotBytes : folderLimits.liveBytes))
		return undefined;
	const read = await readBundle(file);
	return read.ok && read.value.group === group ? read.value : undefined;
}

/** Writes all of the file, or takes away what was begun and rejects. */
export async function writeWhole(
	device: FileSystemDirectoryHandle,
	{ name }: FrameFile,
	content: Blob,
): Promise<void> {
	const handle = await device.getFileHandle(name, { create: true });
	try {
		const writable = await handle.createWritable();
		await writable.write(content);
		await writable.close();
	} catch (error) {
		await device.removeEntry(name).catch(() => {
			// It is not whole, so nobody takes it.
		});
		throw error;
	}
}
