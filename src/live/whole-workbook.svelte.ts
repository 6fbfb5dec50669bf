/**
 * What all of a workbook comes to, for sign-offs of the whole of it. It is worked out only while
 * somebody asks, and again when the workbook has been quiet for a moment.
 */
import { createSubscriber } from 'svelte/reactivity';
import type { WorkbookParts } from '../model/review/workbook-content.ts';
import { contentDigest } from '../workbook/content-digest.ts';
import { SaidDigest } from '../workbook/said-digest.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { breath } from './breath.ts';

/** Milliseconds: whoever types is not followed letter by letter. */
const quiet = 150;

export class WholeWorkbook {
	readonly #workbook: Workbook;
	readonly #said: SaidDigest;
	#parts = $state.raw<WorkbookParts>();
	#everything = $state<string>();
	readonly #watchParts: () => void;
	readonly #watchEverything: () => void;

	constructor(workbook: Workbook) {
		this.#workbook = workbook;
		this.#said = new SaidDigest(workbook);
		this.#watchParts = this.#watcher(() => this.work());
		this.#watchEverything = this.#watcher(async () => {
			this.#everything = (await contentDigest(workbook.doc, breath)).whole;
		});
	}

	/** What it says, by part; undefined until it was worked out. */
	get parts(): WorkbookParts | undefined {
		this.#watchParts();
		return this.#parts;
	}

	/** The digest of all it holds, its history too, which the first form of signing covered. */
	get everything(): string | undefined {
		this.#watchEverything();
		return this.#everything;
	}

	/** Works out what it says now. */
	async work(): Promise<void> {
		const parts = await this.#said.digest(breath);
		// Equal parts keep their identity: nobody is told of nothing.
		if (JSON.stringify(parts) !== JSON.stringify(this.#parts)) this.#parts = parts;
	}

	/** A source of Svelte that has the work done at once and after every change, while it is read. */
	#watcher(work: () => Promise<void>): () => void {
		const { doc } = this.#workbook;
		return createSubscriber(() => {
			let timer: ReturnType<typeof setTimeout> | undefined;
			const soon = (): void => {
				clearTimeout(timer);
				timer = setTimeout(() => void work(), quiet);
			};
			doc.on('update', soon);
			void work();
			return () => {
				clearTimeout(timer);
				doc.off('update', soon);
			};
		});
	}
}
