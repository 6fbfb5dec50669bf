/** The starter library: 112 controls in our own words, to pick from and adapt. Numbers of days are examples. */
import data from './control-library.json' with { type: 'json' };

export interface LibraryControl {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	/** Two letters: AC for access. */
	readonly domain: string;
	readonly criteria: readonly string[];
	/** Tokens of the vocabularies of the same names. */
	readonly type: string;
	readonly nature: string;
	readonly frequency: string;
	readonly ownerRole: string;
	readonly evidence: readonly string[];
	/** What an auditor would do over an observation period. */
	readonly testProcedure: string;
	readonly iso27001: readonly string[];
}

export interface LibraryDomain {
	readonly id: string;
	readonly title: string;
}

export const libraryDomains = data.domains as readonly LibraryDomain[];
export const controlLibrary = data.controls as readonly LibraryControl[];
