/** Places in the memory of the module, the same as in `src/memory.ts`. */

export const INPUT: usize = 0x10000
export const STARTS: usize = 0x50000
export const ENDS: usize = 0x60000
export const VALUES: usize = 0x70000
export const KINDS: usize = 0x90000
export const FORMS: usize = 0x94000
export const WANTED: usize = 0x98000
export const ROW_STARTS: usize = 0x9c000
export const COUNTS: usize = 0x9d000
export const POWERS: usize = 0x9e000
export const NUMBERS: usize = 0xa0000
export const HASHES: usize = 0xa4000
export const COLUMNS: usize = 0xa6000
export const FOUND: usize = 0xa7000
export const TABLES: usize = 0x100000
export const POOLS: usize = 0x500000
