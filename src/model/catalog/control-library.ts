/**
 * The starter library: 112 controls in our own words, to pick from and adapt. Numbers of days are
 * examples. Some 250 kB: import this module only where the library itself is shown or taken from,
 * never on the way to the first screen.
 */
import data from './control-library.json' with { type: 'json' };
import type { CompanyFacet } from './company-facets.ts';
import { libraryMappings, type FrameworkMappings } from './library-mappings.ts';

/** What an auditor does, as tokens of the vocabulary `testMethod`. */
export type TestMethod = 'inquiry' | 'observation' | 'inspection' | 'reperformance';

/**
 * What shows that a control ran: one record for each due date, a list of all events to draw samples
 * from, or a setting with the history of its changes. Tokens of the vocabulary `evidenceModel`.
 */
export type EvidenceModel = 'occurrence' | 'population' | 'configuration';

export interface TestStep {
	readonly method: TestMethod;
	readonly text: string;
}

export interface LibraryControl {
	/** AC-05. */
	readonly id: string;
	readonly title: string;
	/** Actor, action, frequency and record, in one or two sentences. */
	readonly description: string;
	/** Two letters: AC for access. */
	readonly domain: string;
	readonly criteria: readonly string[];
	/** Token of the vocabulary `controlType`. */
	readonly type: string;
	/** Token of the vocabulary `nature`. */
	readonly nature: string;
	/** Token of the vocabulary `frequency`. */
	readonly frequency: string;
	readonly ownerRole: string;
	/** True where criteria lean on it: it weighs double in a score. */
	readonly suggestedKey: boolean;
	/** What a company must have for the control to make sense. */
	readonly needs: readonly CompanyFacet[];
	/** Ids of evidence types. */
	readonly evidence: readonly string[];
	readonly evidenceModel: EvidenceModel;
	/** True where the control keeps a document current (policy, plan, register) and does no more. */
	readonly keepsDocument: boolean;
	/** What the list for samples holds; present exactly where the model is a population. */
	readonly population?: string;
	/** The system to export that list from. */
	readonly populationSource?: string;
	/** What an auditor checks on each item, as the end of a sentence. */
	readonly attributesTested: string;
	readonly tests: {
		/** On the as-of date: one example, a configuration. */
		readonly type1: readonly TestStep[];
		/** Over the observation period. */
		readonly type2: readonly TestStep[];
	};
	readonly mappings: FrameworkMappings;
}

export interface LibraryDomain {
	readonly id: string;
	readonly title: string;
}

type StoredControl = Omit<LibraryControl, 'mappings'>;

/** In catalogue order: governance first, privacy last. */
export const libraryDomains = data.domains as readonly LibraryDomain[];

/** By domain, then number. */
export const controlLibrary: readonly LibraryControl[] = (
	data.controls as readonly StoredControl[]
).map((control) => ({ ...control, mappings: mappingsOf(control.id) }));

const controlsById = new Map(controlLibrary.map((control) => [control.id, control]));
const domainTitles = new Map(libraryDomains.map(({ id, title }) => [id, title]));

/** The control of an id (AC-05), or undefined where none exists. */
export function libraryControlById(id: string): LibraryControl | undefined {
	return controlsById.get(id);
}

/** The words for a domain: "Access" for AC; the id itself where there is none. */
export function domainTitle(domain: string): string {
	return domainTitles.get(domain) ?? domain;
}

/**
 * What an auditor would do, one step a line and without the opening inquiry, as a control's test
 * procedure is written.
 */
export function testProcedureOf(control: LibraryControl, report: 'type1' | 'type2'): string {
	return control.tests[report]
		.filter(({ method }) => method !== 'inquiry')
		.map(({ text }) => text)
		.join('\n');
}

function mappingsOf(id: string): FrameworkMappings {
	const mappings = libraryMappings.get(id);
	if (!mappings) throw new Error(`library-mappings.json has no line for ${id}`);
	return mappings;
}
