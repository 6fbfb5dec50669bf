/** What a register is asking the person about: at most one dialog at a time. */
import type { RegisterRecord } from '../../model/registers/register.ts';
import type { BulkScope } from './bulk/bulk-scopes.ts';
import type { RegisterColumn } from './columns/register-column.ts';

export type RegisterAsk =
	| {
			readonly kind: 'change';
			readonly column: RegisterColumn;
			/** Whether the column was asked for, so that its value comes first. */
			readonly isColumnGiven: boolean;
			readonly scopes: readonly BulkScope[];
	  }
	| { readonly kind: 'retire'; readonly records: readonly RegisterRecord[] }
	| { readonly kind: 'replace' }
	| { readonly kind: 'goTo' };

export class RegisterAsks {
	#present = $state.raw<RegisterAsk>();

	get present(): RegisterAsk | undefined {
		return this.#present;
	}

	ask(ask: RegisterAsk): void {
		this.#present = ask;
	}

	done(): void {
		this.#present = undefined;
	}
}
