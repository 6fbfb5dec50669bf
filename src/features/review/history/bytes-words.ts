/** A size as people read it: “3.5 MB”, “412 kB”. */
import { grouped } from '../../../base/counted.ts';

export function bytesWords(bytes: number): string {
	if (bytes < 1_000_000) return `${grouped(Math.max(1, Math.round(bytes / 1_000)))} kB`;
	return `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}
