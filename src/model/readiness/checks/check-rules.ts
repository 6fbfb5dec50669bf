/** Every check that this program can run, in the catalogue's order. */
import { checks } from '../../catalog/checks.ts';
import type { CheckRule } from '../check-rule.ts';
import { accessRules } from './access.ts';
import { availabilityRules } from './availability.ts';
import { changeRules } from './change.ts';
import { confidentialityRules } from './confidentiality.ts';
import { controlRules } from './controls.ts';
import { coverageRules } from './coverage.ts';
import { descriptionRules } from './description.ts';
import { roundRules } from './evidence-of-rounds.ts';
import { evidenceRules } from './evidence.ts';
import { governanceRules } from './governance.ts';
import { incidentRules } from './incidents.ts';
import { periodRules } from './period.ts';
import { populationRules } from './populations.ts';
import { privacyRules } from './privacy.ts';
import { processingIntegrityRules } from './processing-integrity.ts';
import { riskRules } from './risk.ts';
import { scopeRules } from './scope.ts';
import { testRules } from './tests.ts';
import { vendorRules } from './vendors.ts';
import { integrityRules } from './workbook-integrity.ts';

const place = new Map(checks.map(({ id }, at) => [id, at]));

export const checkRules: readonly CheckRule[] = [
	...scopeRules,
	...periodRules,
	...coverageRules,
	...controlRules,
	...evidenceRules,
	...roundRules,
	...populationRules,
	...testRules,
	...accessRules,
	...changeRules,
	...vendorRules,
	...incidentRules,
	...availabilityRules,
	...confidentialityRules,
	...processingIntegrityRules,
	...privacyRules,
	...riskRules,
	...governanceRules,
	...descriptionRules,
	...integrityRules,
].sort((a, b) => (place.get(a.check) ?? 0) - (place.get(b.check) ?? 0));
