/**
 * What the answers say about a category. It is a reading of the answers and decides nothing: the person
 * does (readiness guide 1.1).
 */
import type { Scope } from '../../records/scope.ts';
import { answerOf } from './answers.ts';
import { questionsOf, type ChosenCategory, type ScopingQuestion } from './questions.ts';

export interface CategorySuggestion {
	/**
	 * 'include': the answers call for it. 'leaveOut': they speak for leaving it out. 'mixed': they
	 * point both ways. 'open': not enough is answered.
	 */
	readonly kind: 'include' | 'leaveOut' | 'mixed' | 'open';
	/** What was said, as clauses: 'you promise a service level'. */
	readonly because: readonly string[];
}

/** Reads the answers about one category. */
export function categorySuggestion(scope: Scope, category: ChosenCategory): CategorySuggestion {
	const questions = questionsOf(category);
	const said = (kind: ScopingQuestion['yes'], answer: 'yes' | 'no'): readonly ScopingQuestion[] =>
		questions.filter(({ id, yes }) => yes === kind && answerOf(scope, id) === answer);
	const calls = questions.filter(({ yes }) => yes === 'for' || yes === 'with');
	const together = questions.filter(({ yes }) => yes === 'with');
	const allTogether = together.length > 0 && said('with', 'yes').length === together.length;

	const fors = [
		...said('for', 'yes').map(({ saidYes }) => saidYes),
		...(allTogether ? together.map(({ saidYes }) => saidYes) : []),
	];
	const againsts = [
		...said('against', 'yes').map(({ saidYes }) => saidYes),
		...said('with', 'no').map(({ saidNo }) => saidNo),
		...(category === 'privacy' ? roleAgainst(scope) : []),
	];
	if (fors.length > 0 && againsts.length > 0) {
		return { kind: 'mixed', because: [...fors, ...againsts] };
	}
	if (fors.length > 0) return { kind: 'include', because: fors };
	if (againsts.length > 0) return { kind: 'leaveOut', because: againsts };
	const nos = said('for', 'no');
	return nos.length > 0 && nos.length === calls.length
		? { kind: 'leaveOut', because: nos.map(({ saidNo }) => saidNo) }
		: { kind: 'open', because: [] };
}

function roleAgainst({ dataRole }: Scope): readonly string[] {
	if (dataRole === 'processor') return ['you process personal data for customers only'];
	return dataRole === 'none' ? ['you hold no personal data'] : [];
}
