/**
 * What the screens of a workbook ask of the world outside its document. `storage` gives these;
 * features see only the interfaces.
 */
import type { Id } from '../base/ids.ts';
import type { Observable } from '../base/observable.ts';
import type { Result } from '../base/result.ts';

export type WorkbookId = Id<'workbook'>;

/** The truth about saving, as the header shows it. */
export type SaveState =
	| { readonly kind: 'saved'; readonly at: string }
	| { readonly kind: 'saving'; readonly pending: number }
	| {
			readonly kind: 'failed';
			/** 'deleted': the workbook was deleted in another tab, so trying again cannot help. */
			readonly reason: string;
			/** What happened and what to do now. */
			readonly text: string;
			/** Changes that are only in this tab's memory. */
			readonly pending: number;
	  };

export interface SavingPort {
	readonly state: Observable<SaveState>;
	/** Tries what could not be written once more. */
	retry(): Promise<SaveState>;
}

/** Why something outside the document did not work: what happened and what to do now. */
export interface PortProblem {
	readonly text: string;
}

/** One workbook on the shelf. All instants are ISO 8601 in UTC. */
export interface ShelfEntry {
	readonly id: WorkbookId;
	readonly name: string;
	readonly organization: string;
	readonly createdAt: string;
	readonly openedAt: string;
	readonly changedAt: string;
	readonly retiredAt?: string;
	/** When a copy was last exported or backed up outside the browser. */
	readonly savedCopyAt?: string;
	readonly controls: number;
	readonly documentBytes: number;
}

/** The workbooks of this browser. */
export interface ShelfPort {
	/** Undefined until first read; newest opened first. */
	readonly entries: Observable<readonly ShelfEntry[] | undefined>;
	create(name: string): Promise<Result<WorkbookId, PortProblem>>;
	rename(id: WorkbookId, name: string): Promise<Result<void, PortProblem>>;
	duplicate(id: WorkbookId, name: string): Promise<Result<WorkbookId, PortProblem>>;
	retire(id: WorkbookId): Promise<Result<void, PortProblem>>;
	restore(id: WorkbookId): Promise<Result<void, PortProblem>>;
	/** Refused unless `typedName` is the workbook's name. */
	deleteForGood(id: WorkbookId, typedName: string): Promise<Result<void, PortProblem>>;
}

export interface KeptSource {
	readonly sha256: string;
	/** Lets the bytes go again where no import came of them; it does no harm where one did. */
	takeBack(): Promise<void>;
}

/** Bytes kept beside the documents, by SHA-256 (law 9). */
export interface SourceFilesPort {
	/** Stores the bytes for this workbook; resolves once they are acknowledged. */
	keep(bytes: Uint8Array, name: string, type: string): Promise<Result<KeptSource, PortProblem>>;
	/** How many bytes there are, without reading them; a problem where they are not here. */
	find(sha256: string): Promise<Result<number, PortProblem>>;
	/** The bytes, checked against their hash. */
	read(sha256: string): Promise<Result<Uint8Array, PortProblem>>;
}

/** What was decided for a layout of columns, by the layout's fingerprint. */
export interface LayoutProfilesPort {
	find(fingerprint: string): Promise<unknown>;
	remember(fingerprint: string, profile: unknown): Promise<void>;
}
