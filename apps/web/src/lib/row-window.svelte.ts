import { untrack } from 'svelte'

/** A table of more rows than this keeps only those near the window in the page. */
const WINDOWED_ABOVE = 80

/** Rows beyond either edge of the window, so that a turn of the wheel finds them there. */
const BEYOND = 10
/** What a row is taken for until one has been measured, in pixels. */
const GUESSED = 34

export interface RowRange {
  readonly start: number
  readonly end: number
}

/** The rows near the window: `top` is where the first row stands, seen from its upper edge. */
export function rowsNear(
  count: number,
  place: { readonly top: number; readonly row: number; readonly seen: number },
): RowRange {
  const first = Math.floor(-place.top / place.row) - BEYOND
  const after = Math.ceil((place.seen - place.top) / place.row) + BEYOND
  const start = Math.min(Math.max(0, first), Math.max(0, count - 1))
  return { start, end: Math.min(count, Math.max(after, start + BEYOND)) }
}

export interface RowWindow {
  /** For the element that holds the rows. */
  readonly attach: (body: HTMLElement) => () => void
  readonly range: RowRange
  /** The heights of what is left out above and below, in pixels. */
  readonly above: number
  readonly below: number
}

/**
 * The part of a long table that is in the page. The server, print, and a table with few rows have all
 * of them; so has the table whose reader asked for all rows, where `on` is false.
 */
export function rowWindow(count: () => number, on: () => boolean): RowWindow {
  let near = $state<RowRange | null>(null)
  let row = GUESSED
  let printing = $state(false)
  const active = $derived(near !== null && on() && !printing && count() > WINDOWED_ABOVE)
  const range = $derived(active && near ? clip(near, count()) : { start: 0, end: count() })

  function attach(body: HTMLElement) {
    let frame = 0
    const measure = () => {
      frame = 0
      if (!on() || count() <= WINDOWED_ABOVE) return
      const rows = body.querySelectorAll(':scope > tr:not([aria-hidden])')
      const [first, last] = [rows[0], rows[rows.length - 1]]
      if (first && last) {
        const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top
        row = Math.max(1, height / rows.length)
      }
      const { top } = body.getBoundingClientRect()
      const next = rowsNear(count(), { top, row, seen: innerHeight })
      if (next.start !== near?.start || next.end !== near.end) near = next
    }
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(measure)
    }
    const print = matchMedia('print')
    const turn = () => (printing = print.matches)
    // An attachment runs anew when something it has read changes; this is not to.
    untrack(measure)
    print.addEventListener('change', turn)
    addEventListener('scroll', soon, { passive: true, capture: true })
    addEventListener('resize', soon)
    return () => {
      cancelAnimationFrame(frame)
      print.removeEventListener('change', turn)
      removeEventListener('scroll', soon, { capture: true })
      removeEventListener('resize', soon)
    }
  }

  return {
    attach,
    get range() {
      return range
    },
    get above() {
      return range.start * row
    },
    get below() {
      return (count() - range.end) * row
    },
  }
}

const clip = ({ start, end }: RowRange, count: number): RowRange => ({
  start: Math.min(start, count),
  end: Math.min(end, count),
})
