/** Starts the worker of the write-back bench: Node's workers do not take tsx over from their parent. */
import { register } from 'tsx/esm/api';

register();
await import('./write-back-worker.ts');
