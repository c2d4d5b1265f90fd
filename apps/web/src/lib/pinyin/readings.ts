/** The readings of a character without tones, such as 重 → chong, zhong; none for what is not known. */
export type Readings = (character: string) => readonly string[]

/** Turns a table from reading to characters into a table from character to readings. */
export function readingsFrom(table: Readonly<Record<string, string>>): Readings {
  const found = new Map<string, string[]>()
  for (const [reading, characters] of Object.entries(table)) {
    for (const character of characters) {
      found.set(character, [...(found.get(character) ?? []), reading])
    }
  }
  return (character) => found.get(character) ?? []
}

/** The readings of the 6,763 characters of GB 2312 and some of place names; 18 KB, so loaded on demand. */
export async function loadReadings(): Promise<Readings> {
  const { default: table } = await import('./readings.json')
  return readingsFrom(table)
}
