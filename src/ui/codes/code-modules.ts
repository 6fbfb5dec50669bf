/** A text as the dark squares of a QR code. */
import { encodeQR } from 'qr';

/** A quiet zone of four squares is part of the code (ISO/IEC 18004, 6.3.8). */
const quiet = 4;

/** More letters make squares too small for a camera. */
export const longestCode = 1_000;

export interface CodeModules {
	/** Squares a side, quiet zone included. */
	readonly size: number;
	/** Rows from the top, true where dark. */
	readonly rows: readonly (readonly boolean[])[];
}

/** The code of a text; undefined where that is empty or longer than `longestCode`. */
export function codeModules(text: string): CodeModules | undefined {
	if (text === '' || text.length > longestCode) return undefined;
	const rows = encodeQR(text, 'raw', { ecc: 'low', border: quiet });
	return { size: rows.length, rows };
}

/** The dark squares as one path, a unit a square; squares side by side are one stretch. */
export function pathOf({ rows }: CodeModules): string {
	return rows
		.flatMap((row, y) => stretches(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
		.join('');
}

function stretches(row: readonly boolean[]): readonly (readonly [number, number])[] {
	const found: [number, number][] = [];
	for (const [x, dark] of row.entries()) {
		const last = found.at(-1);
		if (!dark) continue;
		if (last && last[0] + last[1] === x) last[1] += 1;
		else found.push([x, 1]);
	}
	return found;
}
