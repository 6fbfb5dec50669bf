/**
 * The words people put above the columns of registers, by register and field, beside our own labels.
 * A phrase in the first list settles the matter where the whole header says it; those in the second
 * leave the word to a better column.
 */
import type { Destination } from '../destinations.ts';

export type ColumnWords = Readonly<Record<string, readonly [sure: string, weak: string]>>;

const rowId = 'id, ref, ref id, reference, identifier, key, code';
const counted = '#, no, number, nr, item #, seq';
const who =
	'owner, responsible, responsible party, responsible person, assigned to, assignee, accountable, poc, responsible poc, person in charge';
const whoWeak = 'contact, lead, team, verantwortlich, vlastnik, responsable';
const due =
	'due date, due, target date, target completion date, scheduled completion date, completion target, deadline, target completion, planned date, eta';
const notes = 'note, comment, remark, justification note, additional information';
const criteria =
	'criteria, criterion, tsc, tsc ref, trust service criteria, soc 2 criteria, soc2, soc 2, common criteria, criteria ref, related criteria, applicable criteria';
const controls =
	'control id, control, related control id, related control, control ref, control reference, mapped control, linked control, control #';

export const registerColumnWords: Readonly<Partial<Record<Destination, ColumnWords>>> = {
	risks: {
		riskId: [
			'risk id, risk #, risk no, risk number, risk ref, risk reference, risk code',
			`${rowId}, ${counted}`,
		],
		title: [
			'risk, risk title, risk name, title, name, risk event, risk scenario, risk statement, nazev rizika, risiko',
			'threat, scenario, summary',
		],
		description: [
			'risk description, description, description possible risk, popis rizika, beschreibung, descripcion',
			'threat description, vulnerability, potential impact, consequence description, cause',
		],
		category: [
			'category, risk category, risk type, risk grouping, risk area',
			'type, area, domain, theme',
		],
		asset: [
			'asset, asset process, asset asset category, system affected, affected area, affected asset, affected system, information asset',
			'system, process, asset id, nazev aktiva',
		],
		likelihood: [
			'likelihood, probability, inherent likelihood, likelihood score, likelihood rating, initial likelihood, wahrscheinlichkeit, pravdepodobnost, probabilidad',
			'chance',
		],
		impact: [
			'impact, inherent impact, consequence, impact score, impact rating, initial impact, auswirkung, dopad, impacto',
			'severity, risk impact',
		],
		treatment: [
			'treatment, risk treatment, treatment strategy, treatment option, risk response, response, treatment decision, risk treatment option, strategy, initial risk treatment category',
			'decision, risk treatment category, treatment category',
		],
		plan: [
			'treatment plan, risk treatment plan, mitigation plan, mitigation, action plan, mitigation action, control action, recommended action, treatment description, doporucene opatreni',
			'action, planned action, remediation, recommendation, mitigation strategy',
		],
		controls: [
			'existing control, control id, related control id, control, mitigating control, current control, related control, mapped control, linked control',
			'compensating control, existing measure, stavajici opatreni',
		],
		criteria: [criteria, ''],
		commitments: ['commitment, service commitment', ''],
		residualLikelihood: [
			'residual likelihood, post likelihood, residual probability, target likelihood, likelihood after treatment',
			'',
		],
		residualImpact: ['residual impact, post impact, target impact, impact after treatment', ''],
		owner: [`risk owner, ${who}, vlastnik rizika`, whoWeak],
		due: [due, 'date due'],
		status: ['status, risk status, state, treatment status, stav, estado', 'progress'],
		fraud: ['fraud risk, fraud', ''],
		reviewed: [
			'last reviewed, review date, last review date, date reviewed, last review, date assessed, assessment date, datum revize',
			'last updated, reviewed',
		],
		notes: [notes, ''],
	},
	vendors: {
		name: [
			'vendor, vendor name, supplier, supplier name, third party, third party name, company, provider, subprocessor, name, subservice organization, organization',
			'entity, partner',
		],
		service: [
			'service, service provided, product, service description, description, purpose, product service, processing activity',
			'function, use, solution, mission',
		],
		tier: [
			'tier, criticality, risk tier, vendor tier, risk rating, inherent risk, risk level, classification',
			'risk, rating, dependency',
		],
		method: [
			'subservice method, subservice organization, subservice, carve out inclusive, method',
			'',
		],
		owner: [`vendor owner, business owner, relationship owner, ${who}`, whoWeak],
		data: [
			'data, data handled, data type, data access, data classification, data shared, data processed',
			'information',
		],
		personalData: ['personal data, pii, subprocessor, contain pii, gdpr', ''],
		agreementSigned: [
			'data agreement signed, dpa signed, dpa date, dpa, baa, data processing agreement',
			'',
		],
		contractEnd: [
			'contract end, contract expiry, contract end date, renewal date, expiry date, expiration date, contract expiration, end date',
			'renewal, contract date',
		],
		reportType: [
			'report, assurance report, soc report, certification, report type, attestation, compliance report',
			'assurance',
		],
		reportFrom: ['report from, period start, report start, report period start', ''],
		reportTo: ['report to, period end, report end, report date, report period end', ''],
		bridgeThrough: ['bridge letter through, bridge letter, gap letter, bridge letter date', ''],
		opinion: ['opinion, report opinion', 'result'],
		exceptions: ['exception read, exception, exception noted, finding, issue', ''],
		followUp: ['follow up, action, effect', ''],
		reportReviewed: ['report reviewed, report review date', ''],
		reviewer: ['reviewer, reviewed by', ''],
		lastReview: [
			'last review, last reviewed, review date, last review date, assessment date, last assessment, last assessed, date reviewed',
			'',
		],
		reviewDue: ['review due, next review, next review date, next assessment', ''],
		criteria: [criteria, ''],
		controls: [controls, ''],
		notes: [notes, ''],
	},
	policies: {
		policyId: [
			'policy id, policy #, policy no, policy number, document id, document number, doc id',
			`${rowId}, ${counted}`,
		],
		name: [
			'policy, policy name, policy title, document, document name, document title, name, title',
			'procedure',
		],
		kind: ['kind, policy kind, category, policy type, type, document type', ''],
		owner: [`policy owner, document owner, ${who}`, `${whoWeak}, author`],
		version: ['version, revision, policy version, ver, rev', ''],
		status: ['status, policy status, state', ''],
		approved: [
			'approved, approval date, date approved, last approved, approved on, effective date, last approval date',
			'effective, published',
		],
		approvedBy: ['approved by, approver, approval authority', 'approval'],
		reviewDue: [
			'review due, next review, next review date, review date, due for review, next review due',
			'review',
		],
		criteria: [criteria, ''],
		address: ['where it is, link, url, location, file, document link, policy link', 'path'],
		notes: [notes, ''],
	},
	systems: {
		name: [
			'system, system name, application, application name, asset name, name, asset, component, nazev aktiva',
			'tool, solution, asset id',
		],
		kind: ['kind, type, system type, asset type, typ aktiva', 'category, kategorie'],
		purpose: ['purpose, description, function, use, business purpose, business function', ''],
		scope: ['scope, in scope, scope status, in soc 2 scope', ''],
		scopeReason: ['reason, scope reason, justification, rationale', ''],
		owner: [
			`system owner, asset owner, business owner, application owner, ${who}, vlastnik`,
			whoWeak,
		],
		vendors: ['vendor, provider, supplier, vendor name, hosting provider', ''],
		environment: ['environment, env', ''],
		dataClass: [
			'data class, data classification, classification, asset classification, information classification',
			'sensitivity, confidentiality',
		],
		retention: ['retention, retention period, data retention', ''],
		personalData: ['personal data, pii, contain pii, contain personal data', ''],
		recoveryTarget: ['recovery target hour, rto, recovery time objective, recovery target', ''],
		recoveryTested: ['recovery tested hour, rta, actual recovery time', ''],
		notes: [notes, ''],
	},
	people: {
		name: [
			'name, full name, employee, employee name, person, user, display name',
			'username, user name, account',
		],
		kind: ['kind, employment type, worker type, type, employee type', 'status'],
		role: [
			'role, job title, title, position, function',
			'responsibility, access level, role group',
		],
		team: ['team, department, group, business unit', 'division'],
		email: ['email, email address, mail, work email', 'login, user id'],
		manager: ['manager, supervisor, report to, line manager', ''],
		started: ['started, start date, hire date, date hired, joining date, onboarding date', ''],
		left: [
			'left, end date, termination date, leave date, last day, date terminated, last working day',
			'',
		],
		accessRemoved: [
			'access removed, access revoked, access removal date, date access removed, deprovisioned',
			'date actioned, date confirmed',
		],
		backgroundCheck: [
			'background check, background check date, screening, background check cleared',
			'',
		],
		training: [
			'security training, training, training date, training completed, security awareness training',
			'',
		],
		acknowledged: [
			'policy acknowledged, policy acknowledgement, acknowledgement date, acknowledged',
			'',
		],
		notes: [notes, ''],
	},
	boundary: {
		name: ['component, component name, name, item', 'asset, system'],
		kind: ['kind, type, component type, part', 'category'],
		scope: ['scope, in scope, in out', ''],
		reason: ['reason, justification, rationale', ''],
		description: ['description, detail', ''],
		owner: [who, whoWeak],
	},
	commitments: {
		commitmentId: ['id, commitment id, requirement id', `${rowId}, ${counted}`],
		text: [
			'in our word, commitment, service commitment, system requirement, requirement, statement, description',
			'',
		],
		kind: ['kind, type', ''],
		categories: ['category, trust service category, tsc category', ''],
		criteria: [criteria, ''],
		document: ['where it stand, document, source, contract, source document', ''],
		toIndividuals: ['to individual', ''],
		approvedBy: ['approved by, approver', ''],
		outOfScopeReason: ['why no category', ''],
	},
	complementary: {
		reference: ['id, cuec #, csoc #, cuec id, csoc id, cuec, ref, reference', counted],
		kind: ['expected whom, type, kind, cuec csoc, direction, party, responsible party', ''],
		statement: [
			'control expected, complementary control, complementary user entity control, cuec description, csoc description, responsibility, consideration, expected control, user control consideration, description, statement',
			'control',
		],
		vendors: ['vendor, source, report, subservice organization, organization, vendor name', ''],
		criteria: [criteria, ''],
		controls: [
			'our control, mapped control, control id, entity control, internal control, related control',
			'how addressed, control ref',
		],
		explanation: ['explanation, how addressed, response, implementation', 'comment, note'],
		owner: [who, whoWeak],
		reviewed: ['last reviewed, date reviewed, review date', ''],
	},
	evidence: {
		title: [
			'evidence, evidence name, evidence title, request title, request evidence title, evidence description, request description, document requested, request, item, document name, artifact, artifact name, evidence requested, evidence item',
			'description, name, title, item description, evidence required',
		],
		kind: ['kind, evidence kind, evidence type', 'type'],
		controls: [`${controls}, tested control`, 'control domain'],
		state: [
			'state, status, evidence status, request status, collection status',
			'internal status, progress',
		],
		effective: [
			'effective on, effective date, as of date, evidence date, date of evidence, collection date, collected date, date collected',
			'',
		],
		coversFrom: ['cover from, period start, period from', ''],
		coversTo: ['cover to, period end, period to', ''],
		items: ['item shown, sample size, number of sample', ''],
		systems: ['system, source system, source, system source', 'typical source'],
		captured: [
			'captured on, date captured, capture date',
			'collection date, collected date, date collected',
		],
		preparer: [
			'prepared by, preparer, collected by, evidence owner, assigned to, provided by, owner, client owner, responsible',
			'contact',
		],
		submitted: [
			'submitted on, date submitted, submitted date, date provided, provided, received date, date received, uploaded on',
			'',
		],
		reviewer: ['reviewed by, reviewer', 'auditor, requesting team auditor'],
		reviewed: ['reviewed on, review date, date reviewed', ''],
		address: [
			'where it is, file location link, file location, file path, link, evidence link, url, location, document link, file, path',
			'file name, reference link',
		],
		note: ['note, comment, remark', 'auditor comment, remediation note'],
	},
	gaps: {
		gapId: [
			'gap id, finding id, finding #, issue id, issue #, action id, poa m id, poa&m id, poam id, gap #, finding no, task id, item id',
			`${rowId}, ${counted}`,
		],
		title: [
			'gap, finding, finding title, gap title, issue, weakness deficiency, weakness, deficiency, gap finding, gap description, finding description, weakness name, gap identified, issue title, title, finding evidence',
			'control name, name, description, summary, subcategory description, description requirement, control description',
		],
		kind: ['kind, gap type, gap category, deficiency type, finding type', 'type'],
		severity: [
			'severity, risk rating, risk level, priority, criticality, gap severity, risk',
			'impact, rating',
		],
		status: [
			'status, gap status, remediation status, action status, poa m status, poa&m status, poam status, current status, progress, state, finding status',
			'states, milestone status, compliance status, implementation status',
		],
		owner: [`action owner, remediation owner, finding owner, ${who}`, whoWeak],
		due: [due, 'timeline'],
		criteria: [criteria, ''],
		controls: [
			`${controls}, subcategory id, iso 27001 clause control, nist 800 171 control`,
			'clause, requirement id, ref',
		],
		foundBy: [
			'source, identified by, origin, source identified, weakness source, finding source',
			'',
		],
		finding: [
			'finding detail, observation, current state, gap detail, detail, finding description, current practice, finding, condition',
			'evidence, comment, description',
		],
		rootCause: ['root cause, cause, root cause analysis', ''],
		steps: [
			'step, action, remediation, remediation action, recommended action, corrective action, remediation plan, action plan, recommendation, remediation step, action needed, milestone, plan, corrective action plan, required action',
			'next step, resolution, mitigation',
		],
		start: ['start, start date, planned start', ''],
		dependsOn: ['depend on, dependency, predecessor, blocked by', ''],
		proof: [
			'proof closure, closing evidence, closure evidence, evidence closure, required evidence, evidence required',
			'evidence, verification',
		],
		periodEffect: ['effect on period, effect period', ''],
		opened: [
			'opened on, opened, date identified, identified date, date opened, original detection date, detection date, date found',
			'created, date created',
		],
		closed: [
			'closed on, date closed, completion date, closed date, actual completion date, completed on, date completed',
			'completed',
		],
		verifiedBy: ['verified by, validated by, verifier', ''],
		verified: ['verified on, verification date, date verified', ''],
		residual: ['residual risk, remaining risk, risk after', ''],
		acceptedBy: ['risk accepted by, accepted by', ''],
		findingKey: ['check finding', ''],
		notes: [notes, 'change milestone, resource required'],
	},
	requirements: {
		framework: ['framework, standard, regulation, framework name', 'source'],
		requirementId: [
			'requirement id, requirement #, clause, ref id, article, control id, section, requirement ref, annex a control',
			`${rowId}, ${counted}, subcategory`,
		],
		title: [
			'requirement, requirement description, title, control title, description, name, requirement text, text, control name',
			'statement',
		],
		criteria: ['criteria strong, ' + criteria, ''],
		partialCriteria: ['criteria partial, partial criteria', ''],
		controls: ['control, our control, mapped control, internal control, related control', ''],
		notes: [notes, 'justification'],
	},
	criteria: {
		criterion: [
			`${criteria}, criterion id, criteria id, criterion number, tsc id, criterion ref, control ref`,
			`${rowId}, ${counted}, control id, control`,
		],
		relevance: ['relevant, applicable, in scope, applicability', ''],
		notRelevantReason: [
			'not relevant because, justification for exclusion, exclusion reason',
			'justification',
		],
		conclusion: [
			'assessment, conclusion, result, rating, compliance status, met, assessment result, gap status, status',
			'current status, implementation status',
		],
		note: [
			'note, comment, gap description, observation, current state, finding, remark',
			'gap, current practice',
		],
		licensedText: [
			'licensed text, text, criterion text, criteria text, text criterion, full text, criterion description, criteria description',
			'description, requirement, statement, criterion in full',
		],
	},
};
