/** How far somebody's chains had come: the place of the last entry that counts, by channel. */
import * as z from 'zod/mini';

const place = z.number().check(z.int(), z.nonnegative());

export const headsSchema = z.object({ review: place, team: place });
export type Heads = Readonly<z.infer<typeof headsSchema>>;
