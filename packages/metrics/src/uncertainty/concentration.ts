/** The weights that draws keep to unless another concentration is said. */
export const CONCENTRATION = 30
