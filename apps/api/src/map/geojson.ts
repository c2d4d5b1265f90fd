import type { MapGeometry } from '../contract.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { tooDeep } from './depth.ts'
import { flat, geometryFaults, type Complaint } from './geometry.ts'
import { labelsOf, type Label } from './labels.ts'

/** One zone, or a part of one, as a file draws it. */
export interface OutlineFeature {
  readonly labels: readonly Label[]
  readonly geometry: MapGeometry
}

export const LARGEST_MAP = 8 * 1024 * 1024
const DEEPEST = 32
const MOST_FEATURES = 5000
const MOST_POSITIONS = 400_000
const SHOWN = 20

const property = (thing: unknown, key: string): unknown =>
  typeof thing === 'object' && thing !== null && Object.hasOwn(thing, key)
    ? Reflect.get(thing, key)
    : undefined

const refused = (message: string, errors: Complaint[] = [{ pointer: '', message }]) =>
  failed('invalid', message, errors)

function textOf(bytes: Uint8Array): Outcome<string> {
  try {
    return done(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refused('文件不是 UTF-8 编码。 The file is not UTF-8.')
  }
}

function parsed(text: string): Outcome<unknown> {
  if (tooDeep(text, DEEPEST)) {
    return refused(
      `嵌套超过 ${String(DEEPEST)} 层。 It nests deeper than ${String(DEEPEST)} levels.`,
    )
  }
  try {
    const value: unknown = JSON.parse(text)
    return done(value)
  } catch {
    return refused('不是有效的 JSON。 It is not valid JSON.')
  }
}

function featuresOf(document: unknown): Outcome<unknown[]> {
  const list = property(document, 'features')
  if (property(document, 'type') !== 'FeatureCollection' || !Array.isArray(list)) {
    return refused(
      '须为 GeoJSON 的 FeatureCollection。 It has to be a FeatureCollection of GeoJSON.',
    )
  }
  if (list.length === 0) return refused('没有任何要素。 It holds no feature.')
  if (list.length > MOST_FEATURES) {
    const most = String(MOST_FEATURES)
    return refused(`要素多于 ${most} 个。 It holds more than ${most} features.`)
  }
  return done(list)
}

// What nothing is wrong with is one of the three kinds.
const isGeometry = (geometry: unknown, faults: readonly Complaint[]): geometry is MapGeometry =>
  typeof geometry === 'object' && faults.length === 0

/**
 * The features of a GeoJSON file, or what is wrong with it and where: bytes that are not UTF-8, JSON that
 * nests too deep, kinds of geometry that are no zone, coordinates that are no degrees.
 */
export function readOutline(bytes: Uint8Array): Outcome<OutlineFeature[]> {
  const text = textOf(bytes)
  if (!text.ok) return text
  const document = parsed(text.value)
  if (!document.ok) return document
  const list = featuresOf(document.value)
  if (!list.ok) return list
  const budget = { left: MOST_POSITIONS }
  const errors: Complaint[] = []
  const features: OutlineFeature[] = []
  for (const [index, feature] of list.value.entries()) {
    const geometry = property(feature, 'geometry')
    const faults = geometryFaults(geometry, budget)
    const at = `/features/${String(index)}/geometry`
    errors.push(...faults.map(({ pointer, message }) => ({ pointer: at + pointer, message })))
    if (errors.length >= SHOWN || budget.left < 0) break
    if (isGeometry(geometry, faults)) {
      features.push({ labels: labelsOf(feature), geometry: flat(geometry) })
    }
  }
  if (budget.left < 0) {
    const most = String(MOST_POSITIONS)
    return refused(
      `坐标点多于 ${most} 个，请先简化轮廓。 More than ${most} positions: simplify the outline first.`,
    )
  }
  const [first] = errors
  return first ? refused(`${first.pointer}: ${first.message}`, errors) : done(features)
}
