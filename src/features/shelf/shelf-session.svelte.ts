/** What the shelf is doing: which question is open, and the answers to what people ask of it. */
import type { Result } from '../../base/result.ts';
import type { PortProblem, ShelfEntry, ShelfPort, WorkbookId } from '../../workbook/ports.ts';

export type Question =
	| { readonly kind: 'new' }
	| { readonly kind: 'rename'; readonly entry: ShelfEntry }
	| { readonly kind: 'duplicate'; readonly entry: ShelfEntry }
	| { readonly kind: 'delete'; readonly entry: ShelfEntry };

export class ShelfSession {
	readonly #shelf: ShelfPort;
	readonly #tell: (text: string, undo?: () => void) => void;
	#question = $state.raw<Question>();

	/** `tell` shows a message, with an undo where there is one. */
	constructor(shelf: ShelfPort, tell: (text: string, undo?: () => void) => void) {
		this.#shelf = shelf;
		this.#tell = tell;
	}

	get question(): Question | undefined {
		return this.#question;
	}

	ask(question: Question): void {
		this.#question = question;
	}

	close(): void {
		this.#question = undefined;
	}

	async rename(entry: ShelfEntry, name: string): Promise<string | undefined> {
		return problemOf(await this.#shelf.rename(entry.id, name));
	}

	async duplicate(entry: ShelfEntry, name: string): Promise<string | undefined> {
		const outcome = await this.#shelf.duplicate(entry.id, name);
		if (outcome.ok) this.#tell(`Made ${name}, a copy of ${entry.name}.`);
		return problemOf(outcome);
	}

	async deleteForGood(entry: ShelfEntry, typedName: string): Promise<string | undefined> {
		const outcome = await this.#shelf.deleteForGood(entry.id, typedName);
		if (outcome.ok) this.#tell(`${entry.name} is deleted from this browser.`);
		return problemOf(outcome);
	}

	async retire(entry: ShelfEntry): Promise<void> {
		const outcome = await this.#shelf.retire(entry.id);
		if (!outcome.ok) this.#tell(problemOf(outcome) ?? '');
		else this.#tell(`${entry.name} is retired.`, () => void this.restore(entry.id));
	}

	async restore(id: WorkbookId): Promise<void> {
		const problem = problemOf(await this.#shelf.restore(id));
		if (problem) this.#tell(problem);
	}
}

function problemOf(outcome: Result<unknown, PortProblem>): string | undefined {
	return outcome.ok ? undefined : outcome.problems.map(({ text }) => text).join(' ');
}
