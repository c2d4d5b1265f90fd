import { z } from '@hono/zod-openapi'
import { MISSING_REASONS } from '@permu/metrics'
import { Names } from './common.ts'

/** The ledger of projects, and how its sums stand to the figures of zones. */

export const CellPlace = z
  .object({
    upload: z.string(),
    file: z.string(),
    sample: z.enum(['real', 'synthetic']).nullable(),
    row: z.int(),
    column: z.int(),
    header: z.string(),
  })
  .openapi('CellPlace')

const figure = {
  value: z.number().nullable(),
  unit: z.string().nullable(),
  reason: z.enum(MISSING_REASONS).nullable().openapi({ description: 'why there is no value' }),
}

export const LedgerFigure = z
  .object({
    ...figure,
    source: CellPlace.nullable().openapi({ description: 'null: computed, or in no file' }),
  })
  .openapi('LedgerFigure')

export const LedgerText = z
  .object({
    text: z.string().nullable(),
    reason: z.enum(MISSING_REASONS).nullable(),
    source: CellPlace.nullable(),
  })
  .openapi('LedgerText')

export const ProjectZone = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string().nullable(),
})

export const Project = z
  .object({
    id: z.string(),
    zone: ProjectZone,
    name: LedgerText,
    parcel: LedgerText,
    industry: LedgerText,
    supplyDate: LedgerText,
    agreementDate: LedgerText,
    startDate: LedgerText,
    completionDate: LedgerText,
    area: LedgerFigure.openapi({ description: '亩' }),
    agreedInvestment: LedgerFigure.openapi({ description: '万元' }),
    actualInvestment: LedgerFigure.openapi({ description: '万元' }),
    landPrice: LedgerFigure.openapi({
      description:
        '万元; price per mu × area where the file has only that, and then without source',
    }),
    landUnitPrice: LedgerFigure.openapi({ description: '万元/亩; likewise price ÷ area' }),
    agreedTax: LedgerFigure.openapi({ description: '万元/亩·年' }),
    tax: z.array(LedgerFigure.extend({ period: z.string() })).openapi({ description: '万元' }),
    intensity: LedgerFigure.openapi({ description: 'actual investment ÷ area, 万元/亩' }),
    taxPerLand: LedgerFigure.openapi({ description: 'tax of the period ÷ area, 万元/亩' }),
  })
  .openapi('Project')

const Choice = z.object({ id: z.string(), name: z.string(), projects: z.int() })

export const ProjectPage = z
  .object({
    dataVersion: z.string(),
    period: z.string().nullable().openapi({ description: 'of tax; null: the ledger has no tax' }),
    periods: z.array(z.string()),
    total: z.int().openapi({ description: 'projects that the filters leave' }),
    zones: z.array(Choice),
    industries: z.array(z.object({ name: z.string(), projects: z.int() })),
    items: z.array(Project),
    next: z.string().nullable(),
  })
  .openapi('ProjectPage')

export const ProjectTrace = z
  .object({
    project: Project,
    cells: z.array(
      z.object({
        item: z.string(),
        name: Names,
        period: z.string().nullable(),
        value: z.number().nullable(),
        unit: z.string().nullable().openapi({ description: 'as the file writes it' }),
        factor: z.string().nullable().openapi({ description: 'the change of unit' }),
        shown: z.object(figure),
        text: z
          .string()
          .nullable()
          .openapi({ description: 'of the cell, as it stands in the file' }),
        corrected: z.string().nullable(),
        source: CellPlace,
      }),
    ),
  })
  .openapi('ProjectTrace')

const Side = z.object({
  ...figure,
  counted: z.int().optional().openapi({ description: 'projects that have the figure' }),
})

export const ReconciliationCheck = z
  .object({
    field: z.string(),
    name: Names,
    unit: z.string(),
    ledger: Side.openapi({ description: 'the sum over projects that have the figure' }),
    zone: Side.openapi({ description: 'the zone’s own figure of the period' }),
    difference: z.number().nullable().openapi({ description: 'ledger less zone' }),
    percent: z.number().nullable().openapi({ description: 'of the zone’s figure, %' }),
    verdict: z.enum(['agrees', 'differs', 'incomplete', 'missing']).openapi({
      description:
        'agrees: within the tolerance; incomplete: projects without the figure, so the sum may be short; missing: a side has no value',
    }),
    parts: z
      .array(z.object({ project: z.string(), name: z.string(), ...LedgerFigure.shape }))
      .openapi({ description: 'what the sum is made of; only where one zone is asked for' }),
  })
  .openapi('ReconciliationCheck')

export const LedgerIndicator = z.object({
  id: z.string(),
  name: Names,
  unit: z.string().nullable(),
  ledger: z.object({ ...figure, counted: z.int() }).openapi({
    description: 'the formula on sums over the projects that have all its fields',
  }),
  zone: z.object(figure),
})

export const Reconciliation = z
  .object({
    dataVersion: z.string(),
    period: z.string(),
    periods: z.array(z.string()),
    tolerance: z.number().openapi({ description: '%' }),
    differing: z.int().openapi({ description: 'checks that differ' }),
    zones: z.array(
      z.object({
        zone: ProjectZone,
        projects: z.int().openapi({ description: 'supplied by the end of the period, or undated' }),
        later: z.int().openapi({ description: 'supplied after it, and left out' }),
        undated: z.int(),
        checks: z.array(ReconciliationCheck),
        indicators: z.array(LedgerIndicator),
      }),
    ),
  })
  .openapi('Reconciliation')

export type CellPlace = z.infer<typeof CellPlace>
export type LedgerFigure = z.infer<typeof LedgerFigure>
export type LedgerText = z.infer<typeof LedgerText>
export type Project = z.infer<typeof Project>
export type ProjectPage = z.infer<typeof ProjectPage>
export type ProjectTrace = z.infer<typeof ProjectTrace>
export type ReconciliationCheck = z.infer<typeof ReconciliationCheck>
export type Reconciliation = z.infer<typeof Reconciliation>
