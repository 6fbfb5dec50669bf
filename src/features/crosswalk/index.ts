export { default as Crosswalk } from './Crosswalk.svelte';
