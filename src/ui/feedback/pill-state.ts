/** The six states a thing can be shown in; what they mean is for the caller to say in words. */
export type PillState = 'none' | 'planned' | 'part' | 'met' | 'late' | 'blocked';
