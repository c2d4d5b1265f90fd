export {
  STARTER_DENOMINATORS,
  STARTER_INDICATOR,
  STARTER_MARK_KM2,
  starterBeside,
  starterProgress,
  type StarterBeside,
  type StarterDenominator,
  type StarterStep,
} from './starter.ts'
