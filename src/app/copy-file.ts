/** Hands the whole workbook out as one file that this program opens again, and notes that it did. */
import { download } from './download.ts';
import type { OpenWorkbook } from './services.ts';

export async function downloadCopy(workbook: OpenWorkbook, name: string): Promise<void> {
	download(await workbook.copy(), `${name || 'Workbook'}.workbook`, 'application/octet-stream');
	await workbook.noteSavedCopy();
}
