/** The share of draws from which on a statement about ranks is made. */
export const SURE = 0.95
