import type { HandleClientError } from '@sveltejs/kit/hooks'

export const handleError: HandleClientError = (caught) => {
  if (caught.kind !== 'app') {
    return { code: caught.kind === 'framework' ? 'not-found' : 'internal', requestId: '' }
  }
  const { code, requestId } = caught.error
  return { code, requestId }
}
