import { splitLabel } from './label.ts'
import { parsePeriod, splitDatedLabel } from './period.ts'

const AGAINST = '(?:[比较](?:上年|去年|上期|上月|上季度?)?(?:同期|同月)?)?'
const CHANGE = '(?:同比|环比)?(?:增长|增减|增速|增幅|升降|变化)?(?:速度|幅度|率|额|量)?(?:±)?'
const SHARE = '占(?:全[市省区县国]的?)?(?:比重|比例|比)|比重'
const ALONE = new RegExp(`^(?:${AGAINST}${CHANGE}|${SHARE}|yoy|growth|growth rate)$`, 'iu')
const SAYS = /增|同比|环比|比上|比去|较上|较去|升降|变化|±|占|比重|yoy|growth/iu

/** Whether a header names a change or a share and not of what, as 比上年增长(%) does. */
export function isShareAlone(label: string): boolean {
  const name = splitLabel(label)
    .name.replace(/[%‰％]$/u, '')
    .trim()
  return SAYS.test(name) && ALONE.test(name)
}

/** 比上年增长(%) beside 税收(万元) is 税收 比上年增长(%); `isValue` says which columns hold figures. */
export function namedShares(labels: string[], isValue: (at: number) => boolean): string[] {
  let base = ''
  return labels.map((label, at) => {
    if (!isValue(at)) base = ''
    else if (!isShareAlone(label)) base = baseOf(label)
    else if (base !== '') return `${base} ${label}`
    return label
  })
}

function baseOf(label: string): string {
  if (parsePeriod(label) !== null) return ''
  return splitLabel(splitDatedLabel(label)?.label ?? label).name
}
