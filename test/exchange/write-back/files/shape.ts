/** A workbook of a shape met in other people's files. */
import type { Change } from '../../../../src/exchange/write-back/change.ts';

export interface Shape {
	readonly name: string;
	readonly extension: 'xlsx' | 'xlsm';
	readonly original: Uint8Array;
	readonly changes: readonly Change[];
	/** Why a judge cannot read even the original, where it cannot. */
	readonly unreadBy?: { readonly sheetJs?: string; readonly excelJs?: string };
}
