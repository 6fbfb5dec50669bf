/**
 * Finds records of a register by what names them, for the palette. Folded texts are kept while a record
 * stays the same, and a text typed on searches only what answered before, so that a letter among 10,000
 * controls costs no frame.
 */
import type { Component } from 'svelte';
import { grouped } from '../base/counted.ts';
import {
	recordName,
	valueAt,
	type Register,
	type RegisterRecord,
} from '../model/registers/register.ts';
import { foldText, scoreOf, typedWords } from '../ui/commands/fuzzy-match.ts';
import type { UiCommand } from '../ui/commands/ui-command.ts';

/** Milliseconds of making ready between two frames, and how many records are folded at a stretch. */
const slice = 4;
const stretch = 100;
/** What is retired comes after what is not. */
const retiredLoses = 200;

interface Answer {
	readonly records: readonly RegisterRecord[];
	readonly typed: string;
	readonly matching: readonly RegisterRecord[];
}

interface Ranked {
	readonly record: RegisterRecord;
	readonly score: number;
}

export class RecordSearch {
	readonly #register: Register;
	readonly #icon: Component;
	readonly #most: number;
	readonly #open: (record: string) => void;
	readonly #folded = new WeakMap<RegisterRecord, string>();
	#last: Answer | undefined;
	/** The records that are folded ahead. */
	#ready: readonly RegisterRecord[] | undefined;

	/** Shows the best `most` of a register. */
	constructor(register: Register, icon: Component, most: number, open: (record: string) => void) {
		this.#register = register;
		this.#icon = icon;
		this.#most = most;
		this.#open = open;
	}

	/** The best matches, best first. The empty text finds nothing; what follows it is made ready. */
	find(records: readonly RegisterRecord[], typed: string): readonly UiCommand[] {
		const words = typedWords(typed);
		if (words.length === 0) {
			this.#makeReady(records);
			return [];
		}
		const matching: RegisterRecord[] = [];
		const best: Ranked[] = [];
		for (const record of this.#candidates(records, typed)) {
			const score = scoreOf(words, this.#fold(record));
			if (score === undefined) continue;
			matching.push(record);
			keepBest(best, { record, score: score - (record.retired ? retiredLoses : 0) }, this.#most);
		}
		this.#last = { records, typed, matching };
		const isCut = matching.length > this.#most;
		const many = this.#register.many.charAt(0).toUpperCase() + this.#register.many.slice(1);
		const group = isCut ? `${many}, best ${this.#most} of ${grouped(matching.length)}` : many;
		return best.map(({ record }) => this.#commandOf(record, group));
	}

	/** Folds the texts before the first letter comes, a slice between two frames. */
	#makeReady(records: readonly RegisterRecord[]): void {
		if (this.#ready === records) return;
		this.#ready = records;
		let done = 0;
		const goOn = (): void => {
			if (this.#ready !== records) return;
			const end = performance.now() + slice;
			while (done < records.length && performance.now() < end) {
				for (const record of records.slice(done, done + stretch)) this.#fold(record);
				done += stretch;
			}
			if (done < records.length) setTimeout(goOn);
		};
		setTimeout(goOn);
	}

	#candidates(records: readonly RegisterRecord[], typed: string): readonly RegisterRecord[] {
		const last = this.#last;
		return last?.records === records && typed.startsWith(last.typed) ? last.matching : records;
	}

	#fold(record: RegisterRecord): string {
		let folded = this.#folded.get(record);
		if (folded === undefined) {
			folded = foldText(this.#names(record).join(' '));
			this.#folded.set(record, folded);
		}
		return folded;
	}

	#commandOf(record: RegisterRecord, group: string): UiCommand {
		const more = this.#names(record).slice(1).join(' ');
		return {
			id: record.id,
			label: recordName(this.#register, record),
			hint: record.retired ? `${more} (retired)` : more,
			group,
			icon: this.#icon,
			run: () => this.#open(record.id),
		};
	}

	/** What names it, filled ones only. */
	#names(record: RegisterRecord): readonly string[] {
		return this.#register.naming
			.map((key) => valueAt(record, key))
			.filter((value): value is string => typeof value === 'string' && value !== '');
	}
}

/** Puts one among the best, which stay in order and few; of equals, the earlier stands first. */
function keepBest(best: Ranked[], next: Ranked, most: number): void {
	const worst = best.at(-1);
	if (best.length === most && worst && worst.score >= next.score) return;
	best.splice(best.findLastIndex(({ score }) => score >= next.score) + 1, 0, next);
	if (best.length > most) best.pop();
}
