const PRELOADS = /(<link href="[^"<>]*" rel=)"modulepreload"/gu
const START = /import\("([^"]+)"\)\.then\(async \(kit\) =>/u

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
        ' link.rel = "modulepreload"; return import("$1") }).then(async (kit) =>',
    )
}
