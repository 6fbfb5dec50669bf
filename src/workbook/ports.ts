/**
 * What a workbook's screens ask of the world outside the document. `storage` implements these;
 * features see only the interfaces.
 */
import type { Observable } from '../base/observable.ts';

/** The truth about saving, as the header shows it. */
export type SaveState =
	| { readonly kind: 'saved' }
	| { readonly kind: 'saving'; readonly pending: number }
	| {
			readonly kind: 'failed';
			/** What happened and what to do now. */
			readonly text: string;
			/** Changes that are only in this tab's memory. */
			readonly pending: number;
	  };

export interface SavingPort {
	readonly state: Observable<SaveState>;
	/** Tries again to store what is pending. */
	retry(): void;
}

/** Bytes kept beside the documents, by SHA-256 (law 9). */
export interface SourceFilesPort {
	/** Stores the bytes; resolves once they are acknowledged. */
	keep(bytes: Uint8Array, name: string): Promise<{ sha256: string } | { problem: string }>;
	/** The bytes, checked against their hash; undefined where they are not on this device. */
	read(sha256: string): Promise<Uint8Array | undefined>;
}

/** What was decided for a layout of columns, by the layout's fingerprint. */
export interface LayoutProfilesPort {
	find(fingerprint: string): Promise<unknown>;
	remember(fingerprint: string, profile: unknown): Promise<void>;
}
