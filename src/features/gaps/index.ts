export { default as Gaps } from './Gaps.svelte';
