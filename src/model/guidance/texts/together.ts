/** Reviewing a workbook with others: how they meet, what is promised, who may do what. */
import { heading, list, note, paragraph, steps, terms } from '../../../base/text-blocks.ts';
import type { Article } from '../article.ts';
import { notPromised, promises } from '../promises.ts';

export const togetherArticles: readonly Article[] = [
	{
		id: 'reviewing-together',
		group: 'Working together',
		title: 'Reviewing together',
		summary:
			'You invite somebody by a code, compare six words, and both browsers keep one workbook in step, without a server.',
		keywords: ['session', 'invite', 'invitation', 'join', 'peer', 'share', 'QR code', 'six words'],
		asks: ['review'],
		blocks: [
			steps(
				'You choose a role and send the code or its link, by any means.',
				'They open it, type their name, and send an answer back in the same way.',
				'You paste the answer. Both screens show six words for the newcomer: read them to each other over the phone.',
				'They are the same: let them in. The workbook comes into their browser.',
				'They are not: do not let them in. They hear it, and nothing was given to them.',
			),
			paragraph(
				'A code serves one person and runs out after the time you chose; an answer is good for one hour. Codes that wait stand under Session and Members, where you withdraw them.',
			),
			paragraph(
				'Both pages stay open until you are connected. Where three or more meet, their browsers link with one another as well, so that the others go on when the page of whoever invited them is closed or loaded again. A computer that slept up to ten minutes comes back by itself; whoever comes later needs a new code of any member but a viewer, and no approval.',
			),
			heading('If the browsers do not reach each other'),
			list(
				'Put both computers on the same network; a guest network is often kept apart.',
				'Switch a VPN off, or put both into it. Parts of a network behind different routers (VLANs) often cannot meet.',
				'Allow the page to reach the local network, where the browser asks.',
				'Members who met once can go on by a file.',
			),
		],
		related: ['review-promises', 'review-members', 'review-work'],
	},
	{
		id: 'review-promises',
		group: 'Working together',
		title: 'What is promised when you share, and what is not',
		summary: 'What leaves the browser, who can read it, and what nobody can promise.',
		keywords: ['encryption', 'privacy', 'relay', 'signature', 'trust', 'sealed', 'IP address'],
		asks: ['review.promises'],
		blocks: [
			list(
				promises.nothingLeaves,
				promises.sealed,
				promises.seen,
				promises.signed,
				promises.viewOnly,
				promises.signOff,
				promises.removing,
			),
			heading('Not promised'),
			list(...notPromised),
		],
		related: ['reviewing-together', 'review-members'],
	},
	{
		id: 'review-differences',
		group: 'Working together',
		title: 'When a change of somebody else takes yours away',
		summary:
			'What you are asked before many records go, and where values stand that others wrote over.',
		keywords: ['removed', 'deleted', 'overwritten', 'conflict', 'keep', 'put back', 'differs'],
		asks: [],
		blocks: [
			paragraph(
				'A change that removes many records waits until you have answered, and what comes after it waits too. Ask whoever made it whether it is meant.',
			),
			paragraph(
				'Keep the records, and all else of that change is merged. Your copy then differs from theirs. That stands under Session, and the others are told, until you remove the records as well or, as an editor, keep them for everybody.',
			),
			paragraph(
				'Values of yours that others wrote over stand under Session too, with both values, until you put yours back or dismiss them.',
			),
		],
		related: ['reviewing-together', 'review-members'],
	},
	{
		id: 'review-members',
		group: 'Working together',
		title: 'Members, roles and keys',
		summary:
			'A member is one browser on one device. Owners invite, change roles and remove; each browser keeps a key of its own.',
		keywords: ['owner', 'editor', 'reviewer', 'viewer', 'remove', 'key', 'device', 'fingerprint'],
		asks: ['review.members'],
		blocks: [
			terms(
				['Owner', 'Edits, reviews, sees team notes, and invites and removes people.'],
				['Editor', 'Edits, reviews and sees team notes.'],
				['Reviewer', 'Reads everything but team notes; comments, suggests values and signs off.'],
				['Viewer', 'Reads everything but team notes.'],
			),
			paragraph(promises.viewOnly),
			heading('Keys'),
			paragraph(
				'The browser makes a key that no script can read out. Clearing the data of this site deletes it, and nothing brings it back. So add a second browser of yours as an owner: it can let you in again.',
			),
			heading('Removing'),
			paragraph(promises.removing),
			paragraph(
				'Removed by mistake? Invite them again: an owner lets the same browser in once more. What was written there in the review in between does not count. Where you let it in as an editor or owner, changes that were made there to the workbook come along.',
			),
			heading('Names'),
			paragraph(
				'Everybody changes their own name under Members, and nobody another’s; the earlier one stays in the history. Where two have the same name, two of their six words stand beside it.',
			),
			note(
				'Names are what people typed. Only the six words tell whose browser it is; compare them by a way on which you know each other’s voice or face.',
			),
		],
		related: ['reviewing-together', 'review-promises'],
	},
];
