/** What the list of checks shows: filters, and by area the checks that found something. */
import { readinessOf } from '../../live/live-readiness.svelte.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import {
	checkAreas,
	checkById,
	checks,
	type CheckFacts,
	type CheckSeverity,
} from '../../model/catalog/checks.ts';
import { messageOf } from '../../model/readiness/message.ts';
import type { Finding } from '../../model/readiness/finding.ts';
import { waitingChecks } from '../../model/readiness/waiting-checks.ts';

export type SeverityFilter = 'all' | CheckSeverity;
export type AcceptanceFilter = 'open' | 'accepted';

/** A check with what it found, as far as the filters leave it. */
export interface ShownCheck {
	readonly id: string;
	readonly facts: CheckFacts;
	readonly count: number;
}

export interface ShownArea {
	readonly code: string;
	readonly label: string;
	readonly checks: readonly ShownCheck[];
	readonly count: number;
}

const severities: readonly CheckSeverity[] = ['error', 'warning', 'info'];

export class ChecksState {
	readonly #workbook: LiveWorkbook;
	severity = $state<SeverityFilter>('all');
	acceptance = $state<AcceptanceFilter>('open');
	search = $state('');

	constructor(workbook: LiveWorkbook) {
		this.#workbook = workbook;
	}

	/** Open findings by severity, and all that were accepted. */
	readonly totals: Readonly<Record<CheckSeverity | 'accepted', number>> = $derived.by(() => {
		const totals = { error: 0, warning: 0, info: 0, accepted: 0 };
		for (const [check, { open, accepted }] of readinessOf(this.#workbook).counts) {
			totals[checkById(check)?.severity ?? 'warning'] += open;
			totals.accepted += accepted;
		}
		return totals;
	});

	/** Checks that run, those of them that find nothing, and those that do not run, by the reason. */
	readonly standing = $derived.by(() => {
		const readiness = readinessOf(this.#workbook);
		const running = new Set(readiness.checks);
		return {
			running: running.size,
			clear: readiness.checks.filter((check) => !readiness.counts.has(check)).length,
			waiting: waitingChecks.map(({ reason, checks }) => ({
				reason,
				checks: checks.flatMap((id) => checkById(id) ?? []),
			})),
			waitingCount: checks.length - running.size,
		};
	});

	/** Areas with something to show, in the catalogue's order; worst checks first. */
	readonly areas: readonly ShownArea[] = $derived.by(() =>
		checkAreas.flatMap(({ code, label }) => {
			const found = checks
				.filter((check) => check.area === code && this.#passes(check))
				.map((facts) => ({ id: facts.id, facts, count: this.#count(facts.id) }))
				.filter(({ count }) => count > 0)
				.sort((a, b) => rankOf(a.facts) - rankOf(b.facts));
			const count = found.reduce((sum, check) => sum + check.count, 0);
			return count > 0 ? [{ code, label, checks: found, count }] : [];
		}),
	);

	readonly isFiltered: boolean = $derived(
		this.severity !== 'all' || this.acceptance !== 'open' || this.search.trim() !== '',
	);

	clear(): void {
		this.severity = 'all';
		this.acceptance = 'open';
		this.search = '';
	}

	/** What a check found, as far as the filters leave it; in the order of the records' names. */
	findings(check: string): readonly Finding[] {
		const words = this.search.trim().toLowerCase();
		const facts = checkById(check);
		const inName = facts !== undefined && nameOf(facts).includes(words);
		return readinessOf(this.#workbook)
			.findingsOf(check)
			.filter(({ accepted }) => (accepted !== undefined) === (this.acceptance === 'accepted'))
			.map((finding) => ({ finding, message: messageOf(finding) }))
			.filter(({ message }) => words === '' || inName || message.toLowerCase().includes(words))
			.sort((a, b) => collator.compare(a.message, b.message))
			.map(({ finding }) => finding);
	}

	#passes({ severity }: CheckFacts): boolean {
		return this.severity === 'all' || this.severity === severity;
	}

	/** Without a search the kept counts answer, which do not look at every finding. */
	#count(check: string): number {
		if (this.search.trim() !== '') return this.findings(check).length;
		return readinessOf(this.#workbook).counts.get(check)?.[this.acceptance] ?? 0;
	}
}

const collator = new Intl.Collator('en', { numeric: true });

/** What a check looks for, as a heading. */
export function checkTitle({ condition }: CheckFacts): string {
	return condition.charAt(0).toUpperCase() + condition.slice(1);
}

function nameOf(facts: CheckFacts): string {
	return `${facts.id} ${facts.condition}`.toLowerCase();
}

function rankOf({ severity }: CheckFacts): number {
	return severities.indexOf(severity);
}
