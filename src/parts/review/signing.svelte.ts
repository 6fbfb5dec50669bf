/** What there is to sign on a subject for this person, kept up as the workbook and the review change. */
import type { LiveReview } from '../../live/live-review.svelte.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { whatChanged, type ChangedValue } from '../../model/review/content-changes.ts';
import type { SignOff } from '../../model/review/review-items.ts';
import {
	offersFor,
	signingConflicts,
	signOffStanding,
	type Offer,
	type SignOffStanding,
} from '../../model/review/sign-off.ts';
import { readContent } from '../../model/review/signed-content.ts';
import { recordOf, type Subject } from '../../model/review/subject.ts';
import type { PillState } from '../../ui/feedback/pill-state.ts';

export const signOffLooks: Readonly<
	Record<SignOffStanding['kind'], { readonly state: PillState; readonly label: string }>
> = {
	valid: { state: 'met', label: 'Stands' },
	'out-of-date': { state: 'late', label: 'Out of date' },
	withdrawn: { state: 'none', label: 'Taken back' },
	replaced: { state: 'none', label: 'Replaced' },
	unknown: { state: 'planned', label: 'Being checked' },
};

export class Signing {
	readonly #workbook: LiveWorkbook;
	readonly #review: LiveReview;
	readonly #subject: () => Subject;

	constructor(workbook: LiveWorkbook, review: LiveReview, subject: () => Subject) {
		this.#workbook = workbook;
		this.#review = review;
		this.#subject = subject;
	}

	/** SHA-256 of what stands; undefined while it is worked out, '' where it is not there. */
	get now(): string | undefined {
		return this.#review.contents.hash(this.#subject());
	}

	get signOffs(): readonly SignOff[] {
		return this.#review.state.signOffsOn(this.#subject());
	}

	get offers(): readonly Offer[] {
		const { me: device, role, review } = this.#review;
		return offersFor(
			{ device, role, name: review.name },
			{
				...this.#signed,
				now: this.now,
				nowAs: (signOff) => this.#nowAs(signOff),
			},
		);
	}

	get conflicts(): readonly string[] {
		return signingConflicts(this.#signed);
	}

	standing(signOff: SignOff): SignOffStanding {
		return signOffStanding(signOff, this.#nowAs(signOff), this.#review.roster);
	}

	/** What differs since it was signed; undefined where what was signed was not kept beside it. */
	changes(signOff: SignOff): readonly ChangedValue[] | undefined {
		const signed = signOff.shown === undefined ? undefined : readContent(signOff.shown);
		const now = this.#review.contents.content(signOff.subject, signOff.shown);
		if (!signed || signed.kind !== now?.kind) return undefined;
		return whatChanged(signed, now, this.#workbook.names.record);
	}

	/** What stands now, in the form in which this was signed. */
	#nowAs({ subject, shown }: SignOff): string | undefined {
		return this.#review.contents.hash(subject, shown);
	}

	get #signed() {
		const subject = this.#subject();
		const id = recordOf(subject);
		const record = id === undefined ? undefined : this.#workbook.names.record(id);
		return { subject, signOffs: this.signOffs, record };
	}
}
