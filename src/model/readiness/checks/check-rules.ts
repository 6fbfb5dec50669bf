/** Every check that this program can run, in the catalogue's order. */
import type { CheckRule } from '../check-rule.ts';
import { coverageRules } from './coverage.ts';

export const checkRules: readonly CheckRule[] = [...coverageRules];
