const HERE = 'http://here.invalid'
// Nobody wants to come back to where one signs in or sets up.
const NOWHERE = /^\/(?:sign-in|sign-out|setup)(?:\/|$)/u

/** An address of this product to go back to; anything else, such as another site's, becomes `/`. */
export function samePath(text: string | null | undefined): string {
  if (!text?.startsWith('/') || !URL.canParse(text, HERE)) return '/'
  const url = new URL(text, HERE)
  if (url.origin !== HERE || url.pathname.startsWith('//') || NOWHERE.test(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}

/** Where one signs in, and comes back from. */
export function signInHref(from: string): string {
  const back = samePath(from)
  return back === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ from: back }).toString()}`
}
