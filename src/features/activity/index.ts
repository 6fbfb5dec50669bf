export { default as Activity } from './Activity.svelte';
