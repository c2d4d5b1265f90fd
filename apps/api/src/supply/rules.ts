import { STARTER_SUPPLY_RULE, supplyRuleFaults, supplyRuleText } from '@permu/metrics'
import { named } from '../access/names.ts'
import type { SupplyRule, SupplyRuleVersion } from '../contract.ts'
import { WORKSPACE } from '../database/store.ts'
import type { Deps } from '../env.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { insertRule, ruleVersions, type SupplyRuleRow } from './queries.ts'

type RuleDeps = Pick<Deps, 'store' | 'nameOf'>
type Stored = Omit<SupplyRuleRow, 'workspace'>

function described({ version, at, by, note, rule }: Stored): SupplyRuleVersion {
  const words = { zh: supplyRuleText(rule, 'zh'), en: supplyRuleText(rule, 'en') }
  return {
    version,
    at,
    by,
    note,
    kind: 'project',
    rule: structuredClone(rule) as SupplyRule,
    words,
  }
}

const STARTER: SupplyRuleVersion = {
  ...described({ version: 0, at: '', by: '', note: '', rule: STARTER_SUPPLY_RULE }),
  at: null,
  by: null,
}

/** The rule that counts: the newest, or where a planner begins. */
export async function currentRule(deps: RuleDeps): Promise<SupplyRuleVersion> {
  const [newest] = await ruleVersions(deps.store.read)
  return newest === undefined ? STARTER : named(deps, described(newest))
}

/** All versions, newest first, and last where a planner begins. */
export async function allRules(deps: RuleDeps): Promise<SupplyRuleVersion[]> {
  const rows = await ruleVersions(deps.store.read)
  return [...rows.map((row) => named(deps, described(row))), STARTER]
}

/** One version, or the one that counts where none is asked for. */
export async function ruleOf(
  deps: RuleDeps,
  version: number | undefined,
): Promise<Outcome<SupplyRuleVersion>> {
  if (version === undefined) return done(await currentRule(deps))
  const found = (await allRules(deps)).find((one) => one.version === version)
  return found ? done(found) : failed('not-found', `The rule has no version ${String(version)}.`)
}

const MESSAGES = {
  unit: 'must be money per land, such as 万元/亩 or 万元/公顷',
  positive: 'must be above 0',
  'not-negative': 'must not be below 0',
  share: 'must be at least 0 and below 1',
  'first-step': 'the first step must begin at 0',
  ascending: 'each step must begin above the one before',
  twice: 'names no industry, or one that stands above already',
} as const

/** Adds a version; the rule that counts already is told and not added again. */
export async function addRule(
  deps: RuleDeps & Pick<Deps, 'now' | 'actor'>,
  { rule, note }: { rule: SupplyRule; note: string },
): Promise<Outcome<{ version: SupplyRuleVersion; isNew: boolean }>> {
  const { store, now, actor } = deps
  const faults = supplyRuleFaults(rule).map(({ pointer, code }) => {
    return { pointer: `/rule${pointer}`, message: MESSAGES[code] }
  })
  if (faults.length > 0) return failed('invalid', 'The rule cannot be applied.', faults)
  return store.write(async (db) => {
    const [newest] = await ruleVersions(db)
    if (newest !== undefined && JSON.stringify(newest.rule) === JSON.stringify(rule)) {
      return done({ version: named(deps, described(newest)), isNew: false })
    }
    const row: SupplyRuleRow = {
      workspace: WORKSPACE,
      version: (newest?.version ?? 0) + 1,
      at: now().toISOString(),
      by: actor.id,
      note: note.trim(),
      rule,
    }
    await insertRule(db, row)
    return done({ version: named(deps, described(row)), isNew: true })
  })
}
