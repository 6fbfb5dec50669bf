/** The fixed lists that registers, assessments and the scope choose from, beside those of the matrix. */
import type { Term, Vocabulary } from './vocabulary.ts';

const lists = {
	yesNo: { yes: 'Yes', no: 'No' },
	design: { met: 'Met', partly: 'Partly met', notMet: 'Not met' },
	evidenceModel: {
		occurrence: 'Each occurrence',
		population: 'Samples of a population',
		configuration: 'Configuration',
	},
	testMethod: {
		inquiry: 'Inquiry',
		observation: 'Observation',
		inspection: 'Inspection',
		reperformance: 'Reperformance',
	},
	category: {
		security: 'Security',
		availability: 'Availability',
		confidentiality: 'Confidentiality',
		'processing-integrity': 'Processing integrity',
		privacy: 'Privacy',
	},
	rating: {
		'1': '1 Very low',
		'2': '2 Low',
		'3': '3 Medium',
		'4': '4 High',
		'5': '5 Very high',
	},
	treatment: { reduce: 'Reduce', accept: 'Accept', transfer: 'Transfer', avoid: 'Avoid' },
	riskStatus: { open: 'Open', treated: 'Treated', accepted: 'Accepted', closed: 'Closed' },
	vendorTier: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' },
	subserviceMethod: {
		carveOut: 'Carve-out',
		inclusive: 'Inclusive',
		notSubservice: 'Not a subservice organization',
		undecided: 'Subservice, method not chosen',
	},
	vendorReport: {
		soc2Type2: 'SOC 2 Type 2',
		soc2Type1: 'SOC 2 Type 1',
		soc1: 'SOC 1',
		soc3: 'SOC 3',
		iso27001: 'ISO 27001 certificate',
		questionnaire: 'Questionnaire',
		none: 'None',
	},
	opinion: {
		unmodified: 'Unmodified',
		qualified: 'Qualified',
		adverse: 'Adverse',
		disclaimer: 'Disclaimer',
	},
	policyKind: {
		informationSecurity: 'Information security',
		accessControl: 'Access control',
		changeManagement: 'Change management',
		incidentResponse: 'Incident response plan',
		businessContinuity: 'Continuity and recovery plan',
		riskManagement: 'Risk management',
		vendorManagement: 'Vendor management',
		dataClassification: 'Data classification and retention',
		privacyNotice: 'Privacy notice',
		codeOfConduct: 'Code of conduct',
		other: 'Other',
	},
	policyStatus: { draft: 'Draft', inForce: 'In force', withdrawn: 'Withdrawn' },
	systemKind: {
		application: 'Application',
		infrastructure: 'Infrastructure',
		dataStore: 'Data store',
		codeRepository: 'Code repository',
		identityProvider: 'Identity provider',
		endpoint: 'Endpoints',
		tool: 'Supporting tool',
	},
	environment: { production: 'Production', staging: 'Staging', development: 'Development' },
	dataClass: {
		public: 'Public',
		internal: 'Internal',
		confidential: 'Confidential',
		restricted: 'Restricted',
	},
	inOrOut: { in: 'In scope', out: 'Out of scope' },
	personKind: {
		employee: 'Employee',
		contractor: 'Contractor',
		role: 'Role',
		team: 'Team',
	},
	boundaryKind: {
		service: 'Service',
		infrastructure: 'Infrastructure',
		software: 'Software',
		people: 'People',
		data: 'Data',
		procedures: 'Procedures',
		site: 'Site or entity',
		dataFlow: 'Entry or exit of data',
	},
	commitmentKind: {
		commitment: 'Service commitment',
		requirement: 'System requirement',
	},
	complementaryKind: {
		csoc: 'Expected of a subservice organization (CSOC)',
		cuec: 'Expected of our customers (CUEC)',
		duty: 'Expected of us in a vendor’s report',
	},
	evidenceState: {
		expected: 'Expected',
		submitted: 'Submitted',
		accepted: 'Accepted',
		returned: 'Returned',
		excused: 'Excused',
	},
	gapKind: {
		design: 'Design',
		operating: 'Operating',
		evidence: 'Evidence',
		documentation: 'Documentation',
	},
	severity: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' },
	gapStatus: {
		open: 'Open',
		inProgress: 'In progress',
		waiting: 'Waiting',
		toVerify: 'To be verified',
		closed: 'Closed',
		accepted: 'Risk accepted',
	},
	gapSource: {
		check: 'Check',
		assessment: 'Assessment',
		test: 'Test',
		incident: 'Incident',
		audit: 'Audit',
		person: 'Raised by hand',
	},
	periodEffect: {
		none: 'None',
		shorten: 'Shortens the period',
		moveStart: 'Moves the start',
		deviation: 'Deviation expected',
	},
	conclusion: {
		met: 'Met',
		partlyMet: 'Partly met',
		notMet: 'Not met',
		notAssessed: 'Not assessed',
	},
	reportType: { type1: 'Type 1', type2: 'Type 2' },
	dataRole: {
		controller: 'We decide why personal data is used',
		processor: 'We process it for customers only',
		both: 'Both',
		none: 'We hold none',
	},
} as const;

export type RegisterVocabularyId = keyof typeof lists;

export const registerVocabularies: Readonly<Record<RegisterVocabularyId, Vocabulary>> =
	Object.fromEntries(
		Object.entries(lists).map(([id, terms]): [string, Vocabulary] => [
			id,
			{ id: id as RegisterVocabularyId, terms: Object.entries<string>(terms).map(termOf) },
		]),
	) as Record<RegisterVocabularyId, Vocabulary>;

function termOf([token, label]: readonly [string, string]): Term {
	return { token, label };
}
