/**
 * Which controls would add the most to the coverage of a framework: again and again the one that
 * reaches most items that nothing in place reaches yet; among equals the one that makes most of the
 * others strong, then the earlier. What a control adds is counted after those before it in the list.
 */
import {
	answersByCriterion,
	directReach,
	isInPlace,
	pairsOf,
	type Coverage,
	type LibraryOf,
} from './coverage.ts';
import type { MappedControl, MappedFramework, MappedLink } from './mapped-framework.ts';

/** A control that is not in place, or one of the library that is not in the workbook. */
export interface AddingCandidate extends MappedControl {
	readonly isOfLibrary: boolean;
}

export interface Adding<Candidate> {
	readonly control: Candidate;
	/** Items that it would be the first to reach, in the framework's order. */
	readonly reaches: readonly string[];
	/** Items that are reached in part and that it would make strong. */
	readonly strengthens: readonly string[];
}

interface Gain<Candidate> {
	readonly control: Candidate;
	readonly items: ReadonlySet<string>;
	readonly strong: ReadonlySet<string>;
}

/** At most `most` of them, the greatest first; those that add nothing are left out. */
export function mostAdding<Candidate extends AddingCandidate>(
	framework: MappedFramework,
	coverage: Coverage,
	controls: readonly MappedControl[],
	candidates: readonly Candidate[],
	libraryOf: LibraryOf,
	most: number,
): readonly Adding<Candidate>[] {
	const order = framework.items.map(({ id }) => id);
	const unreached = new Set(order.filter((item) => coverage.get(item)?.now === 'none'));
	const weak = new Set(order.filter((item) => coverage.get(item)?.now === 'partial'));
	let gains = gainsOf(framework, controls, candidates, libraryOf);
	const chosen: Adding<Candidate>[] = [];
	while (chosen.length < most) {
		gains = gains.filter(({ items, strong }) => meets(items, unreached) || meets(strong, weak));
		const best = bestOf(gains, unreached, weak);
		if (!best) break;
		const reaches = order.filter((item) => best.items.has(item) && unreached.has(item));
		const strengthens = order.filter((item) => best.strong.has(item) && weak.has(item));
		chosen.push({ control: best.control, reaches, strengthens });
		for (const item of reaches) {
			unreached.delete(item);
			if (!best.strong.has(item)) weak.add(item);
		}
		for (const item of strengthens) weak.delete(item);
		gains = gains.filter((gain) => gain !== best);
	}
	return chosen;
}

function gainsOf<Candidate extends AddingCandidate>(
	framework: MappedFramework,
	controls: readonly MappedControl[],
	candidates: readonly Candidate[],
	libraryOf: LibraryOf,
): readonly Gain<Candidate>[] {
	const answers = answersByCriterion(controls);
	const strongPairs = pairsOf(framework);
	const links = new Map<string, MappedLink[]>();
	for (const link of framework.links) {
		const found = links.get(link.criterion);
		if (found) found.push(link);
		else links.set(link.criterion, [link]);
	}
	return candidates
		.filter((candidate) => candidate.isOfLibrary || !isInPlace(candidate))
		.map((control) => {
			const direct = directReach(framework, control, libraryOf, strongPairs);
			const items = new Set(direct.keys());
			const strong = new Set([...direct].flatMap(([id, reach]) => (reach === 'strong' ? id : [])));
			for (const criterion of control.criteria) {
				const { all, inPlace } = answers.get(criterion) ?? { all: 0, inPlace: 0 };
				const waiting = all - inPlace - (control.isOfLibrary ? 0 : 1);
				for (const { item, strength } of links.get(criterion) ?? []) {
					items.add(item);
					if (strength === 'strong' && waiting === 0) strong.add(item);
				}
			}
			return { control, items, strong };
		});
}

function bestOf<Candidate>(
	gains: readonly Gain<Candidate>[],
	unreached: ReadonlySet<string>,
	weak: ReadonlySet<string>,
): Gain<Candidate> | undefined {
	let best: Gain<Candidate> | undefined;
	let [mostReached, mostStrong] = [0, 0];
	for (const gain of gains) {
		const reached = shared(gain.items, unreached);
		if (reached < mostReached) continue;
		const strong = shared(gain.strong, weak);
		if (reached > mostReached || strong > mostStrong) {
			[best, mostReached, mostStrong] = [gain, reached, strong];
		}
	}
	return best;
}

function shared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
	let count = 0;
	for (const item of some) if (others.has(item)) count += 1;
	return count;
}

function meets(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
	for (const item of some) if (others.has(item)) return true;
	return false;
}
