/** Hands the whole workbook out as one file that this program opens again, and notes that it did. */
import type { ToastQueue } from '../ui/feedback/toast-queue.svelte.ts';
import { download } from './download.ts';
import type { OpenWorkbook } from './services.ts';

/** A download takes a while to be noticed where it is larger than this, bytes. */
const large = 20 * 1024 * 1024;

/** Says how large a large copy is, what it lacks, and that it is not for everybody. */
export async function downloadCopy(
	workbook: OpenWorkbook,
	name: string,
	toasts: ToastQueue,
): Promise<void> {
	const { file, lacks, holdsReview } = await workbook.copy();
	download(file, `${name || 'Workbook'}.workbook`, 'application/octet-stream');
	await workbook.noteSavedCopy();
	if (lacks) toasts.show(`${lacks} The copy holds everything else.`, { tone: 'problem' });
	if (holdsReview) {
		toasts.show(
			'The copy holds the review with its team notes: it is a backup for your team, not for the auditor.',
		);
	}
	if (file.size > large) {
		const megabytes = Math.round(file.size / 2 ** 20);
		toasts.show(`The copy is ${megabytes} MB, as it holds the source files too.`);
	}
}
