import { z } from '@hono/zod-openapi'
import { Quantity, ZoneRef } from './answer.ts'
import { FieldName } from './linkage.ts'

/** The starter zones beside the whole zones, and over time. */

export const StarterCell = z.object({
  value: z.number().nullable(),
  reason: z.string().nullable(),
  fields: z.array(FieldName),
})

const Beside = z.object({
  compared: z.int(),
  denser: z.int(),
  middle: z.number().nullable(),
  times: z.array(z.number().nullable()),
})

export const Starter = z
  .object({
    period: z.string(),
    dataVersion: z.string(),
    quantities: z.array(Quantity).openapi({ description: 'the columns of `rows.cells`, in order' }),
    densities: z.object({
      planned: z.int(),
      starter: z.int(),
      supplied: z.int(),
    }),
    mark: z.number().openapi({ description: 'km²: “about 1 km²”, no pass or fail' }),
    rows: z.array(
      ZoneRef.extend({ zone: z.string(), cells: z.array(StarterCell) }).omit({ id: true }),
    ),
    beside: z
      .object({
        planned: Beside,
        supplied: Beside,
      })
      .openapi({ description: 'starter density as a multiple of the zone’s, one a row' }),
    medians: z.array(z.number().nullable()).openapi({ description: 'one a quantity' }),
    progress: z.object({
      periods: z.array(z.string()),
      quantities: z.array(
        Quantity.extend({
          steps: z.array(
            z.object({
              middle: z.number().nullable(),
              zones: z.int(),
              moved: z.object({ compared: z.int(), up: z.int(), down: z.int() }).nullable(),
            }),
          ),
        }),
      ),
    }),
  })
  .openapi('Starter')

export type StarterCell = z.infer<typeof StarterCell>
export type Starter = z.infer<typeof Starter>
