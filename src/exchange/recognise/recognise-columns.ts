/**
 * Decides what each column is about by weighing its header against its values, then gives every
 * field to the one column that fits it best; the others stay as the workbook's own columns.
 */
import {
	isControlFieldKey,
	controlField,
	type ControlFieldKey,
} from '../../model/records/control-fields.ts';
import type { ColumnMeaning } from '../../model/records/own-column.ts';
import { columnLetters } from '../sheet.ts';
import type { ColumnSubject, ColumnTarget, Guess } from '../proposal/proposal.ts';
import type { ColumnValues } from './column-values.ts';
import { readHeader } from './header-evidence.ts';
import { judgeValues } from './value-evidence.ts';

export interface ColumnFacts {
	readonly index: number;
	/** Group and header joined; '' where there is none. */
	readonly header: string;
	/** The header proper, without its group. */
	readonly ownHeader: string;
	readonly values: ColumnValues;
}

export interface RecognisedColumn {
	readonly index: number;
	readonly about: ColumnSubject;
	readonly target: ColumnTarget;
	readonly guess: Guess;
	readonly alternatives: readonly ControlFieldKey[];
}

interface Claim {
	readonly subject: ColumnSubject;
	readonly score: number;
	readonly header: number;
	readonly says: string;
}

/** A column's claims, best first; what is left after better columns took theirs. */
interface Contender {
	readonly facts: ColumnFacts;
	claims: readonly Claim[];
	readonly all: readonly Claim[];
}

/** Below this a column is about nothing we know. */
const enough = 0.45;
const valueWeight = 0.35;
const subjects: readonly ColumnSubject[] = [
	'controlId',
	'title',
	'description',
	'criteria',
	'references',
	'owner',
	'status',
	'frequency',
	'type',
	'nature',
	'evidence',
	'testProcedure',
	'testResult',
	'category',
	'priority',
	'dueDate',
	'notes',
	'risk',
	'policy',
	'system',
	'other',
];
/** A sheet says these once; a second column that looks like one is something else. */
const onceOnly: readonly ColumnSubject[] = ['controlId', 'title', 'description', 'status'];

/** What every column is about and where it would go, in the order given. */
export function recogniseColumns(columns: readonly ColumnFacts[]): readonly RecognisedColumn[] {
	const contenders = columns.map((facts): Contender => {
		const claims = claimsOf(facts);
		return { facts, claims, all: claims };
	});
	settleOnceOnly(contenders);
	const fields = fieldWinners(contenders);
	const names = uniqueNames(columns);
	return contenders.map((contender) => {
		const top = contender.claims[0];
		const about = top?.subject ?? 'other';
		const target: ColumnTarget =
			isControlFieldKey(about) && fields.get(about) === contender
				? { kind: 'field', key: about }
				: { kind: 'own', name: names.get(contender.facts.index) ?? '', meaning: meaningOf(about) };
		return {
			index: contender.facts.index,
			about,
			target,
			guess: guessOf(contender, top, target, fields),
			alternatives: contender.all
				.map((claim) => claim.subject)
				.filter((subject) => isControlFieldKey(subject))
				.filter((key) => target.kind !== 'field' || key !== target.key)
				.slice(0, 4),
		};
	});
}

/** Names for own columns: the header, a letter where there is none, a number where two are equal. */
export function uniqueNames(
	columns: readonly { readonly index: number; readonly header: string }[],
): ReadonlyMap<number, string> {
	const used = new Map<string, number>();
	return new Map(
		columns.map(({ index, header }) => {
			const name = header === '' ? `Column ${columnLetters(index)}` : header;
			const count = (used.get(name.toLowerCase()) ?? 0) + 1;
			used.set(name.toLowerCase(), count);
			return [index, count === 1 ? name : `${name} (${columnLetters(index)})`];
		}),
	);
}

