/** Who is at the keyboard, as the activity list names them. */
import * as z from 'zod/mini';

export interface Actor {
	/** Random per browser profile, so that two people of one name stay apart. */
	readonly device: string;
	readonly name: string;
}

/** A deed by whoever did it, with the id of its entry in the activity list where that is known. */
export interface DoneBy {
	readonly id?: string;
	readonly by: Actor;
}

export const actorSchema = z.object({ device: z.string(), name: z.string() });

/** The actor kept earlier; undefined where what was kept is none. */
export function readActor(kept: unknown): Actor | undefined {
	const parsed = actorSchema.safeParse(kept);
	return parsed.success ? parsed.data : undefined;
}
