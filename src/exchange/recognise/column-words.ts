/**
 * The words people put above columns, by what the column is about. Collected from practice and from
 * the public templates described in the domain notes; compared as `headerWords` gives
 * them. The weight says how surely the phrase alone settles the matter.
 */
import type { ColumnSubject } from '../proposal/proposal.ts';
import { headerWords } from './header-words.ts';

export interface HeaderPhrase {
	readonly words: readonly string[];
	readonly subject: ColumnSubject;
	readonly weight: number;
}

const phrases: HeaderPhrase[] = [];

say('controlId', 1, [
	'control id, control number, control no, control #, control nr, control ref, control reference',
	'control identifier, control code, ctrl id, ctrl #, ctrl no, ctrl ref, requirement id, safeguard id',
	'question id, question number, rule id, practice id, activity id, measure id, subcontrol id',
	'kontroll id, kontrollnummer, massnahmen id, massnahmennummer, id control, id controle',
	'codigo control, id kontrola, identifiant',
]);
say('controlId', 0.8, [
	'id, ref id, reference id, unique id, identifier, ref, ref #, ref no, reference #, reference number',
	'no, number, item #, item no, item number, code, clause, key, id #, nr, numero, codigo, kode, cislo',
	'clause number, clause no, requirement #, requirement number, question #, annex a control',
	'opatreni, massnahme id, record id, control key',
]);
say('controlId', 0.8, ['safeguard, requirement ref, annex a']);
say('controlId', 0.6, ['reference, #, control']);
say('title', 1, [
	'control name, control title, title, name, short name, control short name, control activity name',
	'requirement title, requirement name, control label, short description, control summary, headline',
	'kontrollname, kontrolltitel, titel, bezeichnung, nazev, titulo, titulo completo, nombre, nombre control, titre, nom, titolo',
	'nome, naam, nama, judul, checklist item, item name, request title, control heading, measure name',
]);
say('title', 0.7, [
	'control, evidence name, evidence title, summary, subject, topic, activity, item, asset name, label',
	'task, safeguard title, policy name, full name, kontrolle, kontrola, massnahme, requirement',
]);
say('description', 1, [
	'control description, description, control activity, control activity description, control detail',
	'control statement, company control, control specification, control language, control text, control wording',
	'control specified by company, control specified by service organization, requirement description',
	'requirement text, control requirement, rule description, finding description, safeguard description',
	'subcategory description, beschreibung, kontrollbeschreibung, beschreibung kontrolle, descripcion',
	'descripcion control, descrizione, descricao, omschrijving, deskripsi, popis, opis',
]);
say('description', 0.75, [
	'control objective, objective, question, control question, assessment question, statement, detail',
	'requirement, what is expected, request description, point of focus, definition',
	'control implementation, policy statement, criteria description, criterion description, anforderung, exigence, requisito',
]);
say('description', 0.6, ['control, safeguard, practice, measure']);
say('criteria', 1, [
	'trust service criteria, trust service criterion, trust criteria, tsc, tsc ref, tsc #, tsc id',
	'tsc criteria, tsc criterion, tsc code, tsc number, tsc mapping, tsc reference, criteria, criterion',
	'criteria ref, criteria reference, criteria id, criterion id, criterion ref, criteria #, criteria code',
	'common criteria, common criteria ref, cc ref, cc id, cc #, tsp ref, tsp, soc 2 criteria, soc2 criteria',
	'soc 2 ref, soc2 ref, soc 2 ref #, soc 2 mapping, soc2 mapping, soc 2 control, soc2 control, soc 2 cc',
	'soc2 cc, soc 2, soc2, aicpa, aicpa tsc, applicable criteria, mapped criteria, soc 2 reference',
	'related criteria, criteria mapping, soc 2 tsc, soc2 tsc, soc 2 requirement, criteria addressed',
]);
say('references', 1, [
	'iso control, iso reference, iso ref, iso clause, iso section, iso 27001, iso 27001 control, annex a ref',
	'nist control, nist ref, nist csf, nist 800 53, nist sp 800 53, nist subcategory, csf subcategory',
	'cobit ref, hipaa ref, pci ref, cis control, other framework, framework reference, framework mapping',
	'control mapping, mapped control, mapping reference, regulation, regulatory reference, requirement list',
	'framework ref, framework id, crosswalk, related requirement, control id list, related framework',
	'ccm control id, external reference, legal reference, regulation list, subcategory id, csf id',
]);
say('references', 1, [
	'related control id, linked control id, mapped control id, associated control id, related control',
	'linked control, associated control, mitigating control id, parent id, parent ref id, control mapped',
]);
say('references', 0.6, ['mapping, subcategory, category id, reference control']);
say('owner', 1, [
	'owner, control owner, process owner, responsible, responsible party, responsible person, accountable',
	'accountable party, assigned to, assignee, performed by, control operator, operator, control performer',
	'risk owner, evidence owner, action owner, business owner, responsible poc, poc, point of contact, pic',
	'person in charge, responsibility, responsible team, responsible role, control responsible, custodian',
	'verantwortlich, verantwortlicher, verantwortung, eigentumer, responsable, propietario, proprietaire',
	'zodpovida, odpovedna osoba, vlastnik, responsavel, responsabile, verantwoordelijke, penanggung jawab',
	'client owner, system owner, policy owner, task owner',
]);
say('owner', 0.7, [
	'responder, collected by, provided by, prepared by, team, contact, ownership, who, lead',
]);
say('status', 1, [
	'status, state, implementation status, control status, current status, compliance status, progress',
	'readiness status, testing status, audit status, implementation state, request status, review status',
	'umsetzungsstatus, umsetzung, stav, stav implementace, estado, estado implementacion, statut, etat',
	'stato, situacao, implementace, completion status, remediation status, milestone status, readiness',
]);
say('status', 0.75, [
	'implementation, implemented, is control implemented not, in place, answer, your answer, compliance',
	'response, maturity, gap status, met, assessment, included, implementation progress, addressed',
]);
say('frequency', 1, [
	'frequency, control frequency, freq, cadence, periodicity, performance frequency, how often',
	'review frequency, testing frequency, operating frequency, recurrence, haufigkeit, frequenz',
	'frecuencia, frequence, frequenza, frekvence, periodicidad, frekuensi, turnus, interval',
]);
say('type', 1, [
	'control type, preventive detective, preventative detective, prevent detect, control classification',
	'preventive detective corrective, kontrolltyp, kontrollart, tipo control, typ kontroly',
]);
say('type', 0.55, ['type, attribute, typ, tipo, control category']);
say('nature', 1, [
	'nature, control nature, nature control, manual automated, automated manual, automation level',
	'automation, automation status, level automation, execution type, control automation, automated',
]);
say('evidence', 1, [
	'evidence, evidence required, required evidence, evidence requested, suggested evidence, audit evidence',
	'evidence description, evidence list, evidence request list, evidence location, evidence link',
	'evidence reviewed, evidence source, evidence example, evidence artifact, common evidence, artifact',
	'audit artifact, linked artifact, artifact name, file path, file location, supporting documentation',
	'supporting document, supporting evidence, proof, documentation, attachment, evidence collected',
	'nachweis, nachweise, evidencia, evidencias, preuve, evidenza, bukti, odkaz na dokumentaci, evidence file, location, storage location',
	'evidence reference, evidence provided, example evidence, typical evidence, deliverable',
]);
say('evidence', 0.5, ['document, file']);
say('evidence', 0.6, ['link, url, hyperlink, more info, odkaz, document name, file name']);
say('testProcedure', 1, [
	'test procedure, testing procedure, test step, testing step, test performed, test control, test plan',
	'control testing procedure, audit procedure, audit step, how to test, testing method, test method',
	'assessment method, assessment testing method, assessment procedure, verification procedure, test',
	'service auditor test, test applied by service auditor, validation procedure, prufhandlung, audit test',
	'procedimiento prueba, test description, testing approach, verification method, test attribute',
	'test operating effectiveness procedure, testing guidance, audit guideline',
]);
say('testProcedure', 0.55, [
	'control question, question, assessment question, audit question, assessment',
]);
say('testProcedure', 0.65, ['verification, procedure, how to verify, validation']);
say('testResult', 1, [
	'test result, testing result, result test, test conclusion, test outcome, control effectiveness',
	'operating effectiveness, design effectiveness, test design, test operating effectiveness, tod, toe',
	'exception noted, deviation noted, effectiveness, auditor conclusion, prufergebnis, resultado prueba',
	'test finding, operating effectiveness result, design conclusion, operating conclusion',
]);
say('testResult', 0.7, [
	'result, conclusion, outcome, exception, deviation, ergebnis, resultado, audit result',
]);
say('category', 1, [
	'category, control category, tsc category, trust service category, trust service, trust service principle',
	'domain, control domain, evidence domain, family, control family, theme, control theme, function',
	'security function, control area, area, main area, sub area, section, principle, control group, group',
	'process area, pillar, chapter, domain title, category name, subdomain, control set, function grouping',
	'framework category, control series, kategorie, bereich, oblast, categoria, categorie, domaine, dominio',
	'soc 2 category, tsc series, iso theme, nist family, process, trust principle, capability, sub category',
]);
say('category', 0.44, ['type, typ, tipo, group name']);
say('category', 0.6, [
	'subcategory, topic, evidence type, classification, workstream, subject area',
]);
say('priority', 1, [
	'priority, severity, criticality, urgency, importance, prio, prioritat, prioridad, priorite, priorita',
	'prioriteit, gap severity, finding severity, remediation priority, impact level',
]);
say('priority', 0.6, ['risk rating, assurance level']);
say('dueDate', 1, [
	'due date, due, target date, deadline, target completion, target completion date, completion date, remediation date, eta',
	'scheduled completion date, planned completion date, planned date, needed by, date needed, due by',
	'target implementation date, expected date, expected completion, by when',
	'frist, falligkeitsdatum, falligkeit, zieldatum, termin, fecha limite, fecha objetivo, echeance',
	'scadenza, prazo, tenggat, remediation due date, estimated completion date, next due date',
]);
say('dueDate', 0.8, [
	'implementation date',
	'review date, next review, next review date, testing date, scheduled date, test date',
]);
say('notes', 1, [
	'note, comment, remark, observation, additional information, additional comment, general comment',
	'auditor comment, auditor note, implementation note, action plan, remediation plan, recommended action',
	'implementation step, remediation action, remediation note, corrective action, justification, rationale',
	'reason, explanation, anmerkung, bemerkung, kommentar, begrundung, poznamka, oduvodneni, observacione',
	'comentario, commentaire, remarque, nota, notas, note aggiuntive, opmerking, keterangan, catatan',
	'recommendation, next step, follow up, gap note, action required, action taken, analyst note, exceptions noted note',
	'management response, current state, current practice, reason for inclusion exclusion',
]);
say('notes', 0.75, [
	'gap, gap identified, gap description, finding, gap finding, remediation, action, issue, deficiency',
	'implementation description, implementation detail, implementation example, treatment action, how implemented, compensating control',
	'implementation guidance, existing control, as is, exceptions, weakness deficiency, solution',
]);
say('risk', 1, [
	'risk, risk id, risk ref, risk description, risk statement, risk addressed, risk name, risk title',
	'linked risk, related risk, residual risk, inherent risk, risk if not addressed, risk level',
	'what could go wrong, wcgw, risk scenario, associated risk, risiko, riesgo, risque, rizik, riziko',
	'risk category, mitigated risk, risk #, risk number, risk no, risk mitigated',
]);
say('risk', 0.5, ['threat, threat description, threat event']);
say('risk', 0.7, [
	'vulnerability, weakness, risk summary, threat vulnerability, residual risk level',
]);
say('policy', 1, [
	'policy, policy reference, policy ref, policy standard, policy procedure, related policy, policy document',
	'governing policy, policy name reference, standard, document reference, document ref, richtlinie',
	'politica, politique, procedure reference, applicable policy, policy id, linked policy',
]);
say('system', 1, [
	'system, application, tool, in scope system, system application, system tool, automation tool, platform',
	'technology, it system, system name, application name, tool process, tools technology, asset',
	'infrastructure, software, system component, anwendung, sistema, systeme, aplikace, asset type, source system',
	'component',
]);
say('system', 0.6, ['source, typical source, data source, service']);
say('other', 1, [
	'request #, request no, request number, finding #, issue #, evidence #, ticket #, action #',
	'ticket, ticket number, ticket no, ticket key, ticket reference, jira, jira key, jira id, jira issue',
	'evidence id, finding id, request id, issue id, action id, task id, ticket id, vendor id, asset id',
	'poa & m id, poam id, test id, incident id, group id, parameter id, check id, fix id',
	'score, rating, weighting, weight, count, percentage, percent, total, cost, effort, budget, hour, estimated cost',
	'likelihood, impact, probability, risk score, inherent risk score, residual risk score, maturity level',
	'inherent risk level, residual likelihood, residual impact, risk treatment, threat actor, risk based',
	'mapping type, relationship, relationship strength, strength relationship, confidence, gap level, addendum',
	'applicable, applicability, anwendbar, aplikovatelnost, in scope, scope, applicable not, aplicable',
	'username, user name, user id, email, department, job title, role, role group, last login, last login date',
	'date requested, request date, date created, created, created date, collection date, collected date',
	'date collected, date provided, date received, start date, end date, expiry date, effective date, date',
	'last updated, date actioned, observation date, last review date, version, guid, depth, assessable, seq',
	'sequence, stakeholder, auditor, tester, guidance, training, resource required, milestone, owner email',
	'changes to milestone, category description, function description, domain description, group description',
	'group purpose, component description, parameter description, check description, fix description',
	'maturity tier, tier, target score, current score, minimum target, desired target, gap score, day until due',
	'key measure, key control, control impact, population, population size, sample, sample size',
	'vendor, supplier, vendor name, framework, framework name, label, query, asset classification, region, country',
	'reviewed by, approved by, reviewer, approver, tested by, environment, requesting team',
]);
say('other', 0.7, [
	'level, question type, question category, value, input, output, purpose, weight factor',
]);

/** Every phrase, longest first. */
export const headerPhrases: readonly HeaderPhrase[] = phrases.sort(
	(a, b) => b.words.length - a.words.length,
);

/** Names of frameworks and laws other than the trust services criteria, as header words. */
export const frameworkWords: ReadonlySet<string> = new Set(
	(
		'iso iec nist csf hipaa hitrust pci dss gdpr ccpa cpra cis csc cobit coso csa ccm fedramp cmmc bsi c5 ' +
		'enisa glba sox dora nis2 itgc ens irap ismap mas tisax swift nerc cip apra cjis nydfs ferpa coppa ' +
		'hecvat caiq annex itil togaf owasp asvs samm ssdf essential8 cyberfundamentals nerc ffiec naic tx ramp'
	).split(' '),
);

function say(subject: ColumnSubject, weight: number, lines: readonly string[]): void {
	for (const line of lines) {
		for (const phrase of line.split(',')) {
			phrases.push({ words: headerWords(phrase), subject, weight });
		}
	}
}
