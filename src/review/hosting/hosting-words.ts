/** What is said of people on their way into a review: what happened, and what to do now. */
import { linkWords } from '../carriers/rtc/link-words.ts';

export const hostingWords = {
	/** Said to the host. `why`: how the link ended. */
	left: (name: string, why: string): string =>
		why === linkWords.left
			? `${name} closed the page before you let them in. Nothing was given to them. Invite them again.`
			: `The connection with ${name} ended before you let them in. ${why}`,
	undecided:
		'Nobody was let in within an hour, so the one who waited was let go. Invite them again.',
	unlisted: 'The member list is gone. Load this page again.',

	/** Said to the newcomer. */
	declined:
		'Whoever invited you did not let you in. Ask them why; if the words were not the same on both screens, somebody else may have answered first. They can send you a new invitation.',
	gone: 'The page of whoever invited you was closed or loaded again, or the connection broke, before you were let in. Ask them for a new invitation.',
} as const;
