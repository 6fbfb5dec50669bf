/** The worker's entry: everything that touches foreign bytes runs behind this door. */
import './freeze-prototypes.ts';

import { serveExchange } from './serve-exchange.ts';

serveExchange(self);
