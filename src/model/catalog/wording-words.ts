/**
 * The words that the wording of a control is read by, in their base form. Entries are whole words; a
 * blank stands for a blank or a hyphen, # for a number. Letter case is ignored, except for the
 * phrases under `exactCase` (IT is a department, "it" is not).
 */
const roles = `analyst, approver, board, ceo, cfo, chief, cio, ciso, cmo, committee, coo,
	coordinator, cpo, cto, custodian, director, dpo, head of, help desk, helpdesk, lead, manager,
	officer, on call, owner, preparer, president, reviewer, service desk, specialist, supervisor,
	team, tester, vp`;

/** Those who act only where the sentence lets them: by the pipeline; engineering reviews. */
const subjects = `administrator, agent, alarm, application, architect, assessor, attorney, auditor,
	baseline, build, business, clerk, code host, company, compliance, consultant, contractor, control,
	counsel, database, department, developer, device management, employee, engineer, engineering,
	executive, finance, firewall, function, gateway, guard, HR, human resources, individual, IT, job,
	key service, legal, member, monitoring, network, operations, organisation, organization, person,
	pipeline, platform, policy, procurement, product, provider, purchasing, rule, sales, scanner,
	script, security, server, service, software, sponsor, support, system, tool, trainer, vault,
	vendor, workflow`;

/** Likewise, and several by themselves: staff sign. */
const collectives = 'leadership, management, people, personnel, staff, workforce';

/** Active verbs of controls, in their base form. */
const verbs = `accept, acknowledge, add, allow, alert, analyse, analyze, answer, apply, approve,
	ask, assess, assign, attack, authorise, authorize, back, block, build, capture, carry, change,
	chase, check, choose, classify, close, collect, communicate, compare, complete, conduct, confirm,
	configure, contain, copy, correct, create, decide, define, delete, deliver, deny, deploy,
	designate, destroy, detect, determine, develop, disable, discuss, distribute, document, enable,
	encrypt, enforce, ensure, enter, escalate, escort, establish, evaluate, examine, exercise, export,
	file, fill, finish, fix, follow, force, forecast, gather, generate, get, give, grant, handle,
	hold, honour, identify, implement, inform, inspect, install, investigate, invite, isolate, issue,
	keep, limit, list, log, maintain, make, manage, map, mark, match, measure, meet, monitor, name,
	notify, observe, obtain, open, order, oversee, patch, perform, plan, post, prepare, prevent,
	process, produce, protect, provide, publish, quarantine, raise, rank, rate, reach, read, receive,
	recertify, reconcile, record, register, rehearse, reject, release, remediate, remove, rerun,
	replace, report, request, require, reset, resolve, respond, restore, restrict, retain, return,
	revalidate, review, revise, revoke, rotate, run, scan, score, select, send, set, share, sign,
	stop, store, submit, supervise, suspend, tell, terminate, test, track, train, triage, update, use,
	validate, verify, walk, warn, watch, wipe, withdraw, write`;

/** After these, what came before is acted upon: security reviews are held, reviews of access. */
const passive = 'is, are, was, were, be, been, being, of';
const modals = 'must, shall, should, may, can, could, will';

const units = `minute, hour, day, working day, business day, calendar day, week, month, quarter,
	half year, year, calendar year, fiscal year, morning, night, weekday`;
const events = `access, alert, build, case, change, code change, commit, complaint, contract,
	delivery, deployment, disposal, engagement, event, feature, finding, hire, import, incident, item,
	job, joiner, leaver, login, log in, merge, merge request, message, mover, new, occurrence,
	onboarding, order, patch, pull request, record, release, request, run, session, shipment, starter,
	termination, ticket, transaction, transfer, upload, vendor, version`;

