/** The gaps of one workbook as its screens read them: by state, in the order of the plan, over time. */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { isOpenGap, type Gap } from '../../model/registers/gaps.ts';
import { burnDown } from '../../model/rules/remediation/burn-down.ts';
import { dueStanding, type DueStanding } from '../../model/rules/remediation/gap-dates.ts';
import { openDependencies } from '../../model/rules/remediation/gap-dependencies.ts';
import { severityRank } from '../../model/rules/remediation/gap-severity.ts';
import { planOrder } from '../../model/rules/remediation/plan-order.ts';
import { safeStart } from '../../model/rules/remediation/safe-start.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import { GapDeeds } from './gap-deeds.ts';
import { boardColumns, columnOf, statusStates } from './gap-words.ts';

export class GapsState {
	readonly workbook: LiveWorkbook;
	readonly deeds: GapDeeds;
	/** Those that are not retired, in the order of the register. */
	readonly gaps: readonly Gap[] = $derived.by(() =>
		this.workbook.records('gaps').filter(({ retired }) => !retired),
	);
	readonly open: readonly Gap[] = $derived(this.gaps.filter(isOpenGap));
	readonly #byId = $derived(new Map<string, Gap>(this.gaps.map((gap) => [gap.id, gap])));
	/** Worst and most urgent first in each column. */
	readonly columns = $derived.by(() => {
		const sorted = this.gaps.toSorted(byUrgency);
		return boardColumns.map(({ token, label }) => ({
			id: token,
			label,
			state: statusStates[token],
			cards: sorted.filter((gap) => columnOf(gap) === token),
		}));
	});
	readonly plan = $derived.by(() =>
		planOrder(this.gaps, (id) => this.workbook.record('controls', id), this.today),
	);
	readonly burnDown = $derived.by(() => burnDown(this.gaps, this.today));
	readonly safeStart = $derived.by(() => safeStart(this.workbook.controls, this.gaps));

	constructor(workbook: LiveWorkbook, toasts: ToastQueue) {
		this.workbook = workbook;
		this.deeds = new GapDeeds(workbook, toasts);
	}

	get today() {
		return this.workbook.today;
	}

	readonly gap = (id: string): Gap | undefined => this.#byId.get(id);

	/** How many open gaps stand so to their due date. */
	count(standing: DueStanding): number {
		return this.open.filter((gap) => dueStanding(gap, this.today) === standing).length;
	}

	/** The gaps it waits for. */
	waitsFor(gap: Gap): readonly Gap[] {
		return isOpenGap(gap) ? openDependencies(gap, this.gap) : [];
	}

	/** The gaps that wait for it. */
	waiting(gap: Gap): readonly Gap[] {
		return this.open.filter(({ dependsOn }) => dependsOn.includes(gap.id));
	}
}

function byUrgency(a: Gap, b: Gap): number {
	return (
		severityRank(a.severity) - severityRank(b.severity) ||
		(a.due || '9').localeCompare(b.due || '9') ||
		a.order.localeCompare(b.order)
	);
}
