import { KIND } from '#dialect'

/** Why this process cannot open what the settings name: its conditions choose the engine. */
export function misfit({ database }: { database: string | null }): string | null {
  if (database !== null && KIND === 'sqlite') {
    return 'PERMU_DATABASE names a PostgreSQL server: use “npm start”, or start Node with --conditions=pg.'
  }
  if (database === null && KIND === 'postgresql') {
    return 'Node was started with --conditions=pg: set PERMU_DATABASE, or leave the condition out.'
  }
  return null
}
