/** What the app gives the screen on which somebody joins a review. */
import type { Result } from '../../../base/result.ts';
import type { Role } from '../../../model/review/member.ts';
import type { PortProblem, WorkbookId } from '../../../workbook/ports.ts';

/** An invitation that was answered, until its workbook is here. */
export interface JoiningPort {
	/** What the host pastes. */
	readonly code: string;
	readonly role: Role;
	/** Until when the answer can be taken, ISO 8601. */
	readonly expires: string;
	/** Six words that the host sees too, and those of the host. */
	readonly words: readonly string[];
	readonly hostWords: readonly string[];
	readonly state: JoiningState;
	subscribe(listener: () => void): () => void;
	cancel(): void;
}

export type JoiningState =
	/**
	 * The answer is to be handed back; then the link stands; the host compares the words; the workbook
	 * is on its way.
	 */
	| { readonly kind: 'answering' | 'linked' | 'comparing' | 'welcomed' }
	/** The invitation ran out; where the answer was taken in the last moment, it goes on all the same. */
	| { readonly kind: 'expired'; readonly text: string }
	| { readonly kind: 'joined'; readonly workbook: WorkbookId }
	/** declined: by the host. gone: the host's page, or the link. unreachable: there never was a link. */
	| {
			readonly kind: 'failed';
			readonly why: 'declined' | 'gone' | 'unreachable' | 'unusable';
			readonly text: string;
	  };

export interface JoinReviewProps {
	/** The invitation, where the address held one. */
	readonly invitation: string | undefined;
	/** What this person is called so far. */
	readonly name: string;
	/** Answers a pasted invitation under this name. */
	readonly begin: (invitation: string, name: string) => Promise<Result<JoiningPort, PortProblem>>;
	readonly onjoined: (workbook: WorkbookId) => void;
	readonly onleave: () => void;
}
