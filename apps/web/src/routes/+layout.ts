import type { LayoutLoad } from './$types'

// Who works alone has no menu, and own data have no banner: their code is loaded where they are shown.
export const load: LayoutLoad = async ({ data }) => {
  const { account, state } = data
  const [menu, banner] = await Promise.all([
    account.person === null && account.local ? null : import('./AccountMenu.svelte'),
    state.samples.some(({ loaded }) => loaded) ? import('./SampleBanner.svelte') : null,
  ])
  return { ...data, AccountMenu: menu?.default ?? null, SampleBanner: banner?.default ?? null }
}
