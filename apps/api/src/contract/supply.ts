import { z } from '@hono/zod-openapi'
import { MISSING_REASONS } from '@permu/metrics'
import { LedgerFigure, ProjectZone } from './project.ts'

/** Rules of land supply, and what they grant. */

export const SupplyRule = z
  .object({
    intensity: z.object({
      unit: z.string().max(40),
      otherwise: z.number(),
      industries: z
        .array(z.object({ industry: z.string().max(100), required: z.number() }))
        .max(500),
    }),
    area: z.object({ cap: z.number().nullable(), least: z.number(), step: z.number() }),
    price: z.object({
      unit: z.string().max(40),
      steps: z.array(z.object({ from: z.number(), factor: z.number() })).max(50),
    }),
    penalty: z.object({
      investmentRate: z.number(),
      taxRate: z.number(),
      tolerance: z.number(),
    }),
  })
  .openapi('SupplyRule')

export const SupplyRuleVersion = z
  .object({
    version: z.int().openapi({ description: '0: where a planner begins; nobody has set a rule' }),
    at: z.string().nullable(),
    by: z.string().nullable(),
    note: z.string(),
    kind: z.literal('project').openapi({ description: 'the project’s own rule, 本项目口径' }),
    rule: SupplyRule,
    words: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  })
  .openapi('SupplyRuleVersion')

export const NewSupplyRule = z
  .object({ note: z.string().max(500).default(''), rule: SupplyRule })
  .openapi('NewSupplyRule', { description: 'an exported rule can be sent as it is' })

const figure = {
  value: z.number().nullable(),
  unit: z.string().nullable(),
  reason: z.enum(MISSING_REASONS).nullable(),
}
const Figure = z.object(figure)

export const SupplyResult = z
  .object({
    required: Figure.openapi({ description: '万元/亩' }),
    listed: z.boolean().openapi({ description: 'the rule names the industry' }),
    entitled: Figure.openapi({ description: 'investment ÷ required intensity, 亩' }),
    granted: Figure.openapi({ description: '亩' }),
    limit: z.enum(['entitled', 'asked', 'cap', 'least']).nullable(),
    matching: Figure.openapi({ description: '供地匹配度: entitled ÷ asked or supplied area' }),
    factor: Figure,
    unitPrice: Figure.openapi({ description: '万元/亩' }),
    price: Figure.openapi({ description: '万元' }),
  })
  .openapi('SupplyResult')

export const SupplyPenalty = z
  .object({
    investmentShortfall: Figure.openapi({ description: 'share of the promise, 0 to 1' }),
    investment: Figure.openapi({ description: '万元' }),
    taxShortfall: Figure.openapi({ description: '万元/亩·年' }),
    tax: Figure.openapi({ description: '万元, for one year' }),
  })
  .openapi('SupplyPenalty')

export const SupplyDecisionAnswer = z
  .object({
    rule: SupplyRuleVersion,
    request: z.object({
      zone: ProjectZone.nullable(),
      industry: z.string().nullable(),
      investment: Figure,
      taxPerLand: Figure,
      area: Figure,
      basePrice: Figure,
      basePriceFrom: z.enum(['given', 'zone']).openapi({
        description: 'zone: the zone’s own land price of the period',
      }),
      reachedInvestment: z.number().openapi({ description: 'share of the promise, %' }),
      reachedTax: z.number().openapi({ description: 'share of the promise, %' }),
    }),
    period: z.string().nullable(),
    result: SupplyResult,
    penalty: SupplyPenalty,
  })
  .openapi('SupplyDecision')

export const AppliedProject = z
  .object({
    id: z.string(),
    name: z.string(),
    zone: ProjectZone,
    industry: z.string().nullable(),
    investment: LedgerFigure,
    reachedInvestment: LedgerFigure,
    area: LedgerFigure,
    agreedTax: LedgerFigure,
    taxPerLand: LedgerFigure,
    landPrice: LedgerFigure,
    basePrice: Figure.openapi({ description: 'the zone’s land price of the period' }),
    result: SupplyResult,
    excess: Figure.openapi({ description: 'area supplied less area granted, 亩' }),
    penalty: SupplyPenalty,
  })
  .openapi('AppliedProject')

export const AppliedRule = z
  .object({
    dataVersion: z.string(),
    rule: SupplyRuleVersion,
    period: z.string().nullable(),
    periods: z.array(z.string()),
    total: z.int(),
    covered: z.int().openapi({ description: 'projects whose investment covers their land' }),
    short: z.int().openapi({ description: 'projects that have more land than the rule grants' }),
    unknown: z.int(),
    excess: z.number().openapi({ description: '亩, over the projects that are short' }),
    items: z.array(AppliedProject),
    next: z.string().nullable(),
  })
  .openapi('AppliedRule')

export type SupplyRule = z.infer<typeof SupplyRule>
export type SupplyRuleVersion = z.infer<typeof SupplyRuleVersion>
export type SupplyResult = z.infer<typeof SupplyResult>
export type SupplyPenalty = z.infer<typeof SupplyPenalty>
export type SupplyDecisionAnswer = z.infer<typeof SupplyDecisionAnswer>
export type AppliedProject = z.infer<typeof AppliedProject>
export type AppliedRule = z.infer<typeof AppliedRule>
