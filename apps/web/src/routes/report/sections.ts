/** The parts of a brief, in their order; the verdict and the link are always there. */
export const SECTIONS = ['chart', 'table', 'excluded', 'method', 'definitions', 'sources'] as const

export type Section = (typeof SECTIONS)[number]

/** The sections of an address; all where it names none that is known. */
export function readSections(params: Pick<URLSearchParams, 'getAll'>): readonly Section[] {
  const named = new Set(params.getAll('sec').flatMap((text) => text.split(',')))
  const found = SECTIONS.filter((section) => named.has(section))
  return found.length > 0 ? found : SECTIONS
}

/** The address of a brief with other sections; all of them are left out of it. */
export function withSections(address: string, sections: readonly Section[]): string {
  const [path = '', query = ''] = address.split('?')
  const params = new URLSearchParams(query)
  params.delete('sec')
  const chosen = SECTIONS.filter((section) => sections.includes(section))
  if (chosen.length > 0 && chosen.length < SECTIONS.length) params.set('sec', chosen.join(','))
  const text = params.toString()
  return text === '' ? path : `${path}?${text}`
}
