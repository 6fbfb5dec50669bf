/** Every check that this program can run, in the catalogue's order. */
import type { CheckRule } from '../check-rule.ts';
import { controlRules } from './controls.ts';
import { coverageRules } from './coverage.ts';
import { descriptionRules } from './description.ts';
import { governanceRules } from './governance.ts';
import { periodRules } from './period.ts';
import { riskRules } from './risk.ts';
import { scopeRules } from './scope.ts';
import { vendorRules } from './vendors.ts';
import { integrityRules } from './workbook-integrity.ts';

export const checkRules: readonly CheckRule[] = [
	...scopeRules,
	...periodRules,
	...coverageRules,
	...controlRules,
	...vendorRules,
	...riskRules,
	...governanceRules,
	...descriptionRules,
	...integrityRules,
];
