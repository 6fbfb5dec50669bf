/**
 * Who may change a workbook here: everything (`open`), nothing (`closed`, as for viewers), or values
 * by way of suggestions (`suggest`, as for reviewers). The workbook asks its gate at every command.
 */
import { Listeners, type Observable } from '../base/observable.ts';
import type { Result } from '../base/result.ts';
import type { CommandProblem } from './command.ts';
import type { SuggestedValue } from './suggested-values.ts';

export type Gate =
	| { readonly kind: 'open' }
	/** `text` says why, and who can help. */
	| { readonly kind: 'closed'; readonly text: string }
	| {
			readonly kind: 'suggest';
			/** Puts the values forward under the command's label, all of them or none. */
			readonly propose: (
				values: readonly SuggestedValue[],
				label: string,
			) => Result<void, CommandProblem>;
	  };

/** Why nothing is undone or done again where this gate stands. */
export function noStepText(gate: Exclude<Gate, { readonly kind: 'open' }>): string {
	return gate.kind === 'closed'
		? gate.text
		: 'Undo takes back changes of the workbook, and reviewers make none. Withdraw a suggestion where it stands.';
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
