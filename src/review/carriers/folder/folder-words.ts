/** What is said of a shared folder: how it stands, and what to do now. */
import { counted } from '../../../base/counted.ts';
import type { CarrierStatus } from '../../carrier.ts';

export const folderWords = {
	mayNot: (folder: string): CarrierStatus => ({
		kind: 'waiting',
		text: `This browser asks again before it uses the folder “${folder}”. Choose Reconnect and allow it.`,
	}),

	otherTab: {
		kind: 'waiting',
		text: 'Another tab of this browser keeps the shared folder up to date.',
	} satisfies CarrierStatus,

	opening: (folder: string): CarrierStatus => ({
		kind: 'waiting',
		text: `The folder “${folder}” is being read.`,
	}),

	notReached: (folder: string, reason: string): CarrierStatus => ({
		kind: 'failed',
		text: `The folder “${folder}” cannot be reached (${reason}). It is tried again; connect its drive, or choose the folder again. Your changes are kept in this browser.`,
	}),

	notWritten: (folder: string, queued: number, reason: string): CarrierStatus => ({
		kind: 'failed',
		text: `${pieces(queued)} could not be written to the folder “${folder}” (${reason}). It is tried again; see whether its drive is full or write-protected. Your changes are kept in this browser.`,
	}),

	writing: (folder: string, queued: number): CarrierStatus => ({
		kind: 'on',
		text: `${pieces(queued)} will be written to the folder “${folder}” in a moment.`,
	}),

	arriving: (folder: string): CarrierStatus => ({
		kind: 'on',
		text: `Yours is all in the folder “${folder}”. A file of somebody else has not arrived there whole; it is read as soon as it has.`,
	}),

	late: (folder: string): CarrierStatus => ({
		kind: 'on',
		text: `Yours is all in the folder “${folder}”. A file of somebody else is still not whole there; what came after it is read, and so is the file once it is whole. If it stays so, ask the others to save a file for you.`,
	}),

	upToDate: (folder: string): CarrierStatus => ({
		kind: 'on',
		text: `Yours is all in the folder “${folder}”, and what others put there is read.`,
	}),
};

function pieces(count: number): string {
	return counted(count, 'change');
}
