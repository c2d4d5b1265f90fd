import { redirect } from '@sveltejs/kit'
import { guides, pictures } from 'virtual:guide'
import { anchorFor, type Block } from '#lib/guide/guide.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => {
  const guide = guides[locals.locale]
  const page = url.searchParams.get('for')
  const anchor = page === null ? null : anchorFor(guide, page)
  if (anchor !== null) redirect(303, `/help#${anchor}`)
  const blocks = guide.blocks.map((block): Block => {
    return block.kind === 'picture' ? { ...block, ...pictures[block.src] } : block
  })
  return { blocks }
}
