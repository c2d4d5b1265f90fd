import {
  AGGREGATE_OPTIONS,
  WEIGHT_OPTIONS,
  type MethodCard,
  type MethodOption,
} from '@permu/metrics'
import type { Consistency, Draws, Grouping, MethodStep, Names } from '../contract.ts'
import { gapsApplied, normalising } from './applied.ts'
import { aggregateText } from './rule-text.ts'

/** A method in words. */

const NOTHING: Names = { zh: '', en: '' }

function stepOf<Id extends string>(
  step: MethodStep['step'],
  choice: string,
  option: MethodOption<Id> | undefined,
): MethodStep {
  const plain = { zh: choice, en: choice }
  return { step, choice, name: option?.name ?? plain, note: option?.note ?? NOTHING }
}

const byId = <Id extends string>(options: readonly MethodOption<Id>[], id: string) =>
  options.find((option) => option.id === id)

function treatStep({ treat }: MethodCard): MethodStep {
  if (!treat) {
    const name = { zh: '不处理离群值', en: 'outliers stay' }
    return { step: 'treat', choice: 'none', name, note: NOTHING }
  }
  const { skewness, kurtosis, points, log } = treat
  return {
    step: 'treat',
    choice: 'jrc',
    name: { zh: '离群值按 JRC 规则处理', en: 'outliers by the rule of the JRC' },
    note: {
      zh: `|偏度|<${String(skewness)} 或峰度<${String(kurtosis)} 视为正常；否则最多移动 ${String(points)} 个值${log ? '，仍不正常则取对数' : ''}。逐格列出。`,
      en: `|skewness| < ${String(skewness)} or kurtosis < ${String(kurtosis)} passes; else up to ${String(points)} values move to the next${log ? ', and then the logarithm is taken' : ''}. Each cell is listed.`,
    },
  }
}

function gradeStep({ grade }: MethodCard): MethodStep[] {
  if (!grade) return []
  const names: Record<typeof grade.kind, Names> = {
    quota: { zh: '按配额分级', en: 'graded by quota' },
    cumulative: { zh: '按累计比例分级', en: 'graded by cumulative shares' },
    score: { zh: '按分数线分级', en: 'graded by classes of the score' },
  }
  return [{ step: 'grade', choice: gradeText(grade), name: names[grade.kind], note: NOTHING }]
}

const SHORT = { floor: 'f', ceil: 'c', round: 'r' } as const
const percent = (share: number) => String(Number((share * 100).toPrecision(12)))

/** A rule for grades as a query writes it. */
export function gradeText(rule: NonNullable<MethodCard['grade']>): string {
  switch (rule.kind) {
    case 'cumulative':
      return rule.grades.map(({ grade, to }) => `${grade}:${percent(to)}`).join(',')
    case 'score':
      return rule.classes.map(({ grade, from }) => `${grade}:s${String(from)}`).join(',')
    case 'quota':
      return rule.grades
        .map(({ grade, share, count = 'floor' }) =>
          share === undefined ? `${grade}:rest` : `${grade}:${SHORT[count]}${percent(share)}`,
        )
        .join(',')
  }
}

const GROUPS: Readonly<Record<Grouping, Names>> = {
  type: { zh: '类型', en: 'type' },
  leadIndustry: { zh: '主导产业', en: 'lead industry' },
  ecosystem: { zh: '产业生态圈', en: 'ecosystem' },
}

function groupStep(group: Grouping | null, within: boolean): MethodStep[] {
  if (group === null) return []
  const { zh, en } = GROUPS[group]
  const name = within
    ? { zh: `在同一${zh}内排名`, en: `ranked within each ${en}` }
    : { zh: `以${zh}为同类`, en: `peers by ${en}` }
  return [{ step: 'group', choice: within ? `${group}:within` : group, name, note: NOTHING }]
}

function drawStep(draws: Draws | null): MethodStep[] {
  if (draws === null) return []
  const { draws: count, seed, concentration } = draws
  const around =
    concentration === 'any'
      ? { zh: '任意权重机会均等', en: 'all weights equally likely' }
      : {
          zh: `围绕给定权重（集中度 ${String(concentration)}）`,
          en: `around the weights given (concentration ${String(concentration)})`,
        }
  return [
    {
      step: 'draws',
      choice: `${String(count)}:${String(seed)}:${String(concentration)}`,
      name: { zh: `${String(count)} 次随机权重`, en: `${String(count)} draws of weights` },
      note: {
        zh: `${around.zh}，种子 ${String(seed)}；区间为名次的 5%–95%。同样的链接得到同样的区间。`,
        en: `${around.en}, seed ${String(seed)}; intervals are 5–95 % of the ranks. The same link gives the same intervals.`,
      },
    },
  ]
}

function weighStep({ weigh }: MethodCard, consistency: Consistency | null): MethodStep {
  if (consistency === null) return stepOf('weigh', weigh, byId(WEIGHT_OPTIONS, weigh))
  const { ratio, consistent, randomIndex } = consistency
  const found = `CR = ${ratio.toFixed(3)} (${randomIndex})`
  return {
    step: 'weigh',
    choice: 'ahp',
    name: { zh: '层次分析法', en: 'analytic hierarchy process' },
    note: {
      zh: `${found}，${consistent ? '不超过 0.1，判断一致' : '超过 0.1，判断互相矛盾'}。`,
      en: `${found}: ${consistent ? 'the judgements agree' : 'above 0.1, the judgements contradict each other'}.`,
    },
  }
}

/** Every step of a method. */
export function stepsOf(
  card: MethodCard,
  how: {
    group: Grouping | null
    within: boolean
    draws: Draws | null
    consistency: Consistency | null
  },
): MethodStep[] {
  const { aggregate } = card
  return [
    treatStep(card),
    { step: 'missing', ...gapsApplied(card) },
    { step: 'normalise', ...normalising(card) },
    weighStep(card, how.consistency),
    stepOf('aggregate', aggregateText(aggregate), byId(AGGREGATE_OPTIONS, aggregate.kind)),
    ...gradeStep(card),
    ...groupStep(how.group, how.within),
    ...drawStep(how.draws),
  ]
}
