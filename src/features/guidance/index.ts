export { default as Guidance } from './Guidance.svelte';
export { guidanceSearch } from './guidance-commands.ts';
