/**
 * The first line of a file of sealed frames. The file, byte by byte:
 *
 *     header: one line of JSON in UTF-8, ended by LF, at most 1,024 bytes
 *     frames: each its length (4 bytes, big endian) and its bytes; `bytes` in all
 *     seal:   SHA-256 (FIPS 180-4) of the header line and of the SHA-256 of every frame, 32 bytes
 *
 * The seal finds damage. It does not keep out forgers: the frames themselves do (frame.ts).
 */
import * as z from 'zod/mini';
import { greatestFrame } from '../../frame.ts';

export const bundleFormat = 'readiness-review';
export const bundleVersion = 1;

export const bundleLimits = {
	header: 1_024,
	/** A frame with its length in front. */
	frame: greatestFrame + 4,
	frames: 200_000,
	/** Above the largest workbook with its evidence; below what browsers hand over as one file. */
	bytes: 2 ** 31 - 2 ** 20,
};

export const sealLength = 32;

const count = z.number().check(z.int(), z.nonnegative());

export const bundleHeaderSchema = z.object({
	format: z.literal(bundleFormat),
	version: z.literal(bundleVersion),
	/** The group whose keys open the frames: SHA-256 hex, as the file claims it. */
	group: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
	/** When it was made, by the maker's clock: ISO 8601 in UTC. */
	madeAt: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)),
	count,
	/** Length of all frames with the length in front of each. */
	bytes: count,
});
export type BundleHeader = Readonly<z.infer<typeof bundleHeaderSchema>>;
