/**
 * The words spreadsheets use for our terms, by vocabulary. A word that says the same as a term is
 * certain; one that says nearly the same ("Fail" for a status) is a guess the user is shown.
 */
import {
	termToken,
	vocabularies,
	type MatrixVocabularyId,
	type VocabularyId,
} from '../../model/records/vocabulary.ts';
import type { Guess } from '../proposal/proposal.ts';
import { registerTermWords } from './register-term-words.ts';

export interface ReadTerm {
	readonly token: string | undefined;
	readonly guess: Guess;
}

/** What a file's word becomes in a vocabulary; token undefined where nothing fits. */
export function readTerm(vocabulary: VocabularyId, word: string): ReadTerm {
	const exact = termToken(vocabulary, word);
	if (exact !== undefined) return { token: exact, guess: { confidence: 1, reason: 'Same word' } };
	const known = wordIndex.get(vocabulary)?.get(termKey(word));
	if (!known) return { token: undefined, guess: { confidence: 0, reason: 'Not a word we know' } };
	const label = labelOf(vocabulary, known.token);
	return {
		token: known.token,
		guess: {
			confidence: known.sure ? 0.95 : 0.6,
			reason: known.sure ? `Another word for ${label}` : `Nearest to ${label}; please check`,
		},
	};
}

/** As `readTerm`, where the file is our own export: only our words are terms, the rest is text. */
export function readOurTerm(vocabulary: VocabularyId, word: string): ReadTerm {
	const token = termToken(vocabulary, word);
	return {
		token,
		guess: { confidence: 1, reason: token === undefined ? 'Kept as it is' : 'Same word' },
	};
}

/** True where the word certainly or probably belongs to the vocabulary. */
export function isTermWord(vocabulary: VocabularyId, word: string): boolean {
	return readTerm(vocabulary, word).token !== undefined;
}

/** The lists that a control matrix of others has columns of. */
export const matrixVocabularies: { readonly [Id in MatrixVocabularyId]: Id } = {
	status: 'status',
	frequency: 'frequency',
	controlType: 'controlType',
	nature: 'nature',
	testResult: 'testResult',
	priority: 'priority',
};

interface KnownWord {
	readonly token: string;
	readonly sure: boolean;
}

type Words = Readonly<Record<string, readonly [sure: string, near: string]>>;

