/** Which workbook lies open in this tab: it follows the address, one at a time. */
import type { OpenWorkbook, Services } from './services.ts';
import type { WorkbookId } from '../workbook/ports.ts';

export type DeskState =
	| { readonly kind: 'empty' }
	| { readonly kind: 'opening'; readonly id: WorkbookId }
	| { readonly kind: 'open'; readonly workbook: OpenWorkbook }
	| { readonly kind: 'failed'; readonly id: WorkbookId; readonly text: string };

export class Desk {
	readonly #services: Services;
	#state = $state.raw<DeskState>({ kind: 'empty' });
	#wanted: WorkbookId | undefined;

	constructor(services: Services) {
		this.#services = services;
	}

	get state(): DeskState {
		return this.#state;
	}

	/** Opens the workbook, closing another; none closes. Asking for the open one does nothing. */
	async show(id: WorkbookId | undefined): Promise<void> {
		if (id === this.#wanted) return;
		this.#wanted = id;
		await this.#clear();
		if (id === undefined || this.#wanted !== id) return;
		await this.#open(id);
	}

	/** Tries to open again what could not be opened. */
	async tryAgain(): Promise<void> {
		if (this.#state.kind === 'failed') await this.#open(this.#state.id);
	}

	async #open(id: WorkbookId): Promise<void> {
		this.#state = { kind: 'opening', id };
		const opened = await this.#services.openWorkbook(id);
		if (this.#wanted !== id) {
			// The person went elsewhere meanwhile.
			if (opened.ok) await opened.value.close();
			return;
		}
		this.#state = opened.ok
			? { kind: 'open', workbook: opened.value }
			: { kind: 'failed', id, text: opened.problems.map(({ text }) => text).join(' ') };
	}

	async #clear(): Promise<void> {
		const before = this.#state;
		this.#state = { kind: 'empty' };
		if (before.kind === 'open') await before.workbook.close();
	}
}
