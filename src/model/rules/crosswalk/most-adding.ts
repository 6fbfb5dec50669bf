/**
 * Which controls would add the most to the coverage of a framework: again and again the one that, put in
 * place, reaches most items that nothing in place reaches yet; among equals the one that makes most of
 * the others strong, then the earlier. What a control adds is counted after those before it in the list.
 */
import {
	answersByCriterion,
	directReach,
	isInPlace,
	pairsOf,
	strengthThrough,
	type Answers,
	type Coverage,
	type LibraryOf,
	type Reach,
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

interface Gain {
	readonly reaches: ReadonlySet<string>;
	readonly strengthens: ReadonlySet<string>;
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
	const progress = new Progress(framework, coverage, controls, libraryOf);
	let waiting = candidates.filter((candidate) => candidate.isOfLibrary || !isInPlace(candidate));
	const chosen: Adding<Candidate>[] = [];
	while (chosen.length < most) {
		let best: { readonly control: Candidate; readonly gain: Gain } | undefined;
		for (const control of waiting) {
			const gain = progress.gainOf(control);
			if (isGreater(gain, best?.gain)) best = { control, gain };
		}
		if (!best) break;
		const { control, gain } = best;
		chosen.push({ control, ...progress.inOrder(gain) });
		progress.put(control);
		waiting = waiting.filter((other) => other !== control);
	}
	return chosen;
}

/** What is reached so far, as more and more controls are put in place. */
class Progress {
	readonly #order: readonly string[];
	readonly #reached: Map<string, Reach>;
	readonly #answers: Map<string, Answers>;
	readonly #links = new Map<string, MappedLink[]>();
	readonly #direct: (control: MappedControl) => ReadonlyMap<string, Reach>;

	constructor(
		framework: MappedFramework,
		coverage: Coverage,
		controls: readonly MappedControl[],
		libraryOf: LibraryOf,
	) {
		this.#order = framework.items.map(({ id }) => id);
		this.#reached = new Map([...coverage].map(([item, { now }]) => [item, now]));
		this.#answers = new Map(answersByCriterion(controls));
		for (const link of framework.links) {
			const found = this.#links.get(link.criterion);
			if (found) found.push(link);
			else this.#links.set(link.criterion, [link]);
		}
		const strongPairs = pairsOf(framework);
		const known = new Map<string, ReadonlyMap<string, Reach>>();
		this.#direct = (control) => {
			const found = known.get(control.id);
			if (found) return found;
			const direct = directReach(framework, control, libraryOf, strongPairs);
			known.set(control.id, direct);
			return direct;
		};
	}

	gainOf(control: AddingCandidate): Gain {
		const gain = { reaches: new Set<string>(), strengthens: new Set<string>() };
		const look = (item: string, reach: Reach) => {
			const before = this.#reached.get(item);
			if (before === 'none' && reach !== 'none') gain.reaches.add(item);
			if (before === 'partial' && reach === 'strong') gain.strengthens.add(item);
		};
		for (const [item, reach] of this.#direct(control)) look(item, reach);
		for (const criterion of control.criteria) {
			const answers = this.#answersWith(control, criterion);
			for (const link of this.#links.get(criterion) ?? []) {
				look(link.item, strengthThrough(link, answers));
			}
		}
		return gain;
	}

	/** Counts the control as in place from now on. */
	put(control: AddingCandidate): void {
		const raise = (item: string, reach: Reach) => {
			const before = this.#reached.get(item);
			if (reach === 'strong' || (reach === 'partial' && before === 'none')) {
				if (before !== undefined) this.#reached.set(item, reach);
			}
		};
		for (const [item, reach] of this.#direct(control)) raise(item, reach);
		for (const criterion of control.criteria) {
			const answers = this.#answersWith(control, criterion);
			this.#answers.set(criterion, answers);
			for (const link of this.#links.get(criterion) ?? []) {
				raise(link.item, strengthThrough(link, answers));
			}
		}
	}

	inOrder({ reaches, strengthens }: Gain) {
		return {
			reaches: this.#order.filter((item) => reaches.has(item)),
			strengthens: this.#order.filter((item) => strengthens.has(item)),
		};
	}

	#answersWith({ isOfLibrary }: AddingCandidate, criterion: string): Answers {
		const { all, inPlace } = this.#answers.get(criterion) ?? { all: 0, inPlace: 0 };
		return { all: isOfLibrary ? all + 1 : all, inPlace: inPlace + 1 };
	}
}

function isGreater(gain: Gain, than: Gain | undefined): boolean {
	const reached = gain.reaches.size - (than?.reaches.size ?? 0);
	const strong = gain.strengthens.size - (than?.strengthens.size ?? 0);
	return reached > 0 || (reached === 0 && strong > 0);
}
