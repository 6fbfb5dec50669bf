export { default as JoinReview } from './joining/JoinReview.svelte';
export { default as ReviewPlace } from './ReviewPlace.svelte';
export type { JoiningPort, JoiningState } from './joining/joining-port.ts';
