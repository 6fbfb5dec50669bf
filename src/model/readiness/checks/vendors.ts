/** Checks VEN: do we know whom we depend on, have we read what they report, and who does what beside us? */
import { isCalendarDate, readableDate } from '../../../base/calendar-date.ts';
import type { ComplementaryControl } from '../../registers/complementary.ts';
import { isSubservice, type Vendor } from '../../registers/vendors.ts';
import { reportPeriod } from '../../rules/report-period.ts';
import { nothing, rule } from '../check-rule.ts';
import type { Facts } from '../facts.ts';
import type { Found } from '../finding.ts';
import { called, foundAbout } from '../found-about.ts';
import { isRecent } from '../review-age.ts';
import { daysBetween } from '../slots.ts';

export const vendorRules = [
	rule({
		check: 'VEN-01',
		about: 'workbook',
		find: (facts) => (facts.count('vendors') > 0 ? nothing : [missingIn('vendors')]),
	}),
	rule({
		check: 'VEN-02',
		about: 'vendors',
		find: (vendor, facts) =>
			givesReport(vendor) && !isRecent(vendor.reportReviewed, facts)
				? at(vendor, 'reportReviewed')
				: nothing,
	}),
	rule({
		check: 'VEN-03',
		about: 'vendors',
		find: (vendor, { scope }) => {
			const period = reportPeriod(scope);
			const { reportTo, bridgeThrough } = vendor;
			if (!period || !givesReport(vendor) || !isCalendarDate(reportTo)) return nothing;
			const end = period.type === 'type2' ? period.end : period.asOf;
			const isBridged = isCalendarDate(bridgeThrough) && bridgeThrough >= end;
			return reportTo >= end || isBridged
				? nothing
				: at(vendor, 'bridgeThrough', {
						date: readableDate(reportTo),
						days: daysBetween(reportTo, end),
					});
		},
	}),
	rule({
		check: 'VEN-04',
		about: 'vendors',
		find: (vendor) => (vendor.method === 'undecided' ? at(vendor, 'method') : nothing),
	}),
	rule({
		check: 'VEN-05',
		about: 'vendors',
		find: (vendor, facts) =>
			vendor.method === 'carveOut' && complementaryOf(vendor, 'csoc', facts).length === 0
				? at(vendor, '', {}, { at: { kind: 'register', register: 'complementary' } })
				: nothing,
	}),
	rule({
		check: 'VEN-06',
		about: 'vendors',
		find: (vendor, facts) => {
			const open = complementaryOf(vendor, 'duty', facts).filter(isUnmapped);
			const refs = open.map(({ id }) => ({ register: 'complementary', id }) as const);
			const [first] = refs;
			if (!first) return nothing;
			const vendorRef = { register: 'vendors', id: vendor.id } as const;
			return at(
				vendor,
				'',
				{ n: open.length },
				{
					records: [vendorRef, ...refs],
					at: { kind: 'cell', record: first, field: 'controls' },
				},
			);
		},
	}),
	rule({
		check: 'VEN-06',
		about: 'complementary',
		find: (duty) =>
			duty.kind === 'duty' && duty.vendors.length === 0 && isUnmapped(duty)
				? [foundAbout('complementary', duty, 'controls', { vendor: 'A vendor not named', n: 1 })]
				: nothing,
	}),
	rule({
		check: 'VEN-07',
		about: 'vendors',
		find: (vendor) =>
			hasExceptions(vendor) && vendor.followUp.trim() === '' ? at(vendor, 'followUp') : nothing,
	}),
	rule({
		check: 'VEN-08',
		about: 'vendors',
		find: (vendor, { today }) => {
			const { tier, reviewDue } = vendor;
			return tier === 'critical' && isCalendarDate(reviewDue) && reviewDue < today
				? at(vendor, 'reviewDue', { date: readableDate(reviewDue) })
				: nothing;
		},
	}),
	rule({
		check: 'VEN-09',
		about: 'vendors',
		find: (vendor) =>
			vendor.personalData === 'yes' && vendor.agreementSigned.trim() === ''
				? at(vendor, 'agreementSigned')
				: nothing,
	}),
	rule({
		check: 'VEN-10',
		about: 'workbook',
		find: (facts) =>
			facts.scope.noCustomerDuties.trim() !== '' ||
			facts.records('complementary').some(({ kind }) => kind === 'cuec')
				? nothing
				: [missingIn('complementary')],
	}),
];

function at(
	vendor: Vendor,
	field: string,
	values: Found['values'] = {},
	more: Partial<Found> = {},
): readonly Found[] {
	const all = { vendor: called('vendors', vendor), ...values };
	return [foundAbout('vendors', vendor, field, all, more)];
}

function missingIn(register: 'vendors' | 'complementary'): Found {
	return { records: [], values: {}, at: { kind: 'register', register } };
}

/** A subservice organization whose own report stands for it; an inclusive one is tested with us. */
function givesReport(vendor: Vendor): boolean {
	return isSubservice(vendor) && vendor.method !== 'inclusive';
}

function complementaryOf(
	{ id }: Vendor,
	wanted: string,
	facts: Facts,
): readonly ComplementaryControl[] {
	return facts.linked('complementary', 'vendors', id).filter(({ kind }) => kind === wanted);
}

function isUnmapped({ controls, explanation }: ComplementaryControl): boolean {
	return controls.length === 0 && explanation.trim() === '';
}

/** Somebody may have written that there are none. */
const saysNone =
	/^(?:no|none|nil|n\/?a|[-–—]|no (?:relevant )?exceptions?)(?: (?:noted|found|read))?\.?$/i;

function hasExceptions({ opinion, exceptions }: Vendor): boolean {
	if (['qualified', 'adverse', 'disclaimer'].includes(opinion)) return true;
	const text = exceptions.trim();
	return text !== '' && !saysNone.test(text);
}
