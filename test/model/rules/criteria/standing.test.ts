/** How a criterion stands on the map of criteria. */
import { describe, expect, test } from 'vitest';
import { criterionStanding } from '../../../../src/model/rules/criteria/standing.ts';

const error = { severity: 'error' } as const;
const warning = { severity: 'warning' } as const;

describe('the standing of a criterion', () => {
	test.each([
		['nothing answers it, whatever else was found', 'none', 0, [], [error]],
		['an error touches it, however high its score', 'blocked', 1, ['implemented'], [error]],
		['its controls are only planned', 'planned', 0.2, ['planned', 'notStarted'], []],
		['one of its controls is being built', 'part', 0.2, ['planned', 'inProgress'], []],
		['the low end of its score is just below the highest band', 'part', 0.899, ['implemented'], []],
		['the low end of its score is in the highest band', 'met', 0.9, ['implemented'], [warning]],
		['a status nobody mapped says nothing', 'part', 0.3, ['Done-ish'], []],
	] as const)('where %s, it is "%s"', (_, standing, low, statuses, findings) => {
		expect(criterionStanding({ low }, statuses, findings)).toBe(standing);
	});
});
