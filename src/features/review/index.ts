export { default as ReviewPlace } from './ReviewPlace.svelte';
