/** The truth about saving, as the screen shows it. */
import type { StorageReason } from '../storage-problem.ts';

export type SaveState =
	/** Every edit made so far is stored; `at` is when the last one was (ISO 8601). */
	| { readonly kind: 'saved'; readonly at: string }
	/** `pending` edits are on their way to disk. */
	| { readonly kind: 'saving'; readonly pending: number }
	/** `pending` edits are in this tab only. They are written again at the next edit and on demand. */
	| {
			readonly kind: 'failed';
			readonly reason: StorageReason;
			/** What happened and what to do now. */
			readonly text: string;
			readonly pending: number;
	  };

export const keptInTab =
	'Your latest edits are kept in this tab only: download a copy before you close it. They are stored as soon as that works again.';

export const keptNowhere =
	'What you see is kept in this tab only: download a copy if you want to keep it.';
