import { reachOf } from './reach.ts'
import ReachPanel from './ReachPanel.svelte'

/** What it would take to lift a zone, which few ask for. */
export const reachPart = { reachOf, ReachPanel } as const

export type ReachPart = typeof reachPart
