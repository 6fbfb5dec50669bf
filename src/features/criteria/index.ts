export { default as Criteria } from './Criteria.svelte';
