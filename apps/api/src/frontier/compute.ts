export const computeFrontier = (ask: { x: number }) => ask.x
