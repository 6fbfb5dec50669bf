/** Terms that say how far something is are shown with the shape of that state. */
import type { VocabularyId } from '../../../model/records/vocabulary.ts';
import type { PillState } from '../../../ui/feedback/pill-state.ts';

const states: Readonly<Partial<Record<VocabularyId, Readonly<Record<string, PillState>>>>> = {
	status: {
		notStarted: 'none',
		planned: 'planned',
		inProgress: 'part',
		implemented: 'met',
		notApplicable: 'none',
	},
	riskStatus: { open: 'none', treated: 'met', accepted: 'met', closed: 'met' },
	policyStatus: { draft: 'part', inForce: 'met', withdrawn: 'none' },
	evidenceState: {
		expected: 'planned',
		submitted: 'part',
		accepted: 'met',
		returned: 'late',
		excused: 'none',
	},
	gapStatus: {
		open: 'none',
		inProgress: 'part',
		waiting: 'blocked',
		toVerify: 'part',
		closed: 'met',
		accepted: 'met',
	},
	testResult: {
		notTested: 'none',
		noExceptions: 'met',
		exceptionNoted: 'late',
		didNotOperate: 'blocked',
	},
};

/** The state a stored term stands for; undefined for terms that are no stage of anything. */
export function termState(vocabulary: VocabularyId, token: string): PillState | undefined {
	return states[vocabulary]?.[token];
}
