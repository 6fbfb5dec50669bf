export { default as Scope } from './Scope.svelte';
