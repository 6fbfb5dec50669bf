/**
 * Which workbook lies open in this tab: it follows the address, one at a time. A workbook with edits
 * that could not be stored is not let go before the person says so.
 */
import type { OpenWorkbook, Services } from './services.ts';
import type { WorkbookId } from '../workbook/ports.ts';

export type DeskState =
	| { readonly kind: 'empty' }
	| { readonly kind: 'opening'; readonly id: WorkbookId }
	| { readonly kind: 'open'; readonly workbook: OpenWorkbook }
	/** The address leads elsewhere, but closing this workbook would lose edits. */
	| { readonly kind: 'held'; readonly workbook: OpenWorkbook }
	| { readonly kind: 'failed'; readonly id: WorkbookId; readonly text: string };

export class Desk {
	readonly #services: Services;
	#state = $state.raw<DeskState>({ kind: 'empty' });
	#wanted: WorkbookId | undefined;
	/** Counts where the person went, so that what they left behind meanwhile is noticed. */
	#visits = 0;

	constructor(services: Services) {
		this.#services = services;
	}

	get state(): DeskState {
		return this.#state;
	}

	/** True while closing the tab would lose an edit. */
	get hasUnsaved(): boolean {
		return this.#present?.hasUnsaved() ?? false;
	}

	/** Opens the workbook, closing another; none closes. Asking for the open one does nothing. */
	async show(id: WorkbookId | undefined): Promise<void> {
		if (id === this.#wanted) return;
		this.#wanted = id;
		const visit = ++this.#visits;
		const present = this.#present;
		if (present && present.id === id) {
			this.#state = { kind: 'open', workbook: present };
			return;
		}
		if (present?.hasUnsaved()) {
			await present.saving.retry();
			if (visit !== this.#visits) return;
			if (present.hasUnsaved()) {
				this.#state = { kind: 'held', workbook: present };
				return;
			}
		}
		await this.#go(visit);
	}

	/** Closes a held workbook, with the edits that could not be stored, and goes where the person wants. */
	async letGo(): Promise<void> {
		if (this.#state.kind === 'held') await this.#go(++this.#visits);
	}

	/** Tries to open again what could not be opened. */
	async tryAgain(): Promise<void> {
		if (this.#state.kind === 'failed') await this.#go(++this.#visits);
	}

	get #present(): OpenWorkbook | undefined {
		const state = this.#state;
		return state.kind === 'open' || state.kind === 'held' ? state.workbook : undefined;
	}

	async #go(visit: number): Promise<void> {
		const before = this.#present;
		const id = this.#wanted;
		this.#state = id === undefined ? { kind: 'empty' } : { kind: 'opening', id };
		await before?.close();
		if (id === undefined || visit !== this.#visits) return;
		const opened = await this.#services.openWorkbook(id);
		if (visit !== this.#visits) {
			// The person went elsewhere meanwhile.
			if (opened.ok) await opened.value.close();
			return;
		}
		this.#state = opened.ok
			? { kind: 'open', workbook: opened.value }
			: { kind: 'failed', id, text: opened.problems.map(({ text }) => text).join(' ') };
	}
}
