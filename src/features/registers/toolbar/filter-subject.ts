/** What a filter is about: the key of a column, or `cameFrom` for where records came from. */
export type FilterSubject = string;
