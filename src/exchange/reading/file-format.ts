/** Tells by its first bytes what a file is; its name is believed only where bytes cannot tell. */

export type FileFormat =
	| 'zip'
	| 'oleCompound'
	/** Excel 2 to 4, before the compound file. */
	| 'bareBiff'
	| 'text'
	| 'nothing';

const zipStart = [0x50, 0x4b];
const oleStart = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Kinds of file people mistake for spreadsheets, by their first bytes. */
const foreign: readonly { readonly start: readonly number[]; readonly name: string }[] = [
	{ start: [0x25, 0x50, 0x44, 0x46], name: 'a PDF document' },
	{ start: [0x89, 0x50, 0x4e, 0x47], name: 'a picture' },
	{ start: [0xff, 0xd8, 0xff], name: 'a picture' },
	{ start: [0x47, 0x49, 0x46, 0x38], name: 'a picture' },
	{ start: [0x1f, 0x8b], name: 'a gzip archive; unpack it first' },
	{ start: [0x37, 0x7a, 0xbc, 0xaf], name: 'a 7-Zip archive; unpack it first' },
	{ start: [0x52, 0x61, 0x72, 0x21], name: 'a RAR archive; unpack it first' },
	{ start: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'a rich text document' },
	{ start: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], name: 'a database' },
	{
		start: [0x4d, 0x49, 0x4d, 0x45, 0x2d, 0x56, 0x65, 0x72, 0x73, 0x69, 0x6f, 0x6e, 0x3a],
		name: 'a web archive; open it in the spreadsheet program and save it as .xlsx',
	},
];

export function fileFormat(bytes: Uint8Array): FileFormat {
	if (bytes.length === 0) return 'nothing';
	if (startsWith(bytes, zipStart) && (bytes[2] ?? 0) < 9) return 'zip';
	if (startsWith(bytes, oleStart)) return 'oleCompound';
	const [type, version, length] = bytes;
	if (
		type === 0x09 &&
		[0, 2, 4, 8].includes(version ?? -1) &&
		[4, 6, 8, 16].includes(length ?? -1)
	) {
		return 'bareBiff';
	}
	return 'text';
}

/** What a file that is no spreadsheet is, in words; undefined where its first bytes do not tell. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
	return foreign.find(({ start }) => startsWith(bytes, start))?.name;
}

/** Whether an OLE compound file is an encrypted package ([MS-OFFCRYPTO] 2.3.4.4). */
export function isEncryptedPackage(bytes: Uint8Array): boolean {
	const name = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat();
	const first = 'E'.charCodeAt(0);
	for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
		if (startsWith(bytes.subarray(at), name)) return true;
	}
	return false;
}

/** The file name's extension in lower case, without the dot; '' where there is none. */
export function extension(fileName: string): string {
	return /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, at) => bytes[at] === byte);
}
