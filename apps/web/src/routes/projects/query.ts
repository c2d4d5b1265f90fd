type Filled<K extends string> = { [P in K]?: string }

/** Parameters without those that say nothing. */
export function queryOf<K extends string>(params: Readonly<Record<K, string | null>>): Filled<K> {
  const query: Filled<K> = {}
  for (const key in params) {
    const { [key]: value } = params
    if (value !== null && value !== '') query[key] = value
  }
  return query
}

/** A path with these parameters; what is null is left out. */
export function hrefWith(path: string, params: Readonly<Record<string, string | null>>): string {
  const filled = Object.entries(params).flatMap(([key, value]) => {
    return value === null || value === '' ? [] : [[key, value]]
  })
  const query = new URLSearchParams(filled).toString()
  return query === '' ? path : `${path}?${query}`
}

/** The page of projects with these filters. */
export const projectsHref = (params: Readonly<Record<string, string | null>>): string =>
  hrefWith('/projects', params)

/** Where one figure of a project is taken apart. */
export const cellHref = (project: string, item: string): string =>
  `/projects/${encodeURIComponent(project)}#${item}`
