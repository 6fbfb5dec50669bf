/** The work of a review: what is said, suggested and signed, the agenda, and what the history tells. */
import { heading, note, paragraph, terms } from '../../../base/text-blocks.ts';
import type { Article } from '../article.ts';
import { promises } from '../promises.ts';

export const reviewWorkArticles: readonly Article[] = [
	{
		id: 'review-work',
		group: 'Working together',
		title: 'Questions, suggestions and sign-offs',
		summary:
			'Ask in a thread, suggest a value instead of changing it, sign what you stand for, and walk the controls one by one.',
		keywords: ['thread', 'comment', 'mention', 'suggest', 'accept', 'sign', 'preparer', 'agenda'],
		blocks: [
			terms(
				[
					'Thread',
					'On the workbook, a record or a cell. Type @ to mention a member, or assign it: they find it under For you.',
				],
				[
					'Team note',
					'A thread or note for owners and editors alone. Nobody else’s browser can read it.',
				],
				[
					'Suggestion',
					'What a reviewer types in a cell becomes one. Editors see it beside the present value and accept or refuse it. It says so where the cell has changed since.',
				],
				[
					'Sign-off',
					'As preparer, reviewer or approver, in this order and each by another device: on a control, an item of evidence, a criterion, a test or the whole workbook.',
				],
			),
			heading('What a sign-off says'),
			paragraph(promises.signOff),
			paragraph(
				'Sign-offs are saved as a file that proves them without this program’s network: whoever has the file and the signed content checks both under Sign-offs.',
			),
			heading('The agenda'),
			paragraph(
				'Choose what to walk through, by default what is new or changed since you looked. J and K lead on and back, R says that you looked and it is fine, Q asks, S signs, O opens the control in the matrix. A control comes back once something in it changes.',
			),
			note(
				'Who prepared something does not review it: the screen offers nobody two parts of one record, and says so where a file brings them.',
			),
		],
		related: ['reviewing-together', 'review-history', 'review-members'],
	},
	{
		id: 'review-history',
		group: 'Working together',
		title: 'What changed, and who did it',
		summary:
			'Every change stands with person, time and both values; milestones keep a state to compare with and to restore.',
		keywords: ['history', 'activity', 'milestone', 'restore', 'compare', 'tamper', 'since'],
		blocks: [
			terms(
				['Activity', 'Every step of everybody: by person, by record, by field.'],
				[
					'Net change',
					'What is different now from an earlier time, such as your last review, whatever happened in between.',
				],
				[
					'Milestone',
					'A state that somebody named. It is compared with the present state or another one; restoring it is a change like any other, which undo takes back.',
				],
			),
			heading('How far it can be trusted'),
			paragraph(
				'In a shared workbook, each device signs what it did as a chain in which every entry names the one before. The chains are checked when the workbook is opened: an entry that was altered, or is missing from the middle, is said.',
			),
			paragraph(
				'What was done before the workbook was shared was signed only then. Times are those of each person’s clock.',
			),
		],
		related: ['review-work', 'review-promises'],
	},
];
