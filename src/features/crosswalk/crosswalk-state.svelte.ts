/** How far the controls of a workbook reach each framework, and what would bring them further. */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { controlLibrary, type LibraryControl } from '../../model/catalog/control-library.ts';
import { frameworkIds } from '../../model/catalog/framework-id.ts';

import { catalogFramework } from '../../model/rules/crosswalk/catalog-framework.ts';
import {
	answersByCriterion,
	coverageOf,
	type Coverage,
	type LibraryOf,
} from '../../model/rules/crosswalk/coverage.ts';
import { pathsTo, type CoveragePaths } from '../../model/rules/crosswalk/coverage-paths.ts';
import { libraryOrigins } from '../../model/rules/crosswalk/library-origin.ts';
import type {
	MappedControl,
	MappedFramework,
} from '../../model/rules/crosswalk/mapped-framework.ts';
import {
	mostAdding,
	type Adding,
	type AddingCandidate,
} from '../../model/rules/crosswalk/most-adding.ts';
import { ownFramework, ownFrameworkNames } from '../../model/rules/crosswalk/own-framework.ts';
import { LibraryFinder } from '../../model/rules/library/already-there.ts';
import { companyOf } from '../../model/rules/scoping/company-of.ts';

/** A framework as the address names it: iso27001, own:Bank list. */
export interface ShownFramework {
	readonly key: string;
	readonly framework: MappedFramework;
	readonly isOwn: boolean;
}

/** A control that would add to the coverage: one of the workbook, or one of the library. */
export interface Addition extends AddingCandidate {
	/** The words for one of the library; those of the workbook have their record. */
	readonly library: LibraryControl | undefined;
}

const finder = new LibraryFinder(controlLibrary);
const mostAdditions = 6;
const ownPrefix = 'own:';

export class CrosswalkState {
	readonly workbook: LiveWorkbook;
	readonly #controls = $derived.by(() =>
		this.workbook.records('controls').filter(({ retired }) => !retired),
	);
	readonly #there = $derived(finder.alreadyThere(this.#controls));
	readonly #libraryOf: LibraryOf = $derived(
		libraryOrigins(this.#there, controlLibrary, (id) => this.workbook.control(id)),
	);
	readonly #answers = $derived(answersByCriterion(this.#controls));
	/** The six, then the user's own. */
	readonly frameworks: readonly ShownFramework[] = $derived.by(() => {
		const requirements = this.workbook.records('requirements');
		const six = frameworkIds.map((key) => ({
			key,
			framework: catalogFramework(key),
			isOwn: false,
		}));
		const known = new Set(six.map(({ framework }) => framework.name));
		return [
			...six,
			// Rows of a statement of applicability bear the name of the standard itself.
			...ownFrameworkNames(requirements)
				.filter((name) => !known.has(name))
				.map((name) => ({
					key: `${ownPrefix}${name}`,
					framework: ownFramework(name, requirements),
					isOwn: true,
				})),
		];
	});
	readonly #coverage: ReadonlyMap<string, Coverage> = $derived(
		new Map(
			this.frameworks.map(({ key, framework }) => [
				key,
				coverageOf(framework, this.#controls, this.#libraryOf, this.#answers),
			]),
		),
	);

	constructor(workbook: LiveWorkbook) {
		this.workbook = workbook;
	}

	/** The framework of an address; the first where it names none. */
	shown(key: string | undefined): ShownFramework {
		const [first] = this.frameworks;
		const found = this.frameworks.find((one) => one.key === key) ?? first;
		if (!found) throw new Error('There is no framework');
		return found;
	}

	coverage({ key }: ShownFramework): Coverage {
		return this.#coverage.get(key) ?? new Map();
	}

	paths({ framework }: ShownFramework, item: string): CoveragePaths {
		return pathsTo(framework, item, this.#controls, this.#libraryOf);
	}

	/** Controls that are not in place, and library controls that fit the company and are not there. */
	additions(shown: ShownFramework): readonly Adding<Addition>[] {
		const company = companyOf(this.workbook.scope);
		const ofWorkbook = this.#controls.map((control): Addition => ({
			...mapped(control),
			isOfLibrary: false,
			library: undefined,
		}));
		const ofLibrary = controlLibrary
			.filter(
				({ id, needs }) => !this.#there.has(id) && needs.every((facet) => company[facet] !== false),
			)
			.map((library): Addition & { readonly library: LibraryControl } => ({
				id: `control:${library.id}`,
				criteria: library.criteria,
				references: [],
				status: '',
				notApplicableReason: '',
				retired: undefined,
				isOfLibrary: true,
				library,
			}));
		const isAdded = new Map(ofLibrary.map(({ id, library }) => [id, [library.id]]));
		return mostAdding(
			shown.framework,
			this.coverage(shown),
			this.#controls,
			[...ofWorkbook, ...ofLibrary],
			(control) => isAdded.get(control.id) ?? this.#libraryOf(control),
			mostAdditions,
		);
	}
}

function mapped(control: MappedControl): MappedControl {
	const { id, criteria, references, status, notApplicableReason, retired } = control;
	return { id, criteria, references, status, notApplicableReason, retired };
}
