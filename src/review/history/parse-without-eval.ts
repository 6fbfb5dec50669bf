/** Keeps zod from compiling parsers with `new Function`, which the content security policy refuses. */
import * as z from 'zod/mini';

z.config({ jitless: true });
