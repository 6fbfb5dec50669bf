/**
 * Decides what each column is about from the claims on it, then gives every field to the one column
 * that fits it best; the others stay as the workbook's own columns.
 */
import {
	controlField,
	isControlFieldKey,
	type ControlFieldKey,
} from '../../model/records/control-fields.ts';
import type { ColumnMeaning } from '../../model/records/own-column.ts';
import type { ColumnSubject, ColumnTarget, Guess } from '../proposal/proposal.ts';
import type { RegisterColumn } from './register-column.ts';
import { columnLetters } from '../sheet.ts';
import { claimsOf, subjects, type Claim, type ColumnFacts } from './column-claims.ts';
import { uniqueNames } from './column-names.ts';
import { headerWords } from './header-words.ts';

/** What the column would become in the matrix, and what it is about wherever the sheet goes. */
export interface RecognisedColumn extends RegisterColumn {
	readonly about: ColumnSubject;
}

/** A column with the claims left to it after better columns took theirs. */
interface Contender {
	readonly facts: ColumnFacts;
	readonly allClaims: readonly Claim[];
	claims: readonly Claim[];
}

type Winners = ReadonlyMap<ControlFieldKey, Contender>;

/** A sheet says these once; a second column that looks like one is something else. */
const onceOnly: readonly ColumnSubject[] = ['controlId', 'status'];

/** What every column is about and where it would go, in the order given. */
export function recogniseColumns(columns: readonly ColumnFacts[]): readonly RecognisedColumn[] {
	const contenders = columns.map((facts): Contender => {
		const claims = claimsOf(facts);
		return { facts, claims, allClaims: claims };
	});
	settleOnceOnly(contenders);
	adoptRowId(contenders);
	adoptDescription(contenders);
	const winners = fieldWinners(contenders);
	const names = uniqueNames(columns);
	return contenders.map((contender) => {
		const { index } = contender.facts;
		const about = contender.claims[0]?.subject ?? 'other';
		const target: ColumnTarget =
			isControlFieldKey(about) && winners.get(about) === contender
				? { kind: 'field', key: about }
				: { kind: 'own', name: names.get(index) ?? '', meaning: meaningOf(about) };
		const guess = guessOf(contender, target, winners);
		return { index, about, target, guess, alternatives: alternativesOf(contender, target) };
	});
}

/** Of several that look like the row's id or status, the best is; the others look further. */
function settleOnceOnly(contenders: readonly Contender[]): void {
	for (let settled = false; !settled;) {
		settled = true;
		for (const subject of onceOnly) {
			const claimants = claimantsOf(contenders, subject);
			const winner = strongest(claimants, subject);
			for (const loser of claimants) {
				if (loser === winner) continue;
				loser.claims = loser.claims.filter((claim) => claim.subject !== subject);
				settled = false;
			}
		}
	}
}

const rowIdWords = new Set(['id', '#', 'no', 'nr', 'number', 'ref', 'reference', 'key', 'code']);

/** Where no column is the control's id, the first column of unique ids is the row's id. */
function adoptRowId(contenders: readonly Contender[]): void {
	if (claimantsOf(contenders, 'controlId').length > 0) return;
	const weakly: readonly ColumnSubject[] = ['other', 'risk', 'references'];
	const adopted = contenders.find(({ facts: { index, values, ownHeader }, claims }) => {
		const top = claims[0] ?? { subject: 'other', score: 0 };
		const first = index === contenders[0]?.facts.index;
		const named = rowIdWords.has(headerWords(ownHeader).at(-1) ?? '');
		const fits = first ? top.score < 0.9 || named : named && weakly.includes(top.subject);
		const ids = values.shares.id > 0.8 && values.uniqueness > 0.95 && values.density > 0.9;
		return fits && ids && values.filled > 0;
	});
	if (!adopted) return;
	const says = `${adopted.facts.values.distinct} different ids, one a row`;
	adopted.claims = [{ subject: 'controlId', score: 0.7, header: 0.7, says }, ...adopted.claims];
}

