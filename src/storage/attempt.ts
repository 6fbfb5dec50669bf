/** Turns what IndexedDB, Dexie or Web Crypto throws into a returned problem. */
import { ok, refused, type Result } from '../base/result.ts';
import { storageProblem, type StorageProblem } from './storage-problem.ts';

/** The outcome of `action`; `whatToDo` ends the text of a problem. */
export async function attempt<Value>(
	whatToDo: string,
	action: () => Promise<Value>,
): Promise<Result<Value, StorageProblem>> {
	try {
		return ok(await action());
	} catch (error) {
		return refused(storageProblem(error, whatToDo));
	}
}
