import { desc, eq } from '#dialect'
import { supplyRules } from '../database/schema.ts'
import { WORKSPACE, type Db } from '../database/store.ts'

export type SupplyRuleRow = typeof supplyRules.$inferSelect

/** All versions of the rule, newest first. */
export async function ruleVersions(db: Db): Promise<SupplyRuleRow[]> {
  return db
    .select()
    .from(supplyRules)
    .where(eq(supplyRules.workspace, WORKSPACE))
    .orderBy(desc(supplyRules.version))
}

export async function insertRule(db: Db, row: SupplyRuleRow) {
  await db.insert(supplyRules).values(row)
}
