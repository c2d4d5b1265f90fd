export {
  decideSupply,
  supplyPenalty,
  type SupplyDecision,
  type SupplyLimit,
  type SupplyPenalty,
  type SupplyPromises,
  type SupplyRequest,
} from './decide.ts'
export {
  supplyRuleFaults,
  type IndustryIntensity,
  type PriceStep,
  type SupplyRule,
  type SupplyRuleFault,
} from './rule.ts'
export { STARTER_SUPPLY_RULE } from './starter.ts'
export { supplyRuleText } from './words.ts'
