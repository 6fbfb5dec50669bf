/** What people do with evidence, each as one command. */
import { counted } from '../../base/counted.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { EvidenceItem } from '../../model/registers/evidence.ts';
import type { EvidenceDraft } from '../../model/rules/evidence/new-evidence.ts';
import type { SaidInReview } from '../../model/rules/evidence/review-problem.ts';
import type { KindSuggestion } from '../../model/rules/evidence/suggested-kinds.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import { editRecords } from '../../workbook/commands/records/edit-records.ts';
import { RecordDeeds, type Refusal } from '../lines/record-deeds.ts';

export class EvidenceDeeds {
	readonly #workbook: LiveWorkbook;
	readonly #records: RecordDeeds;

	constructor(workbook: LiveWorkbook, toasts: ToastQueue) {
		this.#workbook = workbook;
		this.#records = new RecordDeeds(workbook, toasts);
	}

	edit(item: EvidenceItem, field: string, value: string | readonly string[]): Refusal {
		return this.#records.edit('evidence', item.id, field, value);
	}

	/** Adds an item and offers to take that back; its id. */
	add(draft: EvidenceDraft): string | undefined {
		const label = `Add evidence: ${draft.title ?? ''}`;
		const [id] = this.#records.add('evidence', [draft], label);
		if (id !== undefined) this.#records.offerUndo(`Added: ${draft.title ?? 'an item'}.`);
		return id;
	}

	/** Accepts, returns or excuses an item; a note that stands is kept where nothing is said. */
	review(item: EvidenceItem, { review, reviewer, note }: SaidInReview): Refusal {
		const verb = { accepted: 'Accept', returned: 'Return', excused: 'Excuse' }[review];
		return this.#set(item, `${verb} ${item.title || 'evidence'}`, {
			state: review,
			...(reviewer.trim() === '' ? {} : { reviewer: reviewer.trim() }),
			reviewed: this.#workbook.today,
			...(note.trim() === '' ? {} : { note: note.trim() }),
		});
	}

	/** Hands an item in, the first time or again. */
	submit(item: EvidenceItem): void {
		const label = `Hand in ${item.title || 'evidence'}`;
		const today = this.#workbook.today;
		const values = { state: 'submitted', submitted: today, reviewer: '', reviewed: '' };
		this.#records.said(this.#set(item, label, values));
	}

	retire(item: EvidenceItem): void {
		this.#records.retire('evidence', item.id);
	}

	/** Names the kinds that were suggested, for all those controls by one step. */
	nameKinds(suggestions: readonly KindSuggestion[]): void {
		const count = counted(suggestions.length, 'control');
		const refusal = this.#records.tried(editRecords, {
			register: 'controls',
			edits: suggestions.map(({ control, kinds }) => ({
				record: control.id,
				column: 'evidenceKinds',
				value: kinds,
			})),
			label: `Name the kinds of evidence of ${count}`,
		});
		if (refusal === undefined) this.#records.offerUndo(`Named the kinds of evidence of ${count}.`);
		else this.#records.said(refusal);
	}

	#set(item: EvidenceItem, label: string, values: Readonly<Record<string, string>>): Refusal {
		return this.#records.tried(editRecords, {
			register: 'evidence',
			edits: Object.entries(values).map(([column, value]) => ({
				record: item.id,
				column,
				value,
			})),
			label,
		});
	}
}
