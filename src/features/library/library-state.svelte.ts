/** The starter library beside one workbook: what fits, what is there already, what would close what. */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { lackedFacets } from '../../model/catalog/company-facets.ts';
import {
	controlLibrary,
	libraryControlById,
	type LibraryControl,
} from '../../model/catalog/control-library.ts';
import { criterionById } from '../../model/catalog/criteria.ts';
import { LibraryFinder } from '../../model/rules/library/already-there.ts';
import { answeredBy, closingCandidates } from '../../model/rules/library/closing-candidates.ts';
import { criteriaToAnswer, openCriteria } from '../../model/rules/library/open-criteria.ts';
import { smallestSet } from '../../model/rules/library/smallest-set.ts';
import { companyOf } from '../../model/rules/scoping/company-of.ts';
import { Picked } from './picked.svelte.ts';

const finder = new LibraryFinder(controlLibrary);

export class LibraryState {
	readonly workbook: LiveWorkbook;
	/** The criterion to close. */
	readonly #gap: () => string | undefined;
	/** What is searched for. */
	text = $state('');
	/** The area shown; '' for all. */
	domain = $state('');
	/** The category whose criteria they name; '' for all. */
	category = $state('');
	/** Also what does not fit the company. */
	showUnfit = $state(false);
	/** Also what the workbook has already. */
	showPresent = $state(true);
	readonly picked = new Picked(() => this.shown.map(({ id }) => id));

	readonly #company = $derived.by(() => companyOf(this.workbook.scope));
	/** What the workbook has already, by library id. */
	readonly present = $derived.by(() => finder.alreadyThere(this.workbook.controls));
	readonly toAnswer = $derived.by(() =>
		criteriaToAnswer(this.workbook.scope, (id) => this.workbook.assessment(id)),
	);
	readonly open = $derived.by(() => openCriteria(this.toAnswer, this.workbook.controls));
	readonly openIds: ReadonlySet<string> = $derived(new Set(this.open.map(({ id }) => id)));
	/** What can be added: it fits and is not there yet. */
	readonly #addable = $derived(
		controlLibrary.filter((control) => !this.present.has(control.id) && this.fits(control)),
	);
	/** A small set that answers all that is open and can be answered. */
	readonly suggestion = $derived(
		smallestSet(
			this.open.map(({ id }) => id),
			this.#addable,
		),
	);
	readonly #found = $derived.by(() => {
		const gap = this.#gap();
		const words = this.text.toLowerCase().split(/\s+/).filter(Boolean);
		return (gap ? closingCandidates(gap, this.openIds, controlLibrary) : controlLibrary).filter(
			(control) =>
				(this.domain === '' || control.domain === this.domain) &&
				(this.category === '' || categoriesOf(control).has(this.category)) &&
				words.every((word) => searchedOf(control).includes(word)),
		);
	});
	/** In the order to show; the best first where they would close a criterion. */
	readonly shown = $derived.by(() =>
		this.#found.filter(
			(control) =>
				(this.showUnfit || this.fits(control)) &&
				(this.showPresent || !this.present.has(control.id)),
		),
	);
	/** How many were found and do not fit the company. */
	readonly unfit = $derived(this.#found.filter((control) => !this.fits(control)).length);
	/** Chosen, in the order of the library. */
	readonly chosen: readonly LibraryControl[] = $derived.by(() =>
		controlLibrary.filter(({ id }) => this.picked.chosen.has(id)),
	);
	/** The open criteria that those chosen would answer. */
	readonly answered: readonly string[] = $derived.by(() => [
		...new Set(this.chosen.flatMap((control) => answeredBy(control, this.openIds))),
	]);

	constructor(workbook: LiveWorkbook, gap: () => string | undefined) {
		this.workbook = workbook;
		this.#gap = gap;
	}

	/** The control pointed at. */
	get active(): LibraryControl | undefined {
		return this.picked.active === undefined ? undefined : libraryControlById(this.picked.active);
	}

	get report(): 'type1' | 'type2' {
		return this.workbook.scope.reportType === 'type1' ? 'type1' : 'type2';
	}

	fits(control: LibraryControl): boolean {
		return lackedFacets(control, this.#company).length === 0;
	}

	/** Ids of what the company says it lacks and the control needs. */
	lacks(control: LibraryControl): ReturnType<typeof lackedFacets> {
		return lackedFacets(control, this.#company);
	}

	/** How many controls that can be added would answer a criterion. */
	candidates(criterion: string): number {
		return this.#addable.filter(({ criteria }) => criteria.includes(criterion)).length;
	}
}

function categoriesOf({ criteria }: LibraryControl): ReadonlySet<string | undefined> {
	return new Set(criteria.map((id) => criterionById(id)?.category));
}

const searched = new Map<string, string>();

function searchedOf({ id, title, description, criteria, ownerRole }: LibraryControl): string {
	const known = searched.get(id);
	if (known !== undefined) return known;
	const text = [id, title, description, ...criteria, ownerRole].join(' ').toLowerCase();
	searched.set(id, text);
	return text;
}
