/** Gaps and what is done about them: the remediation plan (readiness guide, part 4). */
import { field, register, type RecordOf } from './register.ts';

export const gaps = register({
	name: 'gaps',
	idKind: 'gap',
	one: 'gap',
	many: 'gaps',
	title: 'Gaps',
	naming: ['gapId', 'title'],
	shape: {
		gapId: field('Gap ID', 'The id your company uses', { kind: 'text' }, 90),
		title: field('Gap', 'What is missing, in one line', { kind: 'text' }, 260),
		kind: field(
			'Kind',
			'Design, operating, evidence or documentation',
			{ kind: 'term', vocabulary: 'gapKind' },
			130,
		),
		severity: field(
			'Severity',
			'How much it endangers its criteria',
			{ kind: 'term', vocabulary: 'severity' },
			100,
		),
		status: field('Status', 'How far the work is', { kind: 'term', vocabulary: 'gapStatus' }, 130),
		owner: field('Owner', 'Who does the work', { kind: 'person' }, 150),
		due: field('Due', 'When it should be closed', { kind: 'date' }, 120),
		criteria: field('Criteria', 'The criteria it touches', { kind: 'criteria' }, 140),
		controls: field('Controls', 'The controls it is about', { kind: 'links', to: 'controls' }, 160),
		foundBy: field('Source', 'Where it was found', { kind: 'term', vocabulary: 'gapSource' }, 130),
		finding: field('Finding', 'What was found', { kind: 'prose' }, 280),
		rootCause: field('Root cause', 'Why it came about', { kind: 'prose' }, 240),
		steps: field('Steps', 'What will be done, one step a line', { kind: 'prose' }, 280),
		start: field('Start', 'When the work begins', { kind: 'date' }, 120),
		dependsOn: field(
			'Depends on',
			'Gaps that must be closed first',
			{ kind: 'links', to: 'gaps' },
			160,
		),
		proof: field(
			'Proof of closure',
			'The evidence that will show it is closed',
			{ kind: 'prose' },
			240,
		),
		periodEffect: field(
			'Effect on the period',
			'What it does to the observation period',
			{ kind: 'term', vocabulary: 'periodEffect' },
			160,
		),
		opened: field('Opened on', 'The day it was found', { kind: 'date' }, 120),
		closed: field('Closed on', 'The day the work was done', { kind: 'date' }, 120),
		verifiedBy: field('Verified by', 'Who checked it: not the owner', { kind: 'person' }, 150),
		verified: field('Verified on', 'The day it was checked', { kind: 'date' }, 120),
		residual: field('Residual risk', 'What is left', { kind: 'prose' }, 220),
		acceptedBy: field('Risk accepted by', 'Who accepted what is left', { kind: 'person' }, 150),
		findingKey: field(
			'Check finding',
			'The finding of a check it came from',
			{ kind: 'text' },
			160,
		),
		notes: field('Notes', 'Anything else', { kind: 'prose' }, 260),
	},
});

export type Gap = RecordOf<typeof gaps>;

/** True while work is left: it is neither closed nor its risk accepted. */
export function isOpenGap(gap: Pick<Gap, 'status' | 'retired'>): boolean {
	return gap.retired === undefined && gap.status !== 'closed' && gap.status !== 'accepted';
}
