import { z } from '@hono/zod-openapi'
import { ZoneRef } from './answer.ts'

/** The outline of the zones that somebody has brought. */

const Position = z.tuple([z.number(), z.number()])

export const MapGeometry = z
  .union([
    z.object({ type: z.literal('Point'), coordinates: Position }),
    z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)) }),
    z.object({
      type: z.literal('MultiPolygon'),
      coordinates: z.array(z.array(z.array(Position))),
    }),
  ])
  .openapi('MapGeometry')

export const MapFile = z
  .object({
    sha256: z.string(),
    name: z.string(),
    bytes: z.int(),
    at: z.string(),
  })
  .openapi('MapFile')

export const ZoneMap = z
  .object({
    file: MapFile,
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).openapi({
      description: 'west, south, east, north',
    }),
    features: z.array(
      z.object({
        label: z.string(),
        zone: z.string().nullable(),
        geometry: MapGeometry,
      }),
    ),
    unmatched: z.array(
      z.object({
        feature: z.int(),
        label: z.string(),
        reason: z.enum(['no-label', 'unknown', 'ambiguous']),
        zones: z.array(z.string()).openapi({ description: 'the names that it could stand for' }),
      }),
    ),
    absent: z.array(ZoneRef).openapi({ description: 'zones that no feature stands for' }),
  })
  .openapi('ZoneMap')

export const MapAnswer = z.object({ map: ZoneMap.nullable() }).openapi('MapAnswer')

export type MapGeometry = z.infer<typeof MapGeometry>
export type MapFile = z.infer<typeof MapFile>
export type ZoneMap = z.infer<typeof ZoneMap>
export type MapAnswer = z.infer<typeof MapAnswer>
