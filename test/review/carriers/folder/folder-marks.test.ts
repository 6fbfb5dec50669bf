/** Names of files and what was read of them, held to plain sets. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
	DeviceMarks,
	marksToData,
	readMarks,
} from '../../../../src/review/carriers/folder/folder-marks.ts';
import {
	isDeviceName,
	liveFile,
	parseFileName,
	snapshotFile,
} from '../../../../src/review/carriers/folder/folder-names.ts';

const device = 'd'.repeat(43);

describe('what was read of a device', () => {
	const steps = fc.array(
		fc.record({ number: fc.integer({ min: 1, max: 30 }), isSnapshot: fc.boolean() }),
	);

	test('is every file read and every file before a snapshot', () => {
		fc.assert(
			fc.property(steps, (reads) => {
				const marks = new DeviceMarks();
				const read = new Set<number>();
				for (const { number, isSnapshot } of reads) {
					if (isSnapshot) marks.addSnapshot(number);
					else marks.addFile(number);
					for (let one = isSnapshot ? 1 : number; one <= number; one += 1) read.add(one);
				}
				const kept = readMarks(JSON.parse(JSON.stringify(marksToData(new Map([[device, marks]])))));
				for (let number = 1; number <= 31; number += 1) {
					expect(marks.has(number)).toBe(read.has(number));
					expect(kept.get(device)?.has(number)).toBe(read.has(number));
				}
				expect(marks.last).toBe(Math.max(0, ...read));
				expect(marks.has(marks.upTo + 1)).toBe(false);
			}),
		);
	});

	test.each([
		...[undefined, null, 5, 'x', [], { device: 1 }, { [device]: { upTo: -1, beyond: [] } }],
		{ [device]: { upTo: 1, beyond: ['2'] } },
	])('is nothing where the marks kept are %j', (data) => {
		expect(readMarks(data).size).toBe(0);
	});
});

describe('names in a folder', () => {
	test('say number and kind, and have one spelling', () => {
		expect(parseFileName('00000042.wbu')).toEqual(liveFile(42));
		expect(parseFileName('snap-00000042.wbs')).toEqual(snapshotFile(42));
		expect(parseFileName('123456789.wbu')).toEqual(liveFile(123_456_789));
		for (const name of ['000000042.wbu', '42.wbu', '00000000.wbu', 'snap-00000042.wbu', '']) {
			expect(parseFileName(name)).toBeUndefined();
		}
	});

	test('of devices are public keys and nothing else', () => {
		expect(isDeviceName(device)).toBe(true);
		for (const name of ['..', 'Priya', `${device} (1)`, `${device}\n`]) {
			expect(isDeviceName(name)).toBe(false);
		}
	});
});
