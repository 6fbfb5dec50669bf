export { default as Shelf } from './Shelf.svelte';
