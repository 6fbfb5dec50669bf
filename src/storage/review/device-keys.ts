/** The keys of this browser, made once. They are kept as the browser keeps keys: nobody reads them. */
import { ok, refused, type Result } from '../../base/result.ts';
import type { DeviceKeys } from '../../review/keys/device-keys.ts';
import type { ShelfDatabase } from '../shelf/shelf-database.ts';
import type { StorageProblem } from '../storage-problem.ts';

const id = 'this browser';
const noReview = 'Everything but the review works as before. Reload the page to try again.';

/** What was kept, or what `make` makes. Two tabs that make keys at once agree on those kept first. */
export async function keysOfThisBrowser(
	db: ShelfDatabase,
	make: () => Promise<DeviceKeys>,
): Promise<Result<DeviceKeys, StorageProblem>> {
	const kept = await db.attempt(noReview, () => db.deviceKeys.get(id));
	if (!kept.ok) return kept;
	if (kept.value) return ok(kept.value.keys);
	let made: DeviceKeys;
	try {
		made = await make();
	} catch (error) {
		return refused({ reason: 'other', text: cannotMake, detail: String(error) });
	}
	return db.attempt(noReview, () =>
		db.transaction('rw', db.deviceKeys, async () => {
			const earlier = await db.deviceKeys.get(id);
			if (!earlier) await db.deviceKeys.add({ id, keys: made });
			return earlier?.keys ?? made;
		}),
	);
}

const cannotMake =
	'This browser cannot make the keys that a review needs (Ed25519 and X25519). Use a current version of Chrome, Edge, Firefox or Safari.';
