/**
 * Who may change a workbook here: everything (`open`), nothing (`closed`, as for viewers), or values
 * by way of suggestions (`suggest`, as for reviewers). The workbook asks its gate at every command.
 */
import { Listeners, type Observable } from '../base/observable.ts';
import type { Result } from '../base/result.ts';
import type { CommandProblem } from './command.ts';
import type { Done, Workbook } from './workbook.ts';
import type { Write } from './write.ts';

export type Gate =
	| { readonly kind: 'open' }
	/** `text` says why, and who can help. */
	| { readonly kind: 'closed'; readonly text: string }
	/** Puts forward what a command of this label would write (`suggested-values.ts`). */
	| {
			readonly kind: 'suggest';
			readonly suggest: (
				workbook: Workbook,
				writes: readonly Write[],
				label: string,
			) => Result<Done, CommandProblem>;
	  };

/** Why nothing is undone or done again where this gate stands. */
export function noStepText(gate: Exclude<Gate, { readonly kind: 'open' }>): string {
	return gate.kind === 'closed'
		? gate.text
		: 'Undo takes back changes of the workbook, and reviewers make none. Withdraw a suggestion where it stands.';
}

/** Why this gate does not let anybody do what is more than to set values; undefined where it does. */
export function noReshapingText(gate: Gate, what: string): string | undefined {
	if (gate.kind === 'open') return undefined;
	return gate.kind === 'closed' ? gate.text : askAnEditor(what);
}

/** Why a reviewer does not do something: “retire controls”. */
export function askAnEditor(what: string): string {
	return `Reviewers suggest values; ask an editor to ${what}.`;
}

/** A gate that is turned while the workbook lies open, as roles change. Open at first. */
export class TurningGate implements Observable<Gate> {
	readonly #listeners = new Listeners();
	#current: Gate;

	constructor(first: Gate = { kind: 'open' }) {
		this.#current = first;
	}

	get current(): Gate {
		return this.#current;
	}

	turn(gate: Gate): void {
		this.#current = gate;
		this.#listeners.call();
	}

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}
}
