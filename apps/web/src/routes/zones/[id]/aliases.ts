import { createClient } from '#lib/api.ts'
import { said, type Said } from '#lib/said.ts'

const aliasesOf = () => createClient(fetch).api.v1.zones[':id'].aliases

export const addAlias = (id: string, name: string): Promise<Said> =>
  said(aliasesOf().$post({ param: { id }, json: { name } }))

export const removeAlias = (id: string, name: string): Promise<Said> =>
  said(aliasesOf().$delete({ param: { id }, query: { name } }))
