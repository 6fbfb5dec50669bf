export { default as Evidence } from './Evidence.svelte';
