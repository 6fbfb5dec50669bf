/** Keeps the review that came with a saved copy, for the workbook that was made of it. */
import { counted } from '../base/counted.ts';
import type { SavedCopy } from '../storage/read-copy.ts';
import type { BrowserStorage } from '../storage/storage.ts';
import type { WorkbookId } from '../workbook/ports.ts';

/** Returns in words what of it is not here now. */
export async function takeReview(
	workbook: WorkbookId,
	{ review, milestones, savedAt }: SavedCopy,
	storage: BrowserStorage,
): Promise<readonly string[]> {
	if (!review) return [];
	if (review === 'damaged') return ['The review in this copy is damaged and was left out.'];
	const kept = await storage.keepReview(workbook, review, savedAt);
	if (!kept.ok) return kept.problems.map(({ text }) => text);
	const files = await storage.milestoneFiles(workbook);
	const unstored: string[] = [];
	let lost = 0;
	for (const { sha256, read } of milestones) {
		const bytes = await read();
		const outcome = bytes && (await files.keep(sha256, bytes));
		if (!outcome) lost += 1;
		else if (!outcome.ok) unstored.push(...outcome.problems.map(({ text }) => text));
	}
	const damaged = [
		...(review.leftOut > 0
			? [counted(review.leftOut, 'entry of the review', 'entries of the review')]
			: []),
		...(lost > 0 ? [counted(lost, 'milestone', 'milestones')] : []),
	];
	if (damaged.length === 0) return unstored;
	return [`Damaged in this copy and left out: ${damaged.join(' and ')}.`, ...unstored];
}
