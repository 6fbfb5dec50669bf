/**
 * What a workbook says, in digests by part, for whoever signs all of it: records as their own sign-offs
 * cover them, whatever the order, the source and the history of what they say (SPEC P-14).
 */
import { emptyScope, type Scope } from '../model/records/scope.ts';
import { criterionFields, recordContent } from '../model/review/signed-content.ts';
import { mostMarked, type WorkbookParts } from '../model/review/workbook-content.ts';
import type { DigestPause } from './content-digest.ts';
import type { DocumentTables } from './document-tables.ts';
import { SaidPart } from './said-part.ts';

type Tables = Pick<
	DocumentTables,
	'registers' | 'columns' | 'scope' | 'assessments' | 'acceptances'
>;

/** Keeps what was worked out: the next digest looks only at what changed since. */
export class SaidDigest {
	readonly #tables: Tables;
	readonly #parts;
	/** What own columns were called when records were read. */
	#columns: unknown;
	/** One at a time: two would take each other's work for done. */
	#last: Promise<unknown> = Promise.resolve();

	constructor(tables: Tables) {
		const { registers, columns, scope, assessments, acceptances } = tables;
		const names = { column: columns.get.bind(columns) };
		this.#tables = tables;
		this.#parts = [
			...registers.all.map(
				(table) =>
					new SaidPart(
						table.kind.name,
						() => table.all(),
						(record) => recordContent(record, names),
					),
			),
			new SaidPart('scope', () => scope.all(), scopeFacts),
			new SaidPart(
				'assessments',
				() => assessments.all(),
				(said) => filled(criterionFields(said)),
			),
			new SaidPart(
				'acceptances',
				() => acceptances.all(),
				(one) => (one.withdrawn ? undefined : one),
			),
		];
	}

	/** What the workbook says when the promise resolves. */
	digest(pause: DigestPause = () => Promise.resolve()): Promise<WorkbookParts> {
		const digest = this.#last.then(() => this.#work(pause));
		this.#last = digest.catch(() => undefined);
		return digest;
	}

	async #work(pause: DigestPause): Promise<WorkbookParts> {
		do {
			const columns = this.#tables.columns.all();
			if (columns !== this.#columns) for (const part of this.#parts) part.forget();
			this.#columns = columns;
			for (const part of this.#parts) await part.work(pause);
		} while (!this.#isCurrent);
		const parts = this.#parts
			.filter(({ digest }) => digest !== '')
			.map(({ name, digest, marks }) => ({ name, digest, marks }));
		const records = parts.reduce((sum, { marks }) => sum + marks.length, 0);
		return Object.fromEntries(
			parts.map(({ name, digest, marks }) => [
				name,
				{
					...{ records: marks.length, digest },
					...(records > mostMarked ? {} : { marks: marks.join('') }),
				},
			]),
		);
	}

	get #isCurrent(): boolean {
		return (
			this.#columns === this.#tables.columns.all() &&
			this.#parts.every(({ isCurrent }) => isCurrent)
		);
	}
}

/** The facts that somebody gave, members of sets in one order. */
function scopeFacts(scope: Scope): object | undefined {
	const facts = Object.keys(emptyScope)
		.filter((key) => key !== 'id')
		.map((key) => [key, scope[key as keyof Scope]] as const)
		.filter(([, fact]) => (typeof fact === 'object' ? Object.keys(fact).length > 0 : fact !== ''))
		.map(([key, fact]) => [key, Array.isArray(fact) ? [...(fact as string[])].sort() : fact]);
	return filled(Object.fromEntries(facts) as Record<string, unknown>);
}

function filled<Values extends object>(values: Values): Values | undefined {
	return Object.keys(values).length > 0 ? values : undefined;
}
