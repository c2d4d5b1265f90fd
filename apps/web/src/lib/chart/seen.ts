/** How far below the window a chart is made ready, in pixels. */
const AHEAD = '300px'

/** Runs once, when the element comes near the window; what comes back ends the waiting. */
export function whenSeen(element: Element, run: () => void): () => void {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      watch.disconnect()
      run()
    },
    { rootMargin: AHEAD },
  )
  watch.observe(element)
  return () => watch.disconnect()
}
