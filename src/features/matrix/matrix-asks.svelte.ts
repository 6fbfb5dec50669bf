/** What the matrix is asking the person about: at most one dialog at a time. */
import type { Control } from '../../model/records/control.ts';
import type { BulkScope } from './bulk/bulk-scopes.ts';
import type { MatrixColumn } from './columns/matrix-column.ts';

export type MatrixAsk =
	| {
			readonly kind: 'change';
			readonly column: MatrixColumn;
			/** Whether the column was asked for, so that its value comes first. */
			readonly isColumnGiven: boolean;
			readonly scopes: readonly BulkScope[];
	  }
	| { readonly kind: 'retire'; readonly controls: readonly Control[] }
	| { readonly kind: 'replace' }
	| { readonly kind: 'goTo' };

export class MatrixAsks {
	#present = $state.raw<MatrixAsk>();

	get present(): MatrixAsk | undefined {
		return this.#present;
	}

	ask(ask: MatrixAsk): void {
		this.#present = ask;
	}

	done(): void {
		this.#present = undefined;
	}
}
