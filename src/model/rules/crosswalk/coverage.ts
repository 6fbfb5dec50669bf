/**
 * How far the items of a framework are reached by the controls of a workbook, now and once all its
 * controls are in place. Only a control that is implemented is in place. Three ways lead to an item:
 *
 * - A control in place names it, or it names the control: strong.
 * - The starter library maps a control in place to it: strong where a criterion of the control is a
 *   strong match, else partial.
 * - A criterion matches it. What the match says holds where every control that answers the criterion
 *   is in place; a strong match counts as partial from half of them on. One control of fifteen says
 *   nothing of all the items that its criterion leads to.
 *
 * A mapping helps to reuse work. It does not show that another framework is met.
 */
import { isNotApplicable } from '../../readiness/score/control-standing.ts';
import type { MappedControl, MappedFramework, MappedLink } from './mapped-framework.ts';

export type Reach = 'strong' | 'partial' | 'none';

export interface ItemCoverage {
	readonly now: Reach;
	/** If every control that applies were in place. */
	readonly planned: Reach;
}

/** The library controls that a control of the workbook is. */
export type LibraryOf = (control: MappedControl) => readonly string[];

/** By the id of the item, every item of the framework. */
export type Coverage = ReadonlyMap<string, ItemCoverage>;

/** A control counts unless it is retired or does not apply, with a reason. */
export function counts(control: MappedControl): boolean {
	return !control.retired && !isNotApplicable(control);
}

export function isInPlace({ status }: Pick<MappedControl, 'status'>): boolean {
	return status === 'implemented';
}

/** How many controls answer a criterion, and how many of them are in place. */
export interface Answers {
	readonly all: number;
	readonly inPlace: number;
}

/** By criterion, those that any control which counts names. */
export function answersByCriterion(
	controls: readonly MappedControl[],
): ReadonlyMap<string, Answers> {
	const answers = new Map<string, { all: number; inPlace: number }>();
	for (const control of controls) {
		if (!counts(control)) continue;
		for (const criterion of control.criteria) {
			const found = answers.get(criterion) ?? { all: 0, inPlace: 0 };
			found.all += 1;
			if (isInPlace(control)) found.inPlace += 1;
			answers.set(criterion, found);
		}
	}
	return answers;
}

/** `answers` may be given where several frameworks are counted for the same controls. */
export function coverageOf(
	framework: MappedFramework,
	controls: readonly MappedControl[],
	libraryOf: LibraryOf,
	answers = answersByCriterion(controls),
): Coverage {
	const now = new Map<string, Reach>();
	const planned = new Map<string, Reach>();
	for (const link of framework.links) {
		const found = answers.get(link.criterion);
		if (!found) continue;
		raise(planned, link.item, link.strength);
		raise(now, link.item, strengthThrough(link, found));
	}
	const strongPairs = pairsOf(framework);
	for (const control of controls) {
		if (!counts(control)) continue;
		eachDirect(framework, control, libraryOf, strongPairs, (item, reach) => {
			raise(planned, item, reach);
			if (isInPlace(control)) raise(now, item, reach);
		});
	}
	return new Map(
		framework.items.map(({ id }) => [
			id,
			{ now: now.get(id) ?? 'none', planned: planned.get(id) ?? 'none' },
		]),
	);
}

/** How firmly a criterion leads to an item while so many of its controls are in place. */
export function strengthThrough(
	{ strength }: Pick<MappedLink, 'strength'>,
	{ all, inPlace }: Answers,
): Reach {
	if (all === 0) return 'none';
	if (inPlace === all) return strength;
	return strength === 'strong' && inPlace * 2 >= all ? 'partial' : 'none';
}

/** `criterion item` of the strong matches. */
export function pairsOf({ links }: MappedFramework): ReadonlySet<string> {
	return new Set(
		links
			.filter(({ strength }) => strength === 'strong')
			.map(({ criterion, item }) => `${criterion} ${item}`),
	);
}

/** Items that a control reaches by itself: those it names, and those of its library controls. */
export function directReach(
	framework: MappedFramework,
	control: MappedControl,
	libraryOf: LibraryOf,
	strongPairs: ReadonlySet<string>,
): ReadonlyMap<string, Reach> {
	const reached = new Map<string, Reach>();
	eachDirect(framework, control, libraryOf, strongPairs, (item, reach) => {
		raise(reached, item, reach);
	});
	return reached;
}

function eachDirect(
	framework: MappedFramework,
	control: MappedControl,
	libraryOf: LibraryOf,
	strongPairs: ReadonlySet<string>,
	tell: (item: string, reach: Reach) => void,
): void {
	for (const item of framework.namedWith(control)) tell(item, 'strong');
	for (const library of libraryOf(control)) {
		for (const item of framework.ofLibrary(library)) {
			const isStrong = control.criteria.some((criterion) =>
				strongPairs.has(`${criterion} ${item}`),
			);
			tell(item, isStrong ? 'strong' : 'partial');
		}
	}
}

function raise(reached: Map<string, Reach>, item: string, reach: Reach): void {
	if (reach !== 'none' && reached.get(item) !== 'strong') reached.set(item, reach);
}
