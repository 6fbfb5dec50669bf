/**
 * Codes as people pass them on: text of base64url that begins with four letters of its kind,
 *
 *     kind 3 | version 1 | length of all 2 | content | first 4 bytes of the SHA-256 of all before
 *
 * and finds them again in what people paste: with blanks and line breaks of mail programs, marks of
 * quotation, a link around, words before and after.
 */
import { fromBase64Url, toBase64Url } from '../../base/base64url.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import { joined, numberAt, numberBytes, type Bytes } from '../sealing/bytes.ts';

export const codeKinds = ['invitation', 'answer'] as const;
export type CodeKind = (typeof codeKinds)[number];

/** What a code begins with: the letters of three bytes. */
const marks: Readonly<Record<CodeKind, string>> = { invitation: 'rwin', answer: 'rwan' };
const version = 1;
const headLength = 6;
const headLetters = 8;
const sumLength = 4;
const longestPaste = 20_000;

/** What is wrong with a code, and what to do. */
export interface CodeProblem {
	readonly kind: 'none' | 'other-kind' | 'cut-off' | 'damaged' | 'newer' | 'expired' | 'foreign';
	readonly text: string;
}

export async function writeCode(kind: CodeKind, content: Bytes): Promise<string> {
	const mark = fromBase64Url(marks[kind]) ?? new Uint8Array();
	const length = headLength + content.length + sumLength;
	const start = joined(mark, Uint8Array.of(version), numberBytes(length, 2), content);
	return toBase64Url(joined(start, await sumOf(start)));
}

/** The content of the code of this kind that stands in a pasted text, or what is wrong. */
export async function findCode(
	kind: CodeKind,
	pasted: string,
): Promise<Result<Bytes, CodeProblem>> {
	if (pasted.length > longestPaste) return refused(noCode(kind));
	const text = withoutTravelMarks(pasted);
	let problem: CodeProblem | undefined;
	for (let at = text.indexOf(marks[kind]); at !== -1; at = text.indexOf(marks[kind], at + 1)) {
		const content = await readCode(text.slice(at));
		if (content.ok) return content;
		problem ??= content.problems[0];
	}
	if (problem) return refused(problem);
	const other = codeKinds.find((each) => each !== kind && text.includes(marks[each]));
	return refused(other ? otherKind(kind) : noCode(kind));
}

/** Reads from the mark on; what follows the code's own length is not looked at. */
async function readCode(text: string): Promise<Result<Bytes, CodeProblem>> {
	const head = fromBase64Url(text.slice(0, headLetters));
	if (head?.length !== headLength) return refused(cutOff);
	if (numberAt(head, 3, 1) > version) return refused(newer);
	const length = numberAt(head, 4, 2);
	const letters = Math.ceil((length * 4) / 3);
	if (text.length < letters) return refused(cutOff);
	const bytes = fromBase64Url(text.slice(0, letters));
	if (bytes?.length !== length || length < headLength + sumLength) return refused(damaged);
	const start = bytes.slice(0, -sumLength);
	const sum = await sumOf(start);
	if (!sum.every((byte, at) => byte === bytes[start.length + at])) return refused(damaged);
	return ok(start.slice(headLength));
}

/** White space, invisible characters and the marks that mail programs and people put around text. */
function withoutTravelMarks(text: string): string {
	return text.replace(/[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff>|"'`“”‘’«»*]/g, '');
}

async function sumOf(bytes: Bytes): Promise<Bytes> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, sumLength);
}

const cutOff: CodeProblem = {
	kind: 'cut-off',
	text: 'The end of this code is missing. Copy all of it and paste it again.',
};

const damaged: CodeProblem = {
	kind: 'damaged',
	text: 'Something in this code was changed on its way. Copy it again from where it was made.',
};

const newer: CodeProblem = {
	kind: 'newer',
	text: 'This code was made by a newer version of this program. Update this one and paste it again.',
};

function otherKind(wanted: CodeKind): CodeProblem {
	const text =
		wanted === 'invitation'
			? 'This is an answer, not an invitation: paste it where the invitation was made.'
			: 'This is an invitation, not an answer: it is for the person you invite, who sends an answer back.';
	return { kind: 'other-kind', text };
}

function noCode(wanted: CodeKind): CodeProblem {
	const [name, mark] =
		wanted === 'invitation' ? ['invitation', marks.invitation] : ['answer', marks.answer];
	return {
		kind: 'none',
		text: `There is no ${name} in this text. It is one long word that begins with “${mark}”.`,
	};
}
