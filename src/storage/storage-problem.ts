/** Why the browser's storage refused something, told apart by cause and put into words for people. */
export type StorageReason = 'quota' | 'closed' | 'deleted' | 'blocked' | 'newer' | 'other';

export interface StorageProblem {
	readonly reason: StorageReason;
	/** What happened and what to do now. */
	readonly text: string;
	/** The error's own name and message, for a report to us; '' where there was none. */
	readonly detail: string;
}

const whatHappened: Readonly<Record<StorageReason, string>> = {
	quota: 'There is no room left for this site on this device.',
	closed: 'The browser closed the database.',
	deleted: 'This workbook was deleted.',
	blocked: 'The database does not answer.',
	newer: 'The data was written by a newer version of this program. Reload to get that version.',
	other: 'The browser refused to store data.',
};

/** The problem behind an error thrown or fired by IndexedDB, Dexie or Web Crypto. */
export function storageProblem(error: unknown, whatToDo: string): StorageProblem {
	return problemOf(reasonOf(error), whatToDo, detailOf(error));
}

export function problemOf(reason: StorageReason, whatToDo: string, detail = ''): StorageProblem {
	return { reason, text: `${whatHappened[reason]} ${whatToDo}`, detail };
}

/** Names after the Indexed Database API 3.0 (exceptions) and Dexie's error classes. */
function reasonOf(error: unknown): StorageReason {
	const names = errorsWithin(error).map((each) => each.name);
	if (names.includes('QuotaExceededError')) return 'quota';
	if (names.includes('VersionError')) return 'newer';
	if (names.includes('TimeoutError')) return 'blocked';
	if (names.some((name) => closedNames.includes(name))) return 'closed';
	return errorsWithin(error).some(isLostConnection) ? 'closed' : 'other';
}

const closedNames = ['InvalidStateError', 'DatabaseClosedError', 'AbortError'];

/** WebKit on iOS: "Connection to Indexed Database server lost. Refresh the page to try again". */
function isLostConnection(error: Error): boolean {
	return error.name === 'UnknownError' && /connection/i.test(error.message);
}

function detailOf(error: unknown): string {
	if (error === undefined || error === null) return '';
	return errorsWithin(error)
		.map((each) => `${each.name}: ${each.message}`)
		.join('; ');
}

/** The error and those Dexie wrapped in it (`inner`): a full disk arrives as an AbortError around it. */
function errorsWithin(error: unknown): readonly Error[] {
	if (!(error instanceof Error) && !(error instanceof DOMException)) return [];
	const inner: unknown = 'inner' in error ? error.inner : undefined;
	return inner === error ? [error] : [error, ...errorsWithin(inner)];
}
