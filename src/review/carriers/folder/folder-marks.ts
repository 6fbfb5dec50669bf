/** How far the files of each device in a shared folder were read, as plain data that can be kept. */
import * as z from 'zod/mini';
import { deviceIdSchema, type DeviceId } from '../../../model/review/member.ts';

const number = z.number().check(z.int(), z.nonnegative());

const deviceMarksSchema = z.object({
	/** Every file up to this number is read, or covered by a snapshot that is. */
	upTo: number,
	/** Files read beyond it: one before them has not arrived yet. */
	beyond: z.array(number).check(z.maxLength(20_000)),
});

const marksSchema = z.record(deviceIdSchema, deviceMarksSchema);
export type FolderMarks = Readonly<z.infer<typeof marksSchema>>;

/** What was read of one device's directory. */
export class DeviceMarks {
	#upTo = 0;
	readonly #beyond = new Set<number>();

	get upTo(): number {
		return this.#upTo;
	}

	/** The greatest number that was read. */
	get last(): number {
		return Math.max(this.#upTo, ...this.#beyond);
	}

	has(number: number): boolean {
		return number <= this.#upTo || this.#beyond.has(number);
	}

	addFile(number: number): void {
		if (number > this.#upTo) this.#beyond.add(number);
		this.#absorb();
	}

	/** A snapshot of this number covers every file before it. */
	addSnapshot(number: number): void {
		this.#upTo = Math.max(this.#upTo, number);
		for (const read of this.#beyond) if (read <= this.#upTo) this.#beyond.delete(read);
		this.#absorb();
	}

	toData(): FolderMarks[string] {
		return { upTo: this.#upTo, beyond: [...this.#beyond].sort((one, other) => one - other) };
	}

	#absorb(): void {
		while (this.#beyond.delete(this.#upTo + 1)) this.#upTo += 1;
	}
}

/** Marks as they were kept; none where they are unreadable, so that all is read again. */
export function readMarks(data: unknown): Map<DeviceId, DeviceMarks> {
	const parsed = marksSchema.safeParse(data);
	const marks = new Map<DeviceId, DeviceMarks>();
	for (const [device, { upTo, beyond }] of Object.entries(parsed.data ?? {})) {
		const ofDevice = new DeviceMarks();
		ofDevice.addSnapshot(upTo);
		for (const number of beyond) ofDevice.addFile(number);
		marks.set(device, ofDevice);
	}
	return marks;
}

export function marksToData(marks: ReadonlyMap<DeviceId, DeviceMarks>): FolderMarks {
	return Object.fromEntries([...marks].map(([device, ofDevice]) => [device, ofDevice.toData()]));
}
