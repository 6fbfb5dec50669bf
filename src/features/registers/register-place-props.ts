/** What the place of a register is given by the app. */
import type { Snippet } from 'svelte';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { ImportId } from '../../model/records/import-record.ts';
import type { RegisterName, RegisterRecord } from '../../model/registers/register.ts';
import type { CommandBoard } from '../../ui/commands/command-board.svelte.ts';
import type { GridMarks } from '../../ui/grid/marks/grid-marks.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import type { EmptyWords } from './empty-words.ts';
import type { ShownRecords } from './shown-records.ts';
import type { RegisterView } from './view/register-view.svelte.ts';

export interface RegisterPlaceProps {
	readonly workbook: LiveWorkbook;
	readonly register: RegisterName;
	/** How this register of this workbook is looked at. */
	readonly view: RegisterView;
	readonly toasts: ToastQueue;
	/** Where the register offers what it can do, with its keys. */
	readonly commands: CommandBoard;
	/** Cells take less room. */
	readonly dense: boolean;
	/** The id of the record in the side panel; the address bar holds it. */
	readonly opened: string | undefined;
	/** The column in which the opened record is to be mended: its cell has focus. */
	readonly openedField?: string | undefined;
	readonly onopen: (id: string | undefined) => void;
	readonly onimport: () => void;
	/** Goes to a record of another register that one here points to. */
	readonly onlink?: ((register: RegisterName, id: string) => void) | undefined;
	/** Shows an import in the list of imports. */
	readonly onshowimport: (importId: ImportId) => void;
	readonly onexport: (shown: ShownRecords) => void;
	/** More to show of a record in the side panel, above its fields and below them. */
	readonly panelAbove?: Snippet<[RegisterRecord]> | undefined;
	readonly panelBelow?: Snippet<[RegisterRecord]> | undefined;
	readonly toolbarExtra?: Snippet | undefined;
	/** What is said and offered while there are no records. */
	readonly empty?: EmptyWords | undefined;
	/** Why nothing can be changed here now, in words for whoever tries; undefined: it can. */
	readonly readOnly?: string | undefined;
	/** Who else is where, and what they left: by record id and field key. */
	readonly marks?: GridMarks | undefined;
	/** Offers to comment on a cell, or on a record where no field is given. */
	readonly oncomment?: ((record: string, field: string | undefined) => void) | undefined;
	/** Offers to propose another value for a cell. */
	readonly onsuggest?: ((record: string, field: string) => void) | undefined;
	/** Where the person is now, at most once a frame; no field: at the head of a row. */
	readonly onactive?: ((record: string, field: string | undefined) => void) | undefined;
	/** Where somebody else is: each new object is brought into view; the active cell and focus stay. */
	readonly followed?: FollowedPlace | undefined;
}

export interface FollowedPlace {
	readonly record: string;
	readonly field?: string | undefined;
}
