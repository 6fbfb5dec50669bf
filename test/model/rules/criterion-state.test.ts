import { describe, expect, it } from 'vitest';
import { criterionState } from '../../../src/model/rules/criterion-state.ts';

describe('how far a criterion is', () => {
	it.each([
		['met', ['implemented', 'implemented']],
		['met', ['implemented', 'notApplicable']],
		['partlyMet', ['implemented', 'notStarted']],
		['partlyMet', ['implemented', '']],
		['partlyMet', ['inProgress', 'Drafted']],
		['notMet', []],
		['notMet', ['planned', 'notStarted', 'notApplicable']],
		['notAssessed', ['notApplicable']],
		['notAssessed', ['']],
		['notAssessed', ['planned', '']],
		['notAssessed', ['Drafted']],
	])('[X-4] is %s by %j', (state, statuses) => {
		expect(criterionState(statuses.map((status) => ({ status })))).toBe(state);
	});
});