function claimsOf(facts: ColumnFacts): readonly Claim[] {
	const header = readHeader(facts.ownHeader);
	const group = readHeader(facts.header);
	const claims = subjects
		.map((subject): Claim => {
			const values = judgeValues(subject, facts.values);
			const named = Math.max(
				header.scores.get(subject) ?? 0,
				frameworkScore(subject, facts, header, group),
			);
			const score =
				named > 0
					? named + valueWeight * values.fit - (values.fit <= -1 ? 0.35 : 0)
					: values.speaksForItself
						? 0.55 * values.fit
						: 0;
			return { subject, score, header: named, says: values.says };
		})
		.filter((claim) => claim.score >= enough - (claim.subject === 'other' ? 0.15 : 0));
	return claims.sort((a, b) => b.score - a.score);
}

/** A header that names a framework, over values that are ids, is a column of that framework's ids. */
function frameworkScore(
	subject: ColumnSubject,
	{ values }: ColumnFacts,
	header: ReturnType<typeof readHeader>,
	group: ReturnType<typeof readHeader>,
): number {
	if (subject === 'criteria' && (header.namesCriteria || group.namesCriteria)) {
		return values.shares.criterion > 0.3 ? 0.95 : 0;
	}
	if (subject !== 'references' || !(header.namesFramework || group.namesFramework)) return 0;
	if (values.filled === 0) return header.scores.size === 0 ? 0.5 : 0;
	return values.shares.reference > 0.5 || values.shares.criterion > 0.5 ? 0.9 : 0;
}

function settleOnceOnly(contenders: readonly Contender[]): void {
	for (let settled = false; !settled;) {
		settled = true;
		for (const subject of onceOnly) {
			const claimants = contenders.filter((each) => each.claims[0]?.subject === subject);
			const winner = best(claimants, subject);
			for (const loser of claimants) {
				if (loser === winner) continue;
				loser.claims = loser.claims.filter((claim) => claim.subject !== subject);
				settled = false;
			}
		}
	}
}

function fieldWinners(contenders: readonly Contender[]): ReadonlyMap<ControlFieldKey, Contender> {
	const winners = new Map<ControlFieldKey, Contender>();
	for (const subject of subjects) {
		if (!isControlFieldKey(subject)) continue;
		const winner = best(
			contenders.filter((each) => each.claims[0]?.subject === subject),
			subject,
		);
		if (winner) winners.set(subject, winner);
	}
	return winners;
}

/** The strongest claimant; of equals the fuller, then the one further left. */
function best(claimants: readonly Contender[], subject: ColumnSubject): Contender | undefined {
	const strength = (each: Contender): number =>
		(each.claims.find((claim) => claim.subject === subject)?.score ?? 0) +
		Math.min(each.facts.values.density, 1) * 0.08;
	return claimants.reduce<Contender | undefined>(
		(top, each) => (!top || strength(each) > strength(top) + 1e-9 ? each : top),
		undefined,
	);
}

function meaningOf(subject: ColumnSubject): ColumnMeaning {
	return subject === 'risk' || subject === 'policy' || subject === 'system' ? subject : 'other';
}

function guessOf(
	{ facts }: Contender,
	claim: Claim | undefined,
	target: ColumnTarget,
	fields: ReadonlyMap<ControlFieldKey, Contender>,
): Guess {
	const header = facts.ownHeader === '' ? 'no header' : `header says '${facts.ownHeader}'`;
	if (!claim || claim.subject === 'other') {
		return { confidence: 0.5, reason: `${header}; kept as a column of its own` };
	}
	const parts = [claim.header > 0 ? header : `${header}, which we do not know`];
	if (claim.says !== '') parts.push(claim.says);
	const winner = isControlFieldKey(claim.subject) ? fields.get(claim.subject) : undefined;
	if (target.kind === 'own' && winner && isControlFieldKey(claim.subject)) {
		const other = winner.facts.ownHeader || `column ${columnLetters(winner.facts.index)}`;
		parts.push(
			`'${other}' fills ${controlField(claim.subject).label}, so this stays a column of its own`,
		);
	}
	const confidence = Math.max(0.3, Math.min(0.99, claim.score));
	return { confidence: Number(confidence.toFixed(2)), reason: parts.join('; ') };
}
