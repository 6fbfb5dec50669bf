/** What a place is given in which a register is worked on by more than its grid: gaps, evidence. */
import type { Snippet } from 'svelte';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { RegisterRecord } from '../../model/registers/register.ts';
import type { CommandBoard } from '../../ui/commands/command-board.svelte.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import type { Ways } from '../findings/follow-mend.ts';
import type { ChoiceStorage } from '../kept-choice.svelte.ts';

export interface WorkPlaceProps {
	readonly workbook: LiveWorkbook;
	readonly toasts: ToastQueue;
	readonly commands: CommandBoard;
	readonly ways: Ways;
	/** What was written about a record in the review. */
	readonly review?: Snippet<[RegisterRecord]> | undefined;
	/** The same in one line. */
	readonly glance?: Snippet<[RegisterRecord]> | undefined;
	/** Where the view that was chosen last is kept. */
	readonly storage: ChoiceStorage;
	/** What the address names: a record of the register, or one that it shows the records of. */
	readonly opened: string | undefined;
	readonly onopen: (id: string | undefined) => void;
	/** The register as a grid. */
	readonly table: Snippet;
}
