import type { MethodNode } from '@permu/metrics'
import { cellName, columnName } from './place.ts'

/** Where the weights stand, from 0. */
export const WEIGHT_ROW = 4

/** A node of the method as a column of the sheet; a leaf has no children. */
export interface NodeColumn {
  readonly column: number
  readonly name: string
  readonly children: readonly NodeColumn[]
}

/** The columns of a tree: its leaves from left to right, after them its branches, children first. */
export function nodeColumns(
  nodes: readonly MethodNode[],
  { first, names }: { readonly first: number; readonly names: readonly string[] },
): { top: NodeColumn[]; leaves: NodeColumn[]; branches: NodeColumn[] } {
  const leaves: NodeColumn[] = []
  const branches: NodeColumn[] = []
  const visit = (node: MethodNode): NodeColumn => {
    if ('indicator' in node) {
      const at = leaves.length
      const leaf = { column: first + at, name: names[at] ?? node.indicator, children: [] }
      leaves.push(leaf)
      return leaf
    }
    const children = node.of.map(visit)
    const name = node.name ? `${node.name.zh} ${node.name.en}` : node.id
    const branch = { column: first + names.length + branches.length, name, children }
    branches.push(branch)
    return branch
  }
  return { top: nodes.map(visit), leaves, branches }
}

function areNeighbours(children: readonly NodeColumn[]): boolean {
  return children.every(({ column }, i) => column === (children[0]?.column ?? 0) + i)
}

/** The weighted mean of the children that have a number in a row; empty where none has. */
export function meanFormula(children: readonly NodeColumn[], row: number): string {
  const { total, held } = areNeighbours(children) ? ranges(children, row) : terms(children, row)
  return `IF(${held}=0,"",${total}/${held})`
}

function ranges(children: readonly NodeColumn[], row: number) {
  const ends = [children[0]?.column ?? 0, children.at(-1)?.column ?? 0]
  const weights = ends.map((column) => `$${columnName(column)}$${String(WEIGHT_ROW + 1)}`).join(':')
  const values = ends.map((column) => cellName(row, column)).join(':')
  return {
    total: `SUMPRODUCT(${weights},${values})`,
    held: `SUMPRODUCT(${weights}*ISNUMBER(${values}))`,
  }
}

function terms(children: readonly NodeColumn[], row: number) {
  const weight = ({ column }: NodeColumn) => `$${columnName(column)}$${String(WEIGHT_ROW + 1)}`
  const value = ({ column }: NodeColumn) => cellName(row, column)
  const total = children.map((child) => `${weight(child)}*N(${value(child)})`).join('+')
  const held = children.map((child) => `${weight(child)}*ISNUMBER(${value(child)})`).join('+')
  return { total: `(${total})`, held: `(${held})` }
}

/** What a branch weighs: the sum of what it is made of. */
export const weightFormula = ({ children }: NodeColumn): string =>
  children.map(({ column }) => cellName(WEIGHT_ROW, column)).join('+')