/** Where no column is the description, the first unnamed one that is full of sentences is. */
function adoptDescription(contenders: readonly Contender[]): void {
	if (claimantsOf(contenders, 'description').length > 0) return;
	const adopted = contenders.find(({ claims, facts: { values } }) => {
		const sentences = values.shares.prose > 0.6 && values.uniqueness > 0.8;
		return claims.length === 0 && sentences && values.density > 0.8;
	});
	if (!adopted) return;
	const { prose } = adopted.facts.values.shares;
	const says = `${Math.round(prose * 100)} % of the values are sentences, different in each row`;
	adopted.claims = [{ subject: 'description', score: 0.55, header: 0, says }];
}

function fieldWinners(contenders: readonly Contender[]): Winners {
	const rowNoun = nounOfRowId(strongest(claimantsOf(contenders, 'controlId'), 'controlId'));
	const winners = new Map<ControlFieldKey, Contender>();
	for (const subject of subjects.filter(isControlFieldKey)) {
		const winner = strongest(claimantsOf(contenders, subject), subject, rowNoun);
		if (winner) winners.set(subject, winner);
	}
	return winners;
}

/** What the rows are, by the header of their id: "question" of "Question ID". */
function nounOfRowId(contender: Contender | undefined): ReadonlySet<string> {
	const words = contender ? headerWords(contender.facts.ownHeader) : [];
	return new Set(words.filter((word) => !rowIdWords.has(word)));
}

function claimantsOf(contenders: readonly Contender[], subject: ColumnSubject): Contender[] {
	return contenders.filter((each) => each.claims[0]?.subject === subject);
}

/**
 * The strongest claimant; of equals the fuller, then the one further left. A title or description
 * that names what the rows are beats one that names something else.
 */
function strongest(
	claimants: readonly Contender[],
	subject: ColumnSubject,
	rowNoun: ReadonlySet<string> = new Set(),
): Contender | undefined {
	const describesRow = subject === 'title' || subject === 'description';
	const strength = ({ claims, facts }: Contender): number => {
		const score = claims.find((claim) => claim.subject === subject)?.score ?? 0;
		const words = headerWords(facts.ownHeader);
		const named = describesRow && rowNoun.has(words[0] ?? '');
		return score + Math.min(facts.values.density, 1) * 0.08 + (named ? 0.3 : 0);
	};
	return claimants.reduce<Contender | undefined>(
		(top, each) => (!top || strength(each) > strength(top) + 1e-9 ? each : top),
		undefined,
	);
}

function meaningOf(subject: ColumnSubject): ColumnMeaning {
	return subject === 'risk' || subject === 'policy' || subject === 'system' ? subject : 'other';
}

function alternativesOf({ allClaims }: Contender, target: ColumnTarget): ControlFieldKey[] {
	return allClaims
		.map((claim) => claim.subject)
		.filter(isControlFieldKey)
		.filter((key) => target.kind !== 'field' || key !== target.key)
		.slice(0, 4);
}

function guessOf({ facts, claims }: Contender, target: ColumnTarget, winners: Winners): Guess {
	const claim = claims[0];
	const named = oneLine(facts.ownHeader);
	const says = named === '' ? 'no header' : `header says '${named}'`;
	if (!claim || claim.subject === 'other') {
		return { confidence: 0.5, reason: `${says}; kept as a column of its own` };
	}
	const parts = [claim.header > 0 ? says : `${says}, which we do not know`];
	if (claim.says !== '') parts.push(claim.says);
	const winner = isControlFieldKey(claim.subject) ? winners.get(claim.subject) : undefined;
	if (target.kind === 'own' && winner && isControlFieldKey(claim.subject)) {
		const other = oneLine(winner.facts.ownHeader) || `column ${columnLetters(winner.facts.index)}`;
		const { label } = controlField(claim.subject);
		parts.push(`'${other}' fills ${label}, so this stays a column of its own`);
	}
	const confidence = Math.max(0.3, Math.min(0.99, claim.score));
	return { confidence: Number(confidence.toFixed(2)), reason: parts.join('; ') };
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
