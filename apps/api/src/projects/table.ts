import type { LedgerFigure, LedgerText, Project, Reconciliation } from '../contract.ts'
import type { CsvRow } from '../values/table.ts'

/** Projects and reconciliations as rows, a reason in place of every number that is missing. */

const shown = ({ value, reason }: { value: number | null; reason: string | null }) =>
  value ?? reason
const words = ({ text }: LedgerText) => text ?? ''

function cellText({ source }: Pick<LedgerFigure, 'source'>): string {
  if (source === null) return ''
  return `${source.file} ${String(source.row)}:${String(source.column)}`
}

const HEADER = [
  ...['功能区 zone', '项目 project', '宗地 parcel', '产业 industry', '供地日期 supplied'],
  ...['签约日期 agreed', '开工日期 started', '竣工日期 completed', '供地面积 area (亩)'],
  ...['协议投资 agreed investment (万元)', '实际投资 actual investment (万元)'],
  ...['土地价款 land price (万元)', '土地单价 land price (万元/亩)'],
  ...['约定亩均税收 agreed tax (万元/亩·年)', '投资强度 intensity (万元/亩)'],
]

function projectRow(project: Project, periods: readonly string[]): CsvRow {
  const { zone, name, parcel, industry, supplyDate, agreementDate, startDate, completionDate } =
    project
  const { area, agreedInvestment, actualInvestment, landPrice, landUnitPrice } = project
  const figures = [area, agreedInvestment, actualInvestment, landPrice, landUnitPrice]
  const tax = periods.map((period) => project.tax.find((one) => one.period === period))
  return [
    zone.name,
    ...[name, parcel, industry, supplyDate, agreementDate, startDate, completionDate].map(words),
    ...[...figures, project.agreedTax, project.intensity].map(shown),
    ...tax.map((one) => (one === undefined ? 'not-reported' : shown(one))),
    shown(project.taxPerLand),
    cellText(area),
  ]
}

/** Projects with their figures in 亩 and 万元, and where the area of each stands. */
export function projectTable(
  projects: readonly Project[],
  { periods, period }: { periods: readonly string[]; period: string | null },
): CsvRow[] {
  const tax = periods.map((year) => `${year} 税收 tax (万元)`)
  const perLand = `${period ?? ''} 亩均税收 tax per mu (万元/亩)`.trim()
  return [
    [...HEADER, ...tax, perLand, '面积所在单元格 cell of the area'],
    ...projects.map((project) => projectRow(project, periods)),
  ]
}

/** Every check of a reconciliation, one a row. */
export function reconciliationTable({ zones, period, tolerance }: Reconciliation): CsvRow[] {
  return [
    [
      ...['功能区 zone', '期 period', '项 quantity', '单位 unit', '台账合计 ledger'],
      ...['功能区数 zone figure', '差额 difference', '差额 % percent', '结论 verdict'],
      ...['有数项目 counted', '项目 projects'],
    ],
    ...zones.flatMap(({ zone, checks, projects }) =>
      checks.map((check): CsvRow => {
        const { name, unit, ledger, difference, percent, verdict } = check
        return [
          ...[zone.name, period, `${name.zh} ${name.en}`, unit, shown(ledger), shown(check.zone)],
          ...[difference, percent, verdict, ledger.counted ?? null, projects],
        ]
      }),
    ),
    [],
    ['容差 tolerance (%)', tolerance],
  ]
}
