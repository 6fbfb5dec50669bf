export { default as Gaps } from './Gaps.svelte';
export { default as GapsOverTime } from './GapsOverTime.svelte';
