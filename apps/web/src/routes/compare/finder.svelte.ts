import { isFound, type Entry } from './pick.ts'
import { loadReadings, type Readings } from '#lib/pinyin/readings.ts'

const LATIN = /[a-zü]/iu

/** A search over entries; the table of pinyin is fetched when somebody first types Latin letters. */
export function createFinder() {
  let query = $state('')
  let readings = $state.raw<Readings | null>(null)
  let asked = false

  return {
    get query() {
      return query
    },
    set query(text: string) {
      query = text
      if (asked || !LATIN.test(text)) return
      asked = true
      // Without the table, names are still found by their characters.
      void loadReadings().then(
        (loaded) => (readings = loaded),
        () => (asked = false),
      )
    },
    found: (entry: Entry): boolean => isFound(entry, query, readings),
  }
}
