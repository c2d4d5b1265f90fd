import * as mark from '../anchor.ts'

const COUNTED = /^(共计?|总计|合计)?\d+(个|宗|家|户|块)(项目|企业|宗地|地块)?$/u
const PART = /^(其中|内含)([:：]|$)/u
const BRACKET_AT_END = /[(（][^()（）]*[)）]$/u

/** What a cell that should name a project or parcel stands for: a name, or a total over others. */
export function judgeProject(text: string): number {
  const clean = text.normalize('NFKC').replaceAll(/\s+/gu, '')
  if (COUNTED.test(clean)) return mark.TOTAL
  return mark.judgeAnchor(clean.replace(BRACKET_AT_END, '') || clean, false, '')
}

/** Whether a row is a part of the one above, which counts it already (其中：一期). */
export const isPartOfAbove = (text: string): boolean => PART.test(text.normalize('NFKC').trim())
