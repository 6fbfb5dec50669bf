/** Every check that this program can run, in the catalogue's order. */
import type { CheckRule } from '../check-rule.ts';
import { controlRules } from './controls.ts';
import { coverageRules } from './coverage.ts';
import { periodRules } from './period.ts';
import { scopeRules } from './scope.ts';

export const checkRules: readonly CheckRule[] = [
	...scopeRules,
	...periodRules,
	...coverageRules,
	...controlRules,
];
