import { escapeId, unescapeId } from '#lib/id-list.ts'

/** Something said of an id or a period. */
export type Pair<T> = readonly [key: string, value: T]

type Params = Pick<URLSearchParams, 'get' | 'keys'>

/** `a.0~d4,b.0~d6`: keys and values, escaped as ids are. */
export const printPairs = (pairs: readonly Pair<string | number>[]): string =>
  pairs.map(([key, value]) => `${escapeId(key)}.${escapeId(String(value))}`).join(',')

/** The pairs of an address; one that is not whole is left out. */
export function readPairs(text: string | null): Pair<string>[] {
  return (text ?? '').split(',').flatMap((part): Pair<string>[] => {
    const [key = '', value = ''] = part.split('.').map(unescapeId)
    return key === '' || value === '' ? [] : [[key, value]]
  })
}

/** The pairs with what a form sends as `name:key` in their place; an empty field takes its pair away. */
export function overlaidIds(
  pairs: readonly Pair<string>[],
  params: Params,
  name: string,
): Pair<string>[] {
  const held = new Map(pairs)
  for (const param of new Set(params.keys())) {
    if (!param.startsWith(`${name}:`)) continue
    const key = param.slice(name.length + 1)
    const value = params.get(param)?.trim() ?? ''
    if (value === '') held.delete(key)
    else held.set(key, value)
  }
  return [...held]
}

/** The same for figures; what is no number is left out. */
export function overlaidFigures(
  pairs: readonly Pair<string>[],
  params: Params,
  name: string,
): Pair<number>[] {
  return overlaidIds(pairs, params, name).flatMap(([key, text]): Pair<number>[] => {
    const number = Number(text)
    return Number.isFinite(number) ? [[key, number]] : []
  })
}

/** The value of a key; null where it has none. */
export const valueOf = <T>(pairs: readonly Pair<T>[], key: string): T | null =>
  pairs.find(([one]) => one === key)?.[1] ?? null
