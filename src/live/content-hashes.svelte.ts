/**
 * What the present content of subjects hashes to, for telling whether what was signed or looked at
 * still says the same. Hashing takes a moment, so an answer is undefined at first and comes then.
 */
import { createSubscriber } from 'svelte/reactivity';
import { Listeners } from '../base/observable.ts';
import {
	contentOf,
	contentText,
	type Present,
	type SignedContent,
} from '../model/review/signed-content.ts';
import type { Subject } from '../model/review/subject.ts';
import { subjectKey } from '../model/review/subject.ts';
import { sha256Text } from '../review/keys/hash.ts';

interface Known {
	readonly text: string;
	readonly hash: string | undefined;
}

/** So many subjects are remembered before all are worked out anew. */
const mostKnown = 30_000;

export class ContentHashes {
	readonly #present: () => Present;
	readonly #known = new Map<string, Known>();
	readonly #listeners = new Listeners();
	readonly #subscribe = createSubscriber((update) => this.#listeners.add(update));
	#isTelling = false;

	/** `present` is asked at every question, inside whatever effect asks. */
	constructor(present: () => Present) {
		this.#present = present;
	}

	/**
	 * What signing the subject now would sign; undefined where it is not there.
	 * @param signed the text of an earlier signature: then in the form of that one.
	 */
	content(subject: Subject, signed?: string): SignedContent | undefined {
		return contentOf(subject, this.#present(), signed);
	}

	/**
	 * SHA-256 of the present content, as in `content`; undefined while it is being worked out, '' where
	 * there is none.
	 */
	hash(subject: Subject, signed?: string): string | undefined {
		this.#subscribe();
		const content = this.content(subject, signed);
		if (!content) return subject.kind === 'workbook' ? undefined : '';
		const text = contentText(content);
		const key = `${content.format} ${subjectKey(subject)}`;
		const known = this.#known.get(key);
		if (known?.text === text) return known.hash;
		if (this.#known.size >= mostKnown) this.#known.clear();
		this.#known.set(key, { text, hash: undefined });
		void this.#work(key, text);
		return undefined;
	}

	async #work(key: string, text: string): Promise<void> {
		const hash = await sha256Text(text);
		if (this.#known.get(key)?.text !== text) return;
		this.#known.set(key, { text, hash });
		if (this.#isTelling) return;
		this.#isTelling = true;
		// Many answers come at once; whoever looks is told once.
		setTimeout(() => {
			this.#isTelling = false;
			this.#listeners.call();
		});
	}
}
