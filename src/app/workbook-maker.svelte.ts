/** Makes workbooks: from a spreadsheet to import, from a saved copy, from the example, or empty. */
import type { WorkbookId } from '../workbook/ports.ts';
import type { Services } from './services.ts';

export type Made =
	| { readonly kind: 'empty' | 'spreadsheet' | 'example'; readonly workbook: WorkbookId }
	| { readonly kind: 'copy'; readonly workbook: WorkbookId; readonly lacks: string | undefined }
	| { readonly problem: string };

/** The ending of a saved copy, see storage's `copy-file.ts`. */
const copyEnding = '.workbook';
const spreadsheets = ['.xlsx', '.xlsm', '.xls', '.xlsb', '.ods', '.csv', '.tsv', '.txt'];

export class WorkbookMaker {
	readonly #services: Services;
	#busy = $state.raw(false);

	constructor(services: Services) {
		this.#services = services;
	}

	/** True while one is being made. */
	get busy(): boolean {
		return this.#busy;
	}

	/** Endings of the files this can begin with. */
	get accept(): readonly string[] {
		return [...spreadsheets, copyEnding];
	}

	empty(name: string): Promise<Made> {
		return this.#while(() => this.#create(name, 'empty'));
	}

	/** A saved copy is opened as it is; for any other file a workbook of its name is made to import into. */
	fromFile(file: File): Promise<Made> {
		return this.#while(async () => {
			if (!file.name.endsWith(copyEnding)) {
				return this.#create(file.name.replace(/\.[^.]+$/, '') || file.name, 'spreadsheet');
			}
			const opened = await this.#services.openCopy(file);
			if (opened.ok) return { kind: 'copy', ...opened.value };
			return { problem: textOf(opened.problems) };
		});
	}

	example(): Promise<Made> {
		return this.#while(async () => {
			const { buildExample, exampleName } = await import('../workbook/example/example.ts');
			const made = await this.#create(exampleName, 'example');
			if ('problem' in made) return made;
			const opened = await this.#services.openWorkbook(made.workbook);
			if (!opened.ok) return { problem: textOf(opened.problems) };
			buildExample(opened.value.live.workbook, this.#services.clock.today());
			await opened.value.close();
			return made;
		});
	}

	async #create(name: string, kind: 'empty' | 'spreadsheet' | 'example'): Promise<Made> {
		const created = await this.#services.shelf.create(name);
		if (created.ok) return { kind, workbook: created.value };
		return { problem: textOf(created.problems) };
	}

	async #while(make: () => Promise<Made>): Promise<Made> {
		this.#busy = true;
		try {
			return await make();
		} finally {
			this.#busy = false;
		}
	}
}

function textOf(problems: readonly { readonly text: string }[]): string {
	return problems.map(({ text }) => text).join(' ');
}