const words: Readonly<Record<MatrixVocabularyId, Words>> = {
	status: {
		notStarted: [
			'not started, not implemented, to do, todo, new, not begun, backlog, missing, absent, none, ' +
				'no, nein, ne, needs implementation, not yet started, not in place, non implemented, nicht umgesetzt, ' +
				'nicht begonnen, offen, no implementado, non mis en oeuvre, belum, \u274c, \u2717, \u2716, \ud83d\udd34',
			'open, gap, fail, failed, not compliant, non compliant, noncompliant, not ready, required, ' +
				'not collected, not met, deficient, not verified, not assessed, unmet, outstanding, red, ineffective',
		],
		planned: [
			'planned, scheduled, geplant, planificado, planifie, planovano, pianificato, direncanakan, roadmap',
			'proposed, approved, accepted, future, deferred, on hold',
		],
		inProgress: [
			'in progress, partial, partially, partially implemented, partly implemented, partly, ongoing, wip, ' +
				'work in progress, started, being implemented, in arbeit, teilweise, teilweise umgesetzt, ' +
				'en curso, en progreso, parcial, parcialmente, partiel, castecne, probiha, sebagian, ' +
				'in bearbeitung, in process, underway, in development, \u26a0, \ud83d\udfe1, \ud83d\udfe0',
			'submitted, needs improvement, partially compliant, partially met, pending, in review, under review, ' +
				'awaiting review, amber, yellow, partially effective, partly met, partially ready',
		],
		implemented: [
			'implemented, fully implemented, in place, complete, completed, done, live, operational, operating, ' +
				'active, yes, ja, ano, si, oui, umgesetzt, erledigt, implementado, implementada, mis en oeuvre, ' +
				'terlaksana, terkelola, inherited, fully, \u2705, \u2714, \u2713, \u2611, \ud83d\udfe2',
			'compliant, met, ready, pass, passed, effective, satisfied, closed, collected, received, ' +
				'remediated, resolved, green, fully compliant, verified, accepted by auditor, largely implemented',
		],
		notApplicable: [
			'not applicable, n a, na, excluded, out of scope, nicht anwendbar, no aplica, non applicable, ' +
				'nelze aplikovat, not in scope, does not apply, entfallt',
			'withdrawn, not required, not relevant, if applicable',
		],
	},
	frequency: {
		continuous: [
			'continuous, continuously, ongoing, always on, real time, 24x7, 24 7, laufend, kontinuierlich, continuo',
			'always, automated',
		],
		perEvent: [
			'per event, event driven, ad hoc, adhoc, as needed, as required, on demand, per occurrence, on occurrence, ' +
				'each occurrence, upon occurrence, transactional, when needed, on change, per change, bei bedarf, ' +
				'event based, as it occurs, per request, anlassbezogen, trigger based',
			'one time, once, onboarding, upon hire, at hire, per release, on hire, trigger',
		],
		manyTimesADay: [
			'several times a day, multiple times a day, multiple times per day, many times per day, recurring, ' +
				'intraday, hourly, every hour',
			'multiple daily',
		],
		daily: [
			'daily, every day, each day, once a day, business daily, taglich, diario, diaria, denne, harian',
			'd',
		],
		weekly: [
			'weekly, every week, once a week, wochentlich, semanal, tydne, mingguan',
			'w, biweekly, bi weekly',
		],
		monthly: [
			'monthly, every month, once a month, monatlich, mensual, mesicne, bulanan',
			'm, bimonthly, bi monthly',
		],
		quarterly: [
			'quarterly, every quarter, per quarter, every 3 months, 3 months, once a quarter, quartalsweise, ' +
				'vierteljahrlich, trimestral, ctvrtletne',
			'q',
		],
		semiAnnual: [
			'semi annual, semi annually, semiannual, semiannually, half yearly, twice a year, every 6 months, ' +
				'6 months, biannual, bi annual, biannually, halbjahrlich, semestral, pololetne',
			'',
		],
		annual: [
			'annual, annually, yearly, once a year, every year, every 12 months, 12 months, per year, jahrlich, ' +
				'anual, rocne, tahunan, annuel',
			'a, y',
		],
	},
	controlType: {
		preventive: [
			'preventive, preventative, prevent, preventing, praventiv, preventivo, preventivni',
			'p, directive, deterrent',
		],
		detective: ['detective, detect, detecting, detektiv, detectivo, detekcni', 'd, monitoring'],
		corrective: [
			'corrective, correct, correcting, korrektiv, correctivo',
			'c, recovery, compensating, responsive',
		],
	},
	nature: {
		manual: ['manual, manually, human, manuell, manuelle, by hand', 'm'],
		automated: [
			'automated, automatic, fully automated, auto, automatisiert, automatisch, system',
			'a, technical',
		],
		itDependentManual: [
			'it dependent manual, itdm, it dependent, hybrid, semi automated, semiautomated, manual with it, ' +
				'partially automated, manual automated, automated manual, teilautomatisiert',
			'mixed, both',
		],
	},
	testResult: {
		notTested: [
			'not tested, untested, not yet tested, nicht gepruft, test pending, to be tested',
			'pending, open, tbd, not started, n a, in progress, scheduled',
		],
		noExceptions: [
			'no exceptions noted, no exception noted, no exceptions, no exception, no deviations noted, no deviation noted, ' +
				'pass, passed, effective, operating effectively, nen, none noted, satisfactory, satisfied, \u2705',
			'ok, yes, compliant, designed effectively, adequate, none, success, successful',
		],
		exceptionNoted: [
			'exception noted, exceptions noted, exception, fail, failed, ineffective, not effective, deviation noted, ' +
				'deviations noted, deviation, unsatisfactory, other than satisfied, \u274c',
			'partial, partially effective, needs improvement, no, not compliant, qualified',
		],
		didNotOperate: [
			'control did not operate, did not operate, no occurrence, no occurrences, did not occur, no instances, ' +
				'nothing to test, not applicable in period',
			'no population',
		],
	},
	priority: {
		critical: [
			'critical, very high, severe, p0, kritisch, critico, kriticka, urgent, blocker, extreme',
			'p1, 1, highest',
		],
		high: [
			'high, major, hoch, alto, alta, vysoka, eleve, tinggi, h',
			'p2, 2, important, required, mandatory',
		],
		medium: [
			'medium, moderate, med, mittel, medio, media, stredni, moyen, sedang, normal, m',
			'p3, 3, standard, expected',
		],
		low: [
			'low, minor, niedrig, bajo, baja, nizka, faible, rendah, l, very low, trivial',
			'p4, 4, optional, recommended, lowest',
		],
	},
};

const emoji = /\p{Extended_Pictographic}/gu;

const wordIndex: ReadonlyMap<string, ReadonlyMap<string, KnownWord>> = new Map(
	Object.entries({ ...words, ...registerTermWords }).map(([vocabulary, terms]) => [
		vocabulary,
		indexWords(terms),
	]),
);

function indexWords(terms: Words): ReadonlyMap<string, KnownWord> {
	const index = new Map<string, KnownWord>();
	for (const [token, [sure, near]] of Object.entries(terms)) {
		for (const word of sure.split(',')) index.set(termKey(word), { token, sure: true });
		for (const word of near.split(',')) {
			const key = termKey(word);
			if (key !== '' && !index.has(key)) index.set(key, { token, sure: false });
		}
	}
	return index;
}

/** Words compared without case, accents, punctuation; an emoji counts only where it stands alone. */
function termKey(word: string): string {
	const plain = word
		.normalize('NFKD')
		.replace(/[\u0300-\u036f\ufe0f\u200d]/g, '')
		.toLowerCase();
	const letters = plain
		.replace(emoji, ' ')
		.replace(/[\u2717\u2713]/g, ' ')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
	return letters === '' ? plain.trim() : letters;
}

function labelOf(vocabulary: VocabularyId, token: string): string {
	return vocabularies[vocabulary].terms.find((term) => term.token === token)?.label ?? token;
}
