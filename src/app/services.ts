/** What the app is given by `main.ts`: everything that has a side, behind small interfaces. */
import type { Clock } from '../base/clock.ts';
import type { Observable } from '../base/observable.ts';
import type { Result } from '../base/result.ts';
import type { StartExchangeWorker } from '../exchange/worker/exchange-client.ts';
import type { JoiningPort } from '../features/review/index.ts';
import type { LiveReview } from '../live/live-review.svelte.ts';
import type { LiveWorkbook } from '../live/live-workbook.svelte.ts';
import type {
	LayoutProfilesPort,
	PortProblem,
	SavingPort,
	ShelfPort,
	SourceFilesPort,
	WorkbookId,
} from '../workbook/ports.ts';

export interface Services {
	readonly clock: Clock;
	readonly shelf: ShelfPort;
	readonly profiles: LayoutProfilesPort;
	readonly person: PersonPort;
	openWorkbook(id: WorkbookId): Promise<Result<OpenWorkbook, PortProblem>>;
	/** A new workbook from a saved copy, once it is stored. */
	openCopy(copy: Blob): Promise<Result<CopyOpened, PortProblem>>;
	/** Answers a pasted invitation to the review of a workbook under this name. */
	beginJoining(pasted: string, name: string): Promise<Result<JoiningPort, PortProblem>>;
	/** Starts a worker of its own for reading or writing one file. */
	readonly startExchangeWorker: StartExchangeWorker;
}

export interface CopyOpened {
	readonly workbook: WorkbookId;
	/** What was not in the copy or not whole, in words. */
	readonly lacks: string | undefined;
}

export interface CopyMade {
	readonly file: Blob;
	/** What could not be put into it, in words. */
	readonly lacks: string | undefined;
	/** True where it holds what people wrote in a review, team notes among it. */
	readonly holdsReview: boolean;
}

/** The person at this browser, as the activity list names them. */
export interface PersonPort {
	readonly name: string;
	/** Resolves to what stood in the way, if anything did. */
	rename(name: string): Promise<string | undefined>;
}

/** A workbook that is open in this tab. */
export interface OpenWorkbook {
	readonly id: WorkbookId;
	/** What it was called when it was opened; the shelf has its present name. */
	readonly name: string;
	readonly live: LiveWorkbook;
	readonly saving: SavingPort;
	readonly files: SourceFilesPort;
	/** What was found damaged, missing or repaired on opening; empty where all was well. */
	readonly findings: readonly string[];
	/** What people write beside the workbook, and the sessions they meet in. */
	readonly review: ReviewOpening;
	hasUnsaved(): boolean;
	/** The whole workbook, source files and review included, as one file that this program opens again. */
	copy(): Promise<CopyMade>;
	/** Notes that a copy left the browser. */
	noteSavedCopy(): Promise<void>;
	close(): Promise<void>;
}

export type ReviewOpeningState =
	| { readonly kind: 'closed' }
	| { readonly kind: 'opening' }
	| { readonly kind: 'open'; readonly review: LiveReview }
	/** Why it could not be opened, and what to do. */
	| { readonly kind: 'failed'; readonly text: string };

/** The review of a workbook, on its way or here. */
export interface ReviewOpening extends Observable<ReviewOpeningState> {
	/** True where this person has just joined: the workbook comes once the review is open. */
	readonly isArriving: boolean;
	/** Opens it where it is not open; again after it could not be. */
	open(): void;
}
