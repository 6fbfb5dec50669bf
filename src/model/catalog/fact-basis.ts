/**
 * What a fact of the catalogue rests on: `guides` where published guides of compliance firms name
 * it, `practice` where it is common practice that differs by firm. Neither is a standard.
 */
export type FactBasis = 'guides' | 'practice';
