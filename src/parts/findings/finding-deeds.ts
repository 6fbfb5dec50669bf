/** What people do about findings: mend them in one step, live with them for a reason, plan their mending. */
import { counted } from '../../base/counted.ts';
import { readinessOf } from '../../live/live-readiness.svelte.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { messageOf } from '../../model/readiness/message.ts';
import type { Finding, Mend } from '../../model/readiness/finding.ts';
import type { AcceptanceId } from '../../model/records/acceptance.ts';
import { gapFromFinding } from '../../model/rules/remediation/gap-drafts.ts';
import { nextGapId } from '../../model/rules/remediation/next-gap-id.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import { acceptFindings, withdrawAcceptance } from '../../workbook/commands/accept-findings.ts';
import { addRecords } from '../../workbook/commands/records/add-records.ts';
import { editRecords } from '../../workbook/commands/records/edit-records.ts';
import { putBack } from '../../workbook/commands/put-back.ts';
import { setScope } from '../../workbook/commands/set-scope.ts';
import { RecordDeeds, type Refusal } from '../lines/record-deeds.ts';

export class FindingDeeds {
	readonly #workbook: LiveWorkbook;
	readonly #deeds: RecordDeeds;

	constructor(workbook: LiveWorkbook, toasts: ToastQueue) {
		this.#workbook = workbook;
		this.#deeds = new RecordDeeds(workbook, toasts);
	}

	/** Does what the check offers to mend it, and offers to take that back. */
	mend(mend: Mend): void {
		const refusal = this.#tryMend(mend);
		if (refusal === undefined) this.#deeds.offerUndo(`${mend.label}: done.`);
		else this.#deeds.said(refusal);
	}

	/** Refused without a reason, and for errors, which only mending ends. */
	accept(findings: readonly Finding[], reason: string): Refusal {
		if (findings.some(({ severity }) => severity === 'error')) {
			return 'An error cannot be accepted: it has to be mended.';
		}
		const readiness = readinessOf(this.#workbook);
		return this.#deeds.tried(acceptFindings, {
			findings: findings.map((finding) => ({
				finding: finding.key,
				of: readiness.fingerprint(finding),
				message: messageOf(finding),
			})),
			reason,
		});
	}

	takeBack(acceptance: AcceptanceId): void {
		this.#deeds.said(this.#deeds.tried(withdrawAcceptance, { acceptance }));
	}

	/** Puts findings into the plan as gaps; the ids of these. */
	plan(findings: readonly Finding[]): readonly string[] {
		const readiness = readinessOf(this.#workbook);
		const gaps = this.#workbook.records('gaps');
		const rows = findings.map((finding, at) => ({
			gapId: nextGapId(gaps, at),
			...gapFromFinding(finding, {
				today: this.#workbook.today,
				control: (id) => this.#workbook.record('controls', id),
				isAnswered: (criterion) => readiness.criterionScore(criterion).controls.length > 0,
			}),
		}));
		const what = rows.length === 1 ? 'a gap' : counted(rows.length, 'gap');
		const outcome = this.#workbook.run(addRecords, {
			register: 'gaps',
			rows,
			label: `Plan ${what} from checks`,
		});
		if (outcome.ok) {
			this.#deeds.offerUndo(`Added ${what} to the plan.`);
			return outcome.value.created;
		}
		this.#deeds.said(outcome.problems.map(({ text }) => text).join(' '));
		return [];
	}

	#tryMend(mend: Mend): Refusal {
		if (mend.kind === 'scope') {
			return this.#deeds.tried(setScope, {
				values: { [mend.field]: mend.value },
				label: mend.label,
			});
		}
		if (mend.kind === 'putBack') {
			const change = { ...mend.cell, before: mend.value };
			return this.#deeds.tried(putBack, { values: [{ change }] });
		}
		const { register, edits, label } = mend;
		return this.#deeds.tried(editRecords, { register, edits, label });
	}
}
