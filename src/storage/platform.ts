/**
 * What storage needs of the world besides IndexedDB and BroadcastChannel, which it takes from the
 * global scope. Tests pass fixed clocks, counted ids and timers they turn by hand.
 */
import type { Clock } from '../base/clock.ts';
import type { IdSource } from '../base/ids.ts';
import type { Observable } from '../base/observable.ts';

export interface Platform {
	readonly clock: Clock;
	readonly ids: IdSource;
	readonly timer: Timer;
	/** True while nobody sees the page, so that nobody waits for it. */
	readonly isHidden: Observable<boolean>;
	/** localStorage, which survives when Chromium empties an IndexedDB database; absent where blocked. */
	readonly witnesses: Storage | undefined;
	/** Web Locks; absent in old browsers and in tests, where upkeep runs unlocked (it is safe, only wasteful). */
	readonly locks: Pick<LockManager, 'request'> | undefined;
	readonly quota: Pick<StorageManager, 'persist' | 'persisted' | 'estimate'> | undefined;
}

export interface Timer {
	/** Calls `action` once after `milliseconds`; returns the function that calls it off. */
	after(milliseconds: number, action: () => void): () => void;
}

/** The platform of a real page. */
export function browserPlatform(clock: Clock, ids: IdSource): Platform {
	return {
		clock,
		ids,
		timer: {
			after(milliseconds, action) {
				const handle = setTimeout(action, milliseconds);
				return () => clearTimeout(handle);
			},
		},
		isHidden: {
			get current() {
				return document.hidden;
			},
			subscribe(listener) {
				document.addEventListener('visibilitychange', listener);
				return () => document.removeEventListener('visibilitychange', listener);
			},
		},
		witnesses: reachableLocalStorage(),
		// Both are missing outside secure contexts, whatever the type library says.
		locks: (navigator as Partial<Navigator>).locks,
		quota: (navigator as Partial<Navigator>).storage,
	};
}

function reachableLocalStorage(): Storage | undefined {
	try {
		return globalThis.localStorage;
	} catch {
		// Reading the property itself throws where the person blocks site data.
		return undefined;
	}
}
