/** Gaps, how bad they are, how they are closed; and what the score is. */
import { heading, list, note, paragraph, steps, table, terms } from '../../../base/text-blocks.ts';
import type { PartKind } from '../../readiness/score/score.ts';
import { percent } from '../../../base/percent.ts';
import { type1Weights, type2Weights } from '../../readiness/score/weights.ts';
import type { Article } from '../article.ts';

/** What a part counts for in a Type 1 and in a Type 2. */
function weightsOf(part: PartKind): readonly string[] {
	return [type1Weights, type2Weights].map(({ [part]: weight }) =>
		weight === 0 ? '–' : percent(weight),
	);
}

export const gapArticles: readonly Article[] = [
	{
		id: 'kinds-of-gap',
		group: 'Gaps and score',
		title: 'Four kinds of gap',
		summary:
			'Design, operating, evidence, documentation: ask in this order and stop at the first that fits.',
		keywords: [
			'gap',
			'design gap',
			'operating gap',
			'evidence gap',
			'documentation gap',
			'classify',
		],
		asks: ['gaps.kind'],
		blocks: [
			table(
				'Ask from the top; one gap has one kind',
				['Kind', 'Question', 'Example', 'Time to mend'],
				[
					'Design',
					'If it ran perfectly, would the criterion be met?',
					'nobody reviews administrator rights',
					'weeks: a new control',
				],
				[
					'Operating',
					'It is well designed; did it run each time?',
					'the second quarter’s review was missed',
					'none for the past; it can only be explained',
				],
				[
					'Evidence',
					'It ran; can it be shown?',
					'the review was a call without a record',
					'from now on',
				],
				[
					'Documentation',
					'It runs and shows; is it written down?',
					'there is no procedure, or the policy is old',
					'days',
				],
			),
		],
		related: ['severity', 'closing-a-gap', 'first-report-gaps'],
	},
	{
		id: 'severity',
		group: 'Gaps and score',
		title: 'How severe a gap is',
		summary: 'Critical, high, medium or low, by what it does to the criterion.',
		keywords: ['severity', 'critical', 'high', 'medium', 'low', 'priority'],
		asks: ['gaps.severity'],
		blocks: [
			terms(
				['Critical', 'the criterion cannot be met now, and nothing makes up for it'],
				['High', 'a key control is missing or failing'],
				['Medium', 'partly met, or another control makes up for it'],
				['Low', 'paperwork'],
			),
			paragraph('If a reader of the report would be likely to notice, raise it by one.'),
			note(
				'An open critical or high gap holds the score of its criterion at 60% at most, and the reason is shown there.',
			),
		],
		related: ['kinds-of-gap', 'score', 'closing-a-gap'],
	},
	{
		id: 'closing-a-gap',
		group: 'Gaps and score',
		title: 'Closing a gap',
		summary: 'Name the proof before the work begins, and let somebody else confirm it.',
		keywords: ['close', 'remediation', 'verify', 'root cause', 'proof', 'owner', 'due'],
		asks: ['gaps.closing'],
		blocks: [
			steps(
				'Find the root cause: ask why until the answer is something you can change.',
				'Write the steps, one owner and a date. Name what it depends on.',
				'Say which record will prove that it is closed.',
				'Do the work; for an operating gap, run the control at least once in its new form.',
				'Somebody other than the owner looks at the proof and confirms it.',
			),
			paragraph(
				'Note the effect on the period as well: none, shorten it, move its start, or expect a deviation. What will stay open needs a name behind it: who accepted what remains, and when.',
			),
		],
		related: ['kinds-of-gap', 'safe-start', 'road-remediation'],
	},
	{
		id: 'safe-start',
		group: 'Gaps and score',
		title: 'The earliest safe start of the period',
		summary: 'The day from which every key control can be shown to have operated.',
		keywords: ['safe start', 'when to start', 'earliest', 'period start', 'clock'],
		asks: ['gaps.safe-start'],
		blocks: [
			paragraph(
				'Take the live dates of all key controls. For those with a fixed rhythm add one interval, so that each has run once before it counts: a quarterly review that goes live in March has run once by June. The latest of these days is the earliest safe start.',
			),
			list(
				'One late control moves the start for all. Look at it first.',
				'A control that has run once before the start has already shown its weak spots.',
				'Starting earlier is possible and honest when the report says which control covers less of the period. Talk to your CPA firm first.',
			),
			note('This is a rule of thumb of this product. No standard asks for it.'),
		],
		related: ['observation-period', 'key-controls', 'closing-a-gap'],
	},
	{
		id: 'score',
		group: 'Gaps and score',
		title: 'How the score is made, and what it is not',
		summary:
			'A sum of what the workbook shows, open down to each row. It is no forecast of the opinion.',
		keywords: [
			'score',
			'percent',
			'readiness',
			'weights',
			'bands',
			'cap',
			'blocked',
			'low and high',
		],
		asks: ['score', 'score.caps', 'score.blocked'],
		blocks: [
			table(
				'What a control’s score is made of',
				['Part', 'Type 1', 'Type 2', 'Counts'],
				['Design', ...weightsOf('design'), 'met 1, partly ½, not met or not judged 0'],
				[
					'Documentation',
					...weightsOf('paper'),
					'owner, frequency, clear text, current policy: a quarter each',
				],
				[
					'Evidence',
					...weightsOf('evidence'),
					'accepted in time 1, late or only submitted ½, missing 0',
				],
				[
					'Operation',
					...weightsOf('operation'),
					'tested items without deviation; untested ones make a low and a high',
				],
			),
			paragraph(
				'A part with nothing due yet is left out. A criterion is the mean of its controls, key ones counted twice; a category and the whole are plain means of their criteria.',
			),
			heading('What holds a criterion down'),
			list(
				'no control: 0',
				'only planned controls: 25% at most',
				'a key control whose design is not met: 40% at most',
				'an open critical or high gap: 60% at most',
			),
			paragraph(
				'While an error of the checks stands, the score is shown as blocked, whatever it is.',
			),
			note(
				'No score is official, and auditors use none. Weights are ours; their use is to show what to do next.',
			),
		],
		related: ['checks', 'key-controls', 'who-does-what'],
	},
];
