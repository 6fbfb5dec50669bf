/** SheetJS's number formatter, with the types its package leaves out. */
import { SSF } from 'xlsx';

interface NumberFormatter {
	/** What a number looks like under a format code; throws on a code it cannot parse. */
	format(code: string, value: number, options?: { readonly date1904: boolean }): string;
}

export const ssf = SSF as NumberFormatter;
