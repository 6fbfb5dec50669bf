/** The scope of one workbook as its screens read it: facts, active records, signs, and what is answered. */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { Assessment } from '../../model/records/assessment.ts';
import type { RegisterName } from '../../model/registers/register.ts';
import type { RecordsByRegister } from '../../model/registers/registers.ts';
import { scopingSigns, type ScopingSign } from '../../model/rules/scoping/over-scoping.ts';
import {
	answeredSections,
	scopeSections,
	type ScopeSection,
} from '../../model/rules/scoping/scope-sections.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import { ScopeDeeds } from './scope-deeds.ts';

export class ScopeState {
	readonly workbook: LiveWorkbook;
	readonly deeds: ScopeDeeds;
	readonly scope = $derived.by(() => this.workbook.scope);
	readonly boundary = $derived.by(() => this.#active('boundary'));
	readonly commitments = $derived.by(() => this.#active('commitments'));
	readonly systems = $derived.by(() => this.#active('systems'));
	readonly people = $derived.by(() => this.#active('people'));
	readonly vendors = $derived.by(() => this.#active('vendors'));
	readonly complementary = $derived.by(() => this.#active('complementary'));
	readonly signs: readonly ScopingSign[] = $derived.by(() => scopingSigns(this));
	readonly answered: ReadonlySet<ScopeSection> = $derived.by(() => answeredSections(this));
	/** Where the guided sequence goes on: the first section without an answer. */
	readonly firstOpen: ScopeSection | undefined = $derived(
		scopeSections.find((section) => !this.answered.has(section)),
	);

	constructor(workbook: LiveWorkbook, toasts: ToastQueue) {
		this.workbook = workbook;
		this.deeds = new ScopeDeeds(workbook, toasts);
	}

	readonly assessment = (criterion: string): Assessment => this.workbook.assessment(criterion);

	#active<Name extends RegisterName>(name: Name): readonly RecordsByRegister[Name][] {
		return this.workbook.records(name).filter(({ retired }) => !retired);
	}
}
