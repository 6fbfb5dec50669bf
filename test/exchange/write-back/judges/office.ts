/** LibreOffice as a judge: opens many files in one run and tells what it shows in every sheet. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writtenRecords } from '../../../../src/exchange/reading/delimited/delimited-records.ts';
import { cellReference } from '../../../../src/exchange/sheet.ts';
import type { Shown } from './libraries.ts';

export const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** Separator, quote, encoding, first line; values as shown; the last number asks for every sheet. */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

export class Office {
	readonly #folder = mkdtempSync(join(tmpdir(), 'write-back-office-'));
	readonly #files: string[] = [];

	/** Adds a file to those that are opened; `name` holds no hyphen but its own. */
	put(name: string, extension: string, bytes: Uint8Array): void {
		const path = join(this.#folder, `${name}.${extension}`);
		writeFileSync(path, bytes);
		this.#files.push(path);
	}

	/** Opens all files and writes down what their sheets show. */
	open(): void {
		const profile = `-env:UserInstallation=file://${join(this.#folder, 'profile')}`;
		const to = ['--headless', '--convert-to', everySheet, '--outdir', this.#folder];
		spawnSync('soffice', [profile, ...to, ...this.#files]);
	}

	/** The texts of a file's sheets; none where LibreOffice could not open it. */
	shown(name: string): Shown {
		const shown = new Map<string, string>();
		for (const file of readdirSync(this.#folder)) {
			if (!file.startsWith(`${name}-`) || !file.endsWith('.csv')) continue;
			const sheet = file.slice(name.length + 1, -'.csv'.length);
			const records = writtenRecords(readFileSync(join(this.#folder, file), 'utf8'), ',');
			[...records].forEach((record, row) => {
				for (const [column, { text }] of record.entries()) {
					shown.set(`${sheet}!${cellReference(column, row + 1)}`, text);
				}
			});
		}
		return shown;
	}

	close(): void {
		rmSync(this.#folder, { recursive: true });
	}
}
