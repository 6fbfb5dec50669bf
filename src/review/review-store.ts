/** What the review of one workbook asks of storage; `storage/review` gives it. */
import type { Result } from '../base/result.ts';
import type { ReviewEntry } from '../model/review/entry.ts';
import type { RosterStatement } from '../model/review/roster.ts';
import type { PortProblem } from '../workbook/ports.ts';
import type { DeviceKeys } from './keys/device-keys.ts';

/** What stands stored of a workbook's review. */
export interface StoredReview {
	/** The keys of this browser; made at the first use. */
	readonly keys: DeviceKeys;
	/** Binds entries to this workbook; random, the same on the devices of all members. */
	readonly reviewId: string;
	/**
	 * When the saved copy was made that this workbook was opened from (ISO 8601); undefined where it
	 * was opened from none. Chains of this device may have gone on elsewhere since.
	 */
	readonly copiedAt: string | undefined;
	readonly statements: readonly RosterStatement[];
	readonly entries: readonly ReviewEntry[];
	/** Entries and statements that cannot be read, with the reason; they stay stored. */
	readonly unreadable: readonly { readonly key: string; readonly reason: string }[];
}

/** How far a store was read and written by this device, by the store's name. */
export interface StoreMarks {
	readonly store: string;
	/** Whatever the carrier needs to know next time, as plain data. */
	readonly marks: unknown;
}

export interface ReviewStore {
	read(): Promise<Result<StoredReview, PortProblem>>;
	/**
	 * Adds what is not there yet; resolves once it is acknowledged. Nothing is ever overwritten: where
	 * another entry stands at the place of one of them, none is added and that is a problem.
	 */
	addEntries(entries: readonly ReviewEntry[]): Promise<Result<void, PortProblem>>;
	/**
	 * Keeps stored entries that are not what their author signed apart, so that the right ones can
	 * take their places.
	 */
	setAside(entries: readonly ReviewEntry[]): Promise<Result<void, PortProblem>>;
	/** The member list as it is followed now, and the id it brought with it. */
	saveRoster(
		statements: readonly RosterStatement[],
		reviewId: string,
	): Promise<Result<void, PortProblem>>;
	/** Runs alone among the tabs of this browser: for writing the own chains. */
	alone<Value>(work: () => Promise<Value>): Promise<Value>;
	/** Entries that another tab added, as they come; and word that the roster changed there. */
	onElsewhere(listener: (news: ReviewNews) => void): () => void;
	/** Bytes that a milestone names, by SHA-256. */
	file(sha256: string): Promise<Result<Uint8Array<ArrayBuffer> | undefined, PortProblem>>;
	/** True where they are here; nothing is read or checked. */
	holdsFile(sha256: string): Promise<boolean>;
	keepFile(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<void, PortProblem>>;
	marksOf(store: string): Promise<unknown>;
	saveMarks(marks: StoreMarks): Promise<Result<void, PortProblem>>;
	close(): void;
}

export interface ReviewNews {
	readonly entries: readonly ReviewEntry[];
	readonly rosterChanged: boolean;
	/** The store whose marks another tab saved. */
	readonly marked?: string;
}
