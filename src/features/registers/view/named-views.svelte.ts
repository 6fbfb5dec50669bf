/**
 * The views that can be turned on by name: ready-made ones, those of this person in this browser,
 * and those shared in the workbook. Which one is on, and whether anything was changed since.
 */
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { ViewId } from '../../../model/records/shared-view.ts';
import { sameSetting, type ViewSettings } from '../../../model/records/view-settings.ts';
import type { Register } from '../../../model/registers/register.ts';
import type { CommandDefinition } from '../../../workbook/command.ts';
import { changeView, retireView, saveView } from '../../../workbook/commands/shared-views.ts';
import type { RegisterView } from './register-view.svelte.ts';
import { freeName, type PersonalView } from './personal-views.svelte.ts';
import { readyViewsOf } from './ready-views.ts';

export interface NamedView {
	readonly id: string;
	readonly kind: 'ready' | 'personal' | 'shared';
	readonly name: string;
	/** What turning it on sets; settings it does not name stay as they are. */
	readonly settings: Partial<ViewSettings>;
}

/** How a view that was taken away comes back. */
export interface RemovedView {
	readonly name: string;
	readonly undo: () => void;
}

export class NamedViews {
	readonly #workbook: LiveWorkbook;
	readonly #about: Register;
	readonly #view: RegisterView;

	readonly #settle: () => void;

	/** `settle` is called after other rows are asked for. */
	constructor(workbook: LiveWorkbook, about: Register, view: RegisterView, settle: () => void) {
		this.#workbook = workbook;
		this.#about = about;
		this.ready = readyViewsOf(about).map((ready) => ({ ...ready, kind: 'ready' }));
		this.#view = view;
		this.#settle = settle;
	}

	readonly ready: readonly NamedView[];

	readonly shared: readonly NamedView[] = $derived.by(() =>
		this.#workbook
			.viewsOf(this.#about.name)
			.map(({ id, name, settings }) => ({ id, kind: 'shared', name, settings })),
	);

	/** Without those that are shared by now. */
	readonly personal: readonly NamedView[] = $derived.by(() => {
		const shared = new Set<string>(this.shared.map(({ id }) => id));
		return this.#view.personal.all
			.filter(({ sharedAs }) => !sharedAs || !shared.has(sharedAs))
			.map(({ id, name, settings }) => ({ id, kind: 'personal', name, settings }));
	});

	/** The view that is on; the first ready-made one where that is gone. */
	readonly current: NamedView = $derived.by(() => {
		const all = [...this.ready, ...this.personal, ...this.shared];
		return (
			all.find(({ id }) => id === this.#view.viewId) ?? {
				...readyViewsOf(this.#about)[0],
				kind: 'ready',
			}
		);
	});

	/** True where the present settings are not those of the view that is on. */
	readonly isChanged: boolean = $derived.by(() =>
		Object.entries(this.current.settings).some(
			([part, value]) => !sameSetting(value, this.#view.settings[part as keyof ViewSettings]),
		),
	);

	turnOn({ id, settings }: NamedView): void {
		this.#view.turnOn(id, settings);
		this.#settle();
	}

	/** Back to the settings of the view that is on. */
	revert(): void {
		this.turnOn(this.current);
	}

	/** Keeps the present settings in the view that is on; returns why not. */
	save(): string | undefined {
		const { id, kind } = this.current;
		const { settings } = this.#view;
		if (kind === 'shared') return this.#run(changeView, { view: id as ViewId, settings });
		if (kind === 'personal') this.#view.personal.change(id, { settings });
		return undefined;
	}

	/** Keeps the present settings as a new view of this person, and turns it on. */
	saveAs(name: string): string | undefined {
		if (!name.trim()) return 'Give the view a name.';
		this.#view.turnOn(this.#view.personal.add(name, this.#view.settings));
		return undefined;
	}

	/** Returns why not. */
	rename({ id, kind }: NamedView, name: string): string | undefined {
		if (!name.trim()) return 'Give the view a name.';
		if (kind === 'shared') return this.#run(changeView, { view: id as ViewId, name });
		this.#view.personal.rename(id, name);
		return undefined;
	}

	/** Makes a personal copy of any view; parts it does not name are as they are now. */
	duplicate({ name, settings }: NamedView): void {
		this.#view.personal.add(`${name} copy`, { ...this.#view.settings, ...settings });
	}

	/** Takes a view away; undefined for one that cannot be. */
	remove(view: NamedView): RemovedView | undefined {
		return view.kind === 'shared' ? this.#retire(view) : this.#forget(view.id);
	}

	/**
	 * Puts a personal view into the workbook, under a free name; returns why not. The personal one is
	 * kept out of sight and comes back should the shared one go.
	 */
	share({ id, name }: NamedView): string | undefined {
		const view = this.#view.personal.all.find((candidate) => candidate.id === id);
		if (!view) return 'This view is no longer kept in this browser.';
		const taken = this.shared.map((shared) => shared.name);
		const outcome = this.#workbook.run(saveView, {
			register: this.#about.name,
			name: freeName(name, taken),
			settings: view.settings,
		});
		if (!outcome.ok) return outcome.problems.map(({ text }) => text).join(' ');
		const [sharedAs] = outcome.value.created as readonly ViewId[];
		this.#view.personal.change(id, { sharedAs });
		if (this.#view.viewId === id) this.#view.turnOn(sharedAs);
		return undefined;
	}

	/** Takes a shared view out of the workbook and keeps it here; returns why not. */
	unshare({ id, name }: NamedView): string | undefined {
		const shared = this.#workbook.viewsOf(this.#about.name).find((view) => view.id === id);
		if (!shared) return 'This view is no longer in the workbook.';
		const problem = this.#run(retireView, { view: shared.id });
		if (problem) return problem;
		const { personal } = this.#view;
		const known = personal.all.find(({ sharedAs }) => sharedAs === shared.id);
		const kept = known?.id ?? personal.add(name, shared.settings);
		personal.change(kept, { name, settings: shared.settings, sharedAs: shared.id });
		if (this.#view.viewId === id) this.#view.turnOn(kept);
		return undefined;
	}

	#retire({ id, name }: NamedView): RemovedView | undefined {
		if (this.#run(retireView, { view: id as ViewId })) return undefined;
		const original = this.#view.personal.all.find(({ sharedAs }) => sharedAs === id);
		if (original) this.#forget(original.id);
		const step = this.#workbook.undoStep;
		return {
			name,
			undo: () => {
				if (this.#workbook.undoStep === step) this.#workbook.undo();
			},
		};
	}

	#forget(id: string): RemovedView | undefined {
		const { personal } = this.#view;
		const index = personal.all.findIndex((view) => view.id === id);
		const view: PersonalView | undefined = personal.all[index];
		if (!view) return undefined;
		personal.remove(id);
		return { name: view.name, undo: () => personal.restore(view, index) };
	}

	/** Returns why it was refused. */
	#run<Input>(command: CommandDefinition<Input>, input: Input): string | undefined {
		const outcome = this.#workbook.run(command, input);
		return outcome.ok ? undefined : outcome.problems.map(({ text }) => text).join(' ');
	}
}
