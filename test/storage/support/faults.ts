/**
 * Makes the n-th IndexedDB call fail, after SQLite's method: for every n, nothing that was called
 * saved may be lost. Works on the classes of fake-indexeddb, so Dexie and y-indexeddb meet it too.
 */
import 'fake-indexeddb/auto';

/**
 * throws: the call itself throws, as on a lost connection. aborts: the transaction aborts.
 * quota: the request succeeds, then the transaction aborts (as Chromium does). silent: it is done,
 * and nobody is told.
 */
export type Fault = 'throws' | 'aborts' | 'quota' | 'silent';

export const faults: readonly Fault[] = ['throws', 'aborts', 'quota', 'silent'];

/** What fake-indexeddb keeps in its requests and transactions. */
interface Internals extends EventTarget {
	transaction: Internals | null;
	db?: { readonly _rawDatabase: { processTransactions(): void } };
	_state: string;
	_result: unknown;
	_error: unknown;
	_abort(name: string): void;
}

type Call = (this: Internals, ...given: unknown[]) => unknown;

const watched: readonly [object, readonly string[]][] = [
	[IDBFactory.prototype, ['open']],
	[IDBDatabase.prototype, ['transaction']],
	[IDBObjectStore.prototype, ['add', 'put', 'delete', 'get', 'getAll', 'getAllKeys']],
	[IDBTransaction.prototype, ['commit']],
];

export class Faults {
	/** Calls seen since the beginning. */
	calls = 0;
	readonly #restore: (() => void)[] = [];
	#isSpared = false;

	/** From now on the calls that `isHit` says fail by `fault`. */
	constructor(fault: Fault, isHit: (call: number) => boolean) {
		for (const [prototype, names] of watched)
			for (const name of names) this.#watch(prototype, name, fault, isHit);
	}

	/** Nothing fails while `work` is under way, and its calls are not counted. */
	async spared<Value>(work: () => Promise<Value>): Promise<Value> {
		this.#isSpared = true;
		try {
			return await work();
		} finally {
			this.#isSpared = false;
		}
	}

	end(): void {
		for (const restore of this.#restore.splice(0)) restore();
	}

	#watch(prototype: object, name: string, fault: Fault, isHit: (call: number) => boolean): void {
		const original = Reflect.get(prototype, name) as Call;
		const isNext = (given: unknown[]) =>
			!this.#isSpared && !given.includes('versionchange') && isHit(++this.calls);
		Reflect.set(prototype, name, function (this: Internals, ...given: unknown[]) {
			if (!isNext(given)) return original.apply(this, given);
			if (fault === 'throws') throw new DOMException('Injected', 'InvalidStateError');
			const outcome = original.apply(this, given);
			const answering = (outcome ?? this) as Internals;
			if (fault === 'silent') keepSilent(answering);
			else if (name === 'open') failToOpen(answering, errorOf[fault]);
			else if (answering.transaction && fault === 'quota')
				answering.addEventListener('success', () => abort(answering.transaction, errorOf[fault]));
			else setImmediate(() => abort(answering.transaction ?? answering, errorOf[fault]));
			return outcome;
		});
		this.#restore.push(() => Reflect.set(prototype, name, original));
	}
}

const errorOf = { aborts: 'UnknownError', quota: 'QuotaExceededError' } as const;

function abort(transaction: Internals | null, error: string): void {
	if (transaction && transaction._state !== 'finished') transaction._abort(error);
}

/** The outcome is not told; that a database needs its stores is. */
function keepSilent(answering: Internals): void {
	const dispatch = answering.dispatchEvent.bind(answering);
	answering.dispatchEvent = (event) => {
		if (event.type === 'upgradeneeded') return dispatch(event);
		if (answering._result instanceof IDBDatabase) answering._result.close();
		// fake-indexeddb begins the next transaction when it hears of the end of this one.
		else if (answering.db) setImmediate(() => answering.db?._rawDatabase.processTransactions());
		return true;
	};
}

function failToOpen(request: Internals, error: string): void {
	const dispatch = request.dispatchEvent.bind(request);
	request.dispatchEvent = (event) => {
		if (event.type === 'success') {
			(request._result as IDBDatabase).close();
			request._result = undefined;
			request._error = new DOMException('Injected', error);
			Object.assign(event, { type: 'error' });
		}
		return dispatch(event);
	};
}
