/** The tabs of the review, by their names in the address. */
import type { LiveReview } from '../../live/live-review.svelte.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { RegisterName } from '../../model/registers/register.ts';
import type { CommandBoard } from '../../ui/commands/command-board.svelte.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';

export const reviewTabs = [
	{ id: 'session', label: 'Session' },
	{ id: 'agenda', label: 'Agenda' },
	{ id: 'threads', label: 'Threads' },
	{ id: 'suggestions', label: 'Suggestions' },
	{ id: 'sign-offs', label: 'Sign-offs' },
	{ id: 'history', label: 'History' },
	{ id: 'members', label: 'Members' },
] as const;

export type ReviewTab = (typeof reviewTabs)[number]['id'];

/** The tab of an address; the session where it names none. */
export function tabOf(detail: string | undefined): ReviewTab {
	return reviewTabs.find(({ id }) => id === detail)?.id ?? 'session';
}

/** What every tab is given. */
export interface ReviewTabProps {
	readonly review: LiveReview;
	readonly workbook: LiveWorkbook;
	/** What the shelf calls the workbook now. */
	readonly name: string;
	readonly toasts: ToastQueue;
	readonly commands: CommandBoard;
	readonly person: PersonName;
	/** To a record in the grid of its register, at a cell of it where one is named. */
	readonly onrecord: (register: RegisterName, id: string, field?: string) => void;
	/** To a place by its name in the address, and what is opened there. */
	readonly onplace: (place: string, detail?: string) => void;
	readonly ondownload: (file: Blob, name: string) => void;
	/** Files of other members that were dropped on the workbook. */
	readonly dropped: readonly File[];
	readonly ontaken: () => void;
}

/** The person at this browser, as others see them. */
export interface PersonName {
	readonly name: string;
	/** Resolves to what stood in the way, if anything did. */
	rename(name: string): Promise<string | undefined>;
}
