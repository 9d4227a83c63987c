/**
 * Of what a vote has judged, what a method would rather begin from: what came first, that and what people were divided
 * over, the latter alone, what is hardest to do, or of what came first what is least new.
 */
export type Wanted = 'best' | 'best-and-disputed' | 'disputed' | 'hard' | 'familiar'
