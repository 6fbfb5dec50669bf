export { default as Criteria } from './Criteria.svelte';
export { default as CriteriaMap } from './CriteriaMap.svelte';
