import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ZipWriter } from '../../../../src/exchange/fresh/zip/zip-writer.ts';
import { openZip } from '../../../../src/exchange/reading/ooxml/zip.ts';
import { readingLimits } from '../../../../src/exchange/reading/reading-limits.ts';

const long = Array.from({ length: 30_000 }, (_, index) => `row ${index}, ${index * 7919}\n`).join(
	'',
);

describe('the zip writer', () => {
	it('writes parts that come back byte for byte', () => {
		const parts = unzipSync(archive());
		const texts = Object.entries(parts).map(([name, bytes]) => [
			name,
			new TextDecoder().decode(bytes),
		]);
		expect(texts).toEqual([
			['mimetype', 'application/x-test'],
			['empty', ''],
			['dir/ünï.txt', long],
		]);
	});

	it('tells the same sizes and checksums in both of its directories', () => {
		const zip = openZip(archive(), readingLimits);
		if (!zip.ok) throw new Error(zip.problems.map(({ text }) => text).join(' '));
		expect(zip.value.entries.map(({ name, flags }) => [name, flags & 8])).toEqual([
			['mimetype', 0],
			['empty', 0],
			['dir/ünï.txt', 0],
		]);
		for (const entry of zip.value.entries) expect(zip.value.read(entry).ok).toBe(true);
	});

	it('leaves the first part readable at byte 38, where OpenDocument is known by', () => {
		expect(new TextDecoder().decode(archive().subarray(30, 56))).toBe('mimetypeapplication/x-test');
	});

	it('writes the same bytes for the same parts', () => {
		expect(archive()).toEqual(archive());
	});
});

function archive(): Uint8Array {
	const zip = new ZipWriter();
	const type = zip.part('mimetype', 'stored');
	type.write('application/x-test');
	type.close();
	zip.part('empty').close();
	const text = zip.part('dir/ünï.txt');
	for (let at = 0; at < long.length; at += 50_000) text.write(long.slice(at, at + 50_000));
	text.close();
	return zip.finish();
}
