/** Texts as parts of file names that every operating system takes and nobody can be fooled by. */

const longestName = 80;

/**
 * Leaves out what Windows refuses, what is invisible, and what turns the direction of writing
 * (invoice[U+202E]xslx.exe); leading dots hide a file, trailing ones are lost on Windows.
 */
export function safeName(text: string, longest = longestName): string {
	const visible = text
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*\ufffd]/gu, ' ')
		.replace(/[\p{Cf}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0]/gu, '')
		.replace(/\s+/g, ' ');
	const cut = Array.from(visible).slice(0, longest).join('');
	return cut.replace(/^[\s.~]+|[\s.]+$/g, '').replace(device, '$&_');
}

/** Device names of Windows: `con 2026` is harmless, but not `con` before a dot. */
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.)/i;