const times = `hourly, daily, nightly, weekly, biweekly, fortnightly, monthly, bimonthly, quarterly,
	yearly, annual, annually, semi annual, semi annually, semiannual, semiannually, biannual,
	biannually, half yearly, once a day, once a week, once a month, once a quarter, once a year,
	twice a day, twice a week, twice a month, twice a quarter, twice a year, once per year,
	once per quarter, once per month, twice per year, # times a day, # times a week, # times a month,
	# times a quarter, # times a year, # times per year, continuous, continuously, real time,
	near real time, 24 7, 24x7, at all hours, around the clock, automatically, by default`;

const triggers = `when, whenever, after any, before any, upon, before, after, prior to, following,
	as soon as, by the end of, on or before, on the same day, the same day, at once, on request,
	on demand, at hire, on hire, upon hire, during onboarding, at onboarding, on boarding,
	at termination, on termination, upon termination, on leaving, on joining, at sign up, at creation,
	on creation, on change, no later than, not later than, in the event of, if a, if an, if any,
	any time`;

/** Words for what stays behind: a list, a ticket, a signature. */
const records = `acknowledgement, acknowledgment, acknowledge, acceptance, agreement, alert,
	approval, approve, archive, assessment, attestation, audit trail, calendar, case file,
	certificate, change history, checklist, confirmation, confirm, contract, dashboard, diagram,
	document, documentation, email, evidence, export, file, form, history, inventory, invoice,
	journal, letter, list, log, matrix, memo, minutes, note, notice, plan, policy, presentation,
	proof, receipt, reconciliation, record, register, report, result, roster, rota, schedule,
	screenshot, sign, sign off, signature, snapshot, spreadsheet, statement, standard, summary,
	survey, ticket, timeline, timestamp, trace, transcript, version, written, workbook, worksheet`;

/** How often nobody can say. */
const vagueRhythm = `ad hoc, as and when, as applicable, as deemed necessary, as necessary, as needed,
	as required, at regular intervals, frequently, from time to time, if necessary, occasional,
	occasionally, often, on a periodic basis, on a regular basis, periodic, periodically, regular,
	regularly, sometimes, when necessary, when needed`;
/** By when nobody can say. */
const vagueLimit = 'as soon as possible, in a timely manner, on a timely basis, promptly, timely';
/** How much or how well nobody can say. */
const vagueMeasure = `adequate, adequately, and so on, appropriate, appropriately, as appropriate, best
	practice, best practices, etc, industry standard, proper, properly, reasonable, reasonably,
	sufficient, sufficiently, suitable, where appropriate`;
/** Whether it is done at all nobody can say. */
const vagueDuty = `attempt to, best effort, best efforts, generally, if possible, may, normally,
	should, strive to, try to, typically, usually, where feasible, where possible, where practical`;

const absolute = `100 %, 100 per cent, 100 percent, all, always, any, at all times, ensure, ensures,
	every, everyone, everything, immediately, never, without exception`;

/** What looks like one of the words above and is none. */
const innocent = `active directory, all hands, back office, file share, file system, first of all,
	key management, lead time, lead to, leads to, log in, log ins, log on, log out, logged in,
	logged on, logging in, not all, password manager, password policy, policy engine, run time,
	secrets manager, session manager, single sign on, sign in, sign on, sign up`;

/** Every list as phrases in lower case, IT and HR aside. */
export const wordingWords = phrasesOf({
	roles,
	subjects,
	collectives,
	verbs,
	passive,
	modals,
	times,
	triggers,
	units,
	events,
	records,
	vagueRhythm,
	vagueLimit,
	vagueMeasure,
	vagueDuty,
	absolute,
	innocent,
});

/** Phrases that count only as they are written here. */
export const exactCase: readonly string[] = ['HR', 'IT', 'may'];

function phrasesOf<Name extends string>(
	texts: Readonly<Record<Name, string>>,
): Readonly<Record<Name, readonly string[]>> {
	const entries = Object.entries<string>(texts).map(([name, text]) => [
		name,
		text.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' ')),
	]);
	return Object.fromEntries(entries) as Record<Name, readonly string[]>;
}
