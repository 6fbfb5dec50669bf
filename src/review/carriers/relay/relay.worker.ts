/**
 * The worker's entry. The page may connect to nobody but its own server (connect-src 'self'); a worker
 * loaded from a file of its own has its own policy, so that the way out opens with a relay and with
 * nothing else.
 */
import { serveRelay } from './serve-relay.ts';

serveRelay(self);
