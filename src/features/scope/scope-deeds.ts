/** What people do in the scope, each as one command. */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { TrustServicesCategory } from '../../model/catalog/criteria.ts';
import type { AssessmentKey } from '../../model/records/assessment.ts';
import type { ScopeFieldKey } from '../../model/records/scope.ts';
import { withMember, type Answer } from '../../model/rules/scoping/answers.ts';
import { RecordDeeds, type Refusal } from '../../parts/lines/record-deeds.ts';
import { answerQuestion } from '../../parts/questions/answer-question.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import { assessCriteria } from '../../workbook/commands/assess-criteria.ts';
import { setScope, type SetScope } from '../../workbook/commands/set-scope.ts';

export class ScopeDeeds extends RecordDeeds {
	readonly #workbook: LiveWorkbook;

	constructor(workbook: LiveWorkbook, toasts: ToastQueue) {
		super(workbook, toasts);
		this.#workbook = workbook;
	}

	/** Sets facts of the scope. */
	set(values: SetScope['values'], label?: string): Refusal {
		return this.tried(setScope, { values, ...(label ? { label } : {}) });
	}

	/** Sets one fact of the scope. */
	setFact(key: ScopeFieldKey, value: string): Refusal {
		return this.set({ [key]: value });
	}

	answer(question: string, answer: Answer): void {
		const outcome = answerQuestion(this.#workbook, question, answer);
		if (!outcome.ok) this.said(outcome.problems.map(({ text }) => text).join(' '));
	}

	/** Puts a category in scope or leaves it out; security comes in with whatever is decided first. */
	choose(category: TrustServicesCategory, isIn: boolean, label: string): void {
		const before = withMember(this.#workbook.scope.categories, 'security', true);
		const categories = withMember(before, category, isIn || category === 'security');
		this.said(this.set({ categories }, label));
	}

	giveReason(category: TrustServicesCategory, reason: string): Refusal {
		return this.tried(setScope, { values: {}, reasons: { [category]: reason } });
	}

	assess(criterion: string, field: AssessmentKey, value: string): Refusal {
		return this.tried(assessCriteria, { edits: [{ criterion, field, value }] });
	}

	/** Counts a criterion again. Its reason is kept for the case that it is set aside anew. */
	countAgain(criterion: string): void {
		const refusal = this.assess(criterion, 'relevance', '');
		if (refusal === undefined) this.offerUndo(`${criterion} counts again.`);
		else this.said(refusal);
	}
}
