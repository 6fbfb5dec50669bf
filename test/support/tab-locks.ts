/**
 * Web Locks as several tabs of one browser share them, for Node, which has none: exclusive and shared
 * locks, waits that can be called off. What a tab holds comes free with `letGo`, as when it crashes.
 */
import type { TabLocks } from '../../src/review/carriers/one-tab.ts';

interface Request {
	readonly tab: string;
	readonly isShared: boolean;
	readonly grant: () => void;
}

interface Lock {
	held: Request[];
	queue: Request[];
}

export class BrowserLocks {
	readonly #locks = new Map<string, Lock>();

	/** `navigator.locks` of one tab. */
	of(tab: string): TabLocks {
		const request = (name: string, ...rest: unknown[]): Promise<unknown> => {
			const work = rest.at(-1) as () => unknown;
			const options = rest.length > 1 ? (rest[0] as LockOptions) : {};
			return this.#request(tab, name, options, work);
		};
		return { request: request };
	}

	/** The tab is gone with all it held and waited for. */
	letGo(tab: string): void {
		for (const lock of this.#locks.values()) {
			lock.held = lock.held.filter((request) => request.tab !== tab);
			lock.queue = lock.queue.filter((request) => request.tab !== tab);
			this.#grantNext(lock);
		}
	}

	async #request(
		tab: string,
		name: string,
		{ mode, signal }: LockOptions,
		work: () => unknown,
	): Promise<unknown> {
		signal?.throwIfAborted();
		const lock = this.#locks.get(name) ?? { held: [], queue: [] };
		this.#locks.set(name, lock);
		let mine: Request | undefined;
		await new Promise<void>((grant, reject) => {
			mine = { tab, isShared: mode === 'shared', grant };
			lock.queue.push(mine);
			signal?.addEventListener('abort', () => {
				lock.queue = lock.queue.filter((request) => request !== mine);
				reject(new DOMException('Called off', 'AbortError'));
			});
			this.#grantNext(lock);
		});
		try {
			return await work();
		} finally {
			lock.held = lock.held.filter((request) => request !== mine);
			this.#grantNext(lock);
		}
	}

	#grantNext(lock: Lock): void {
		for (;;) {
			const next = lock.queue[0];
			const isFree =
				lock.held.length === 0 || (next?.isShared && lock.held.every(({ isShared }) => isShared));
			if (!next || !isFree) return;
			lock.queue.shift();
			lock.held.push(next);
			next.grant();
		}
	}
}
