import type { HandleClientError } from '@sveltejs/kit/hooks'

/** A page from before an upgrade asks for scripts that are gone: the new page has others. */
addEventListener('vite:preloadError', (event) => {
  const { href } = location
  if (!navigator.onLine || sessionStorage.getItem('reloaded') === href) return
  sessionStorage.setItem('reloaded', href)
  event.preventDefault()
  location.reload()
})

export const handleError: HandleClientError = (caught) => {
  if (caught.kind !== 'app') {
    return { code: caught.kind === 'framework' ? 'not-found' : 'internal', requestId: '' }
  }
  const { code, requestId } = caught.error
  return { code, requestId }
}
