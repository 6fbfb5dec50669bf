/**
 * The named views that one person keeps for one workbook in this browser. Another tab may keep some
 * at the same time, so every change begins with what is kept by then.
 */
import type { ViewId } from '../../../model/records/shared-view.ts';
import { isId } from '../../../base/ids.ts';
import { asObject } from '../../../model/records/view-filter.ts';
import { readSettings, type ViewSettings } from '../../../model/records/view-settings.ts';
import { KeptText, type ViewStorage } from './kept-text.ts';

export interface PersonalView {
	/** `personal:1`, in this browser only. */
	readonly id: string;
	readonly name: string;
	readonly settings: ViewSettings;
	/** The shared view made from it. While that one exists, this one is out of sight. */
	readonly sharedAs: ViewId | undefined;
}

export class PersonalViews {
	readonly #text: KeptText;
	#views: readonly PersonalView[] = $state.raw([]);
	#isKept = true;

	constructor(storage: ViewStorage, key: string) {
		this.#text = new KeptText(storage, key);
		this.#views = readViews(this.#text.read());
	}

	get all(): readonly PersonalView[] {
		return this.#views;
	}

	/** Takes in what another tab has kept since. */
	refresh(): void {
		this.#views = this.#latest();
	}

	/** Keeps a new view at the end and returns its id; a name that is taken gets a number. */
	add(name: string, settings: ViewSettings): string {
		const views = this.#latest();
		const id = `personal:${1 + Math.max(0, ...views.map((view) => numberOf(view.id)))}`;
		const names = views.map((view) => view.name);
		this.#keep([...views, { id, name: freeName(name, names), settings, sharedAs: undefined }]);
		return id;
	}

	/** A name that is taken by another view gets a number. */
	rename(id: string, name: string): void {
		const others = this.#latest().filter((view) => view.id !== id);
		this.change(id, {
			name: freeName(
				name,
				others.map((view) => view.name),
			),
		});
	}

	change(id: string, changed: Partial<Pick<PersonalView, 'name' | 'settings' | 'sharedAs'>>): void {
		this.#keep(this.#latest().map((view) => (view.id === id ? { ...view, ...changed } : view)));
	}

	remove(id: string): void {
		this.#keep(this.#latest().filter((view) => view.id !== id));
	}

	/** Puts a removed view back at its place. */
	restore(view: PersonalView, index: number): void {
		this.#keep(this.#latest().toSpliced(index, 0, view));
	}

	/** Where storage failed, what this page holds is the newest there is. */
	#latest(): readonly PersonalView[] {
		const text = this.#isKept ? this.#text.read() : null;
		return text === null ? this.#views : readViews(text);
	}

	#keep(views: readonly PersonalView[]): void {
		this.#isKept = this.#text.write(JSON.stringify(views));
		this.#views = views;
	}
}

/** The name, with the first number behind it that makes it differ from all others. */
export function freeName(name: string, taken: readonly string[]): string {
	const wanted = name.trim() || 'View';
	const isTaken = (candidate: string): boolean =>
		taken.some((other) => other.toLowerCase() === candidate.toLowerCase());
	let free = wanted;
	for (let number = 2; isTaken(free); number += 1) free = `${wanted} ${number}`;
	return free;
}

function numberOf(id: string): number {
	return Number(/^personal:(\d{1,9})$/.exec(id)?.[1] ?? 0);
}

function readViews(text: string | null): readonly PersonalView[] {
	const byId = new Map<string, PersonalView>();
	for (const kept of parsed(text)) {
		const { id, name, settings, sharedAs } = asObject(kept);
		if (typeof id !== 'string' || numberOf(id) === 0 || typeof name !== 'string') continue;
		byId.set(id, {
			id,
			name,
			settings: readSettings(settings),
			sharedAs: isId('view', sharedAs) ? sharedAs : undefined,
		});
	}
	return [...byId.values()];
}

function parsed(text: string | null): readonly unknown[] {
	if (text === null) return [];
	try {
		const kept: unknown = JSON.parse(text);
		return Array.isArray(kept) ? kept : [];
	} catch {
		// Not JSON: there is nothing in it that could be shown.
		return [];
	}
}
