export const computeMalmquist = (ask: { x: number }) => ask.x
export const computeLevels = (ask: { x: number }) => ask.x
