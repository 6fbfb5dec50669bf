/**
 * The words spreadsheets use for the terms of registers, by vocabulary: those that say the same, and
 * those that say nearly the same, as in `term-words.ts`.
 */
import type { RegisterVocabularyId } from '../../model/records/register-vocabularies.ts';

type Words = Readonly<Record<string, readonly [sure: string, near: string]>>;

const levels: Words = {
	critical: [
		'critical, severe, very high, tier 1, p1, urgent, kritisch, critico, kriticka',
		'1, catastrophic',
	],
	high: ['high, major, tier 2, p2, h, hoch, alto, alta, vysoka', '2, significant, important'],
	medium: ['medium, moderate, med, tier 3, p3, m, mittel, medio, media, stredni', '3, normal'],
	low: [
		'low, minor, tier 4, p4, l, niedrig, bajo, baja, nizka, very low',
		'4, observation, negligible, informational',
	],
};

export const registerTermWords: Readonly<Partial<Record<RegisterVocabularyId, Words>>> = {
	yesNo: {
		yes: [
			'yes, y, true, x, \u2713, \u2714, \u2705, ja, si, oui, ano',
			'1, in scope, key, required, partial',
		],
		no: [
			'no, n, false, \u2717, \u274c, nein, non, ne',
			'0, out of scope, non key, not required, none',
		],
	},
	design: {
		met: ['met, effective, designed effectively, adequate, yes, pass', 'ok'],
		partly: [
			'partly met, partially met, partial, partly, partially effective',
			'needs improvement',
		],
		notMet: ['not met, ineffective, not effective, inadequate, no, fail, failed', ''],
	},
	rating: {
		'1': ['1, very low, rare, negligible, insignificant, remote, velmi nizka', 'trivial'],
		'2': ['2, low, unlikely, minor, niedrig, bajo, nizka, nizky', 'improbable, limited'],
		'3': ['3, medium, possible, moderate, mittel, medio, stredni', 'occasional'],
		'4': ['4, high, likely, major, hoch, alto, vysoka, vysoky', 'probable, significant, serious'],
		'5': [
			'5, very high, almost certain, severe, critical, catastrophic, extreme, velmi vysoka',
			'certain, frequent',
		],
	},
	treatment: {
		reduce: [
			'reduce, mitigate, mitigation, treat, remediate, modify, reduction, mitigated',
			'control, monitor',
		],
		accept: ['accept, accepted, acceptance, tolerate, retain', ''],
		transfer: ['transfer, transferred, share, insure, transference', 'outsource'],
		avoid: ['avoid, avoidance, terminate, eliminate', ''],
	},
	riskStatus: {
		open: [
			'open, new, identified, active, offen, otevreno, otevrene, otevreny',
			'in progress, monitoring, under review, planned, resi se',
		],
		treated: ['treated, mitigated, remediated, controlled, implemented', 'reduced'],
		accepted: ['accepted, tolerated, akceptovane', ''],
		closed: ['closed, resolved, retired, done, complete, completed, uzavreno, uzavrene', ''],
	},
	severity: levels,
	vendorTier: { ...levels, critical: [`${levels['critical']?.[0] ?? ''}, subservice`, '1'] },
	subserviceMethod: {
		carveOut: ['carve out, carved out, carveout, carve out method', 'excluded'],
		inclusive: ['inclusive, inclusive method, included', ''],
		notSubservice: [
			'not a subservice organisation, vendor only, not a subservice, no',
			'n a, not applicable',
		],
		undecided: ['subservice, undecided, yes, tbd', ''],
	},
	vendorReport: {
		soc2Type2: [
			'soc 2 type 2, soc 2 type ii, soc2 type 2, soc2 type ii, soc 2 type2',
			'soc 2, soc2',
		],
		soc2Type1: ['soc 2 type 1, soc 2 type i, soc2 type 1, soc2 type i', ''],
		soc1: ['soc 1, soc1, soc 1 type 2, soc 1 type ii', ''],
		soc3: ['soc 3, soc3', ''],
		iso27001: ['iso 27001, iso iec 27001, iso27001, iso 27001 certificate', 'iso'],
		questionnaire: ['questionnaire, security questionnaire, sig, caiq, self assessment', ''],
		none: ['none, no report, no, not provided', 'n a'],
	},
	opinion: {
		unmodified: ['unmodified, unqualified, clean', 'no exceptions'],
		qualified: ['qualified, except for', ''],
		adverse: ['adverse', ''],
		disclaimer: ['disclaimer, disclaimed, no opinion', ''],
	},
	policyStatus: {
		draft: [
			'draft, in draft, in review, under review, pending approval, new',
			'planned, not started, in progress',
		],
		inForce: [
			'in force, approved, published, active, effective, current, final',
			'complete, implemented',
		],
		withdrawn: ['withdrawn, retired, superseded, obsolete, archived', ''],
	},
	policyKind: {
		informationSecurity: ['information security policy, infosec, security policy', ''],
		accessControl: ['access control policy, access management, access', ''],
		changeManagement: ['change management policy, change control', ''],
		incidentResponse: ['incident response, incident management, incident response policy', ''],
		businessContinuity: ['business continuity, disaster recovery, bcp, drp, bc dr', ''],
		riskManagement: ['risk management policy, risk assessment', ''],
		vendorManagement: ['vendor management policy, third party risk, supplier management', ''],
		dataClassification: ['data classification, data retention, data management, data handling', ''],
		privacyNotice: ['privacy, privacy policy', ''],
		codeOfConduct: ['code of conduct policy, ethics', ''],
	},
	systemKind: {
		application: ['application, app, saas, web application, software', 'service, system'],
		infrastructure: [
			'infrastructure, server, cloud, network, iaas, paas, compute',
			'hosting, hardware',
		],
		dataStore: ['data store, database, storage, datastore, data warehouse, db', ''],
		codeRepository: ['code repository, repository, source control, version control, repo', ''],
		identityProvider: ['identity provider, idp, sso, directory, iam', ''],
		endpoint: ['endpoint, endpoints, laptop, workstation, mobile device', 'device'],
		tool: ['supporting tool, tool, tooling, monitoring, security tool', ''],
	},
	environment: {
		production: ['production, prod, live', ''],
		staging: ['staging, stage, uat, pre production, preprod', 'test'],
		development: ['development, dev, sandbox', ''],
	},
	dataClass: {
		public: ['public', ''],
		internal: ['internal, internal use, internal only', ''],
		confidential: ['confidential, sensitive', ''],
		restricted: ['restricted, highly confidential, secret', 'critical'],
	},
	inOrOut: {
		in: ['in scope, in, yes, y, included, true', ''],
		out: ['out of scope, out, no, n, excluded, false, not in scope', ''],
	},
	personKind: {
		employee: ['employee, staff, full time, part time, permanent, fte', 'active'],
		contractor: ['contractor, external, consultant, freelancer, temporary', ''],
		role: ['role, position', ''],
		team: ['team, group, department', ''],
	},
	complementaryKind: {
		csoc: [
			'csoc, subservice organisation, subservice organization, subservice provider, vendor',
			'csp, host',
		],
		cuec: ['cuec, customer, user entity, client, user', ''],
		duty: ['duty, us, company, our duty, service organization, service organisation', 'entity'],
	},
	commitmentKind: {
		commitment: ['commitment, service commitment, sla, promise', ''],
		requirement: ['requirement, system requirement', ''],
	},
	evidenceState: {
		expected: [
			'expected, open, new, requested, outstanding, not started, pending, not collected, to do, missing, required',
			'in progress, assigned, gathering, planned',
		],
		submitted: [
			'submitted, provided, uploaded, delivered, ready for review, in review, collected, received, pending auditor',
			'under review, draft',
		],
		accepted: [
			'accepted, approved, closed, complete, completed, satisfied, verified',
			'done, validated',
		],
		returned: [
			'returned, rejected, follow up, needs clarification, additional information needed, reopened',
			'',
		],
		excused: ['excused, n a, not applicable, withdrawn, not required', ''],
	},
	gapKind: {
		design: ['design, design deficiency, missing control, control design', ''],
		operating: ['operating, operational, operating effectiveness, execution', 'implementation'],
		evidence: ['evidence, lack of evidence, proof', ''],
		documentation: ['documentation, policy, undocumented', ''],
	},
	gapStatus: {
		open: [
			'open, new, not started, identified, not implemented, to do, outstanding, offen',
			'planned, gap, non compliant, not compliant, not met, deferred',
		],
		inProgress: [
			'in progress, ongoing, wip, started, active, underway, in arbeit',
			'partial, partially implemented, partially compliant, partly met, partially',
		],
		waiting: ['waiting, on hold, blocked, pending', 'delayed'],
		toVerify: [
			'to be verified, ready for review, in review, pending verification, awaiting verification',
			'submitted',
		],
		closed: [
			'closed, complete, completed, done, resolved, remediated, fixed, verified',
			'implemented, compliant, met',
		],
		accepted: ['risk accepted, accepted, accept', 'not applicable'],
	},
	gapSource: {
		check: ['check, automated check', ''],
		assessment: [
			'assessment, gap assessment, readiness assessment, self assessment, risk assessment',
			'review',
		],
		test: [
			'test, testing, control test, internal test, penetration test, scan, vulnerability scan',
			'',
		],
		incident: ['incident, event', ''],
		audit: ['audit, internal audit, external audit, auditor', ''],
		person: ['raised by hand, employee, management', ''],
	},
	conclusion: {
		met: [
			'met, compliant, in place, conforms, yes, green, satisfied, implemented, fully met',
			'complete',
		],
		partlyMet: [
			'partly met, partially met, partial, partially compliant, amber, yellow, partially implemented, partly',
			'in progress',
		],
		notMet: [
			'not met, gap, non compliant, no, red, missing, not implemented, unmet, not compliant',
			'not started',
		],
		notAssessed: ['not assessed, tbd, unknown, pending', ''],
	},
	testMethod: {
		inquiry: ['inquiry, inquire, interview, enquiry, corroborative inquiry, walkthrough', ''],
		observation: ['observation, observe, observed', ''],
		inspection: ['inspection, inspect, examination, examine, document review, inspected', 'review'],
		reperformance: ['reperformance, re performance, reperform, recalculation, test of one', ''],
	},
};
