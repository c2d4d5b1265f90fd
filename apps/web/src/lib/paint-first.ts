const PRELOADS = /(<link href="[^"<>]*" rel=)"modulepreload"/gu
const START = /import\("([^"]+)"\)\.then\(async \(kit\) =>/u

// What writes figures and dates takes a while when it is first asked: it is asked while the scripts
// are on their way, each in a task of its own, and not in the long one that takes the page over.
const WARM = 'for (const one of [0, new Date()]) setTimeout(() => one.toLocaleString("zh-CN"));'

/**
 * A page with its scripts put off until it has been painted: it can be read and used without them,
 * and on a slow line they would take their share of it before the first words show.
 */
export function paintFirst(html: string): string {
  if (!START.test(html)) return html
  return html
    .replace(PRELOADS, '$1"preload-later"')
    .replace(
      START,
      'new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))).then(() => {' +
        " for (const link of document.querySelectorAll('link[rel=preload-later]'))" +
        ` link.rel = "modulepreload"; ${WARM} return import("$1") }).then(async (kit) =>`,
    )
}
