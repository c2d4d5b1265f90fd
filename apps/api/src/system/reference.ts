import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Hono } from 'hono'
import type { Env } from '../env.ts'

/** The page to read and try the API; its files are served from here, not from a CDN. */

const FILES: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; " +
  "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>permu API</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <main id="reference"></main>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`

const START =
  "SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#reference', deepLinking: true })\n"

const { resolve } = createRequire(import.meta.url)

export const reference = new Hono<Env>()
  .use(async (c, next) => {
    await next()
    c.res.headers.set('content-security-policy', POLICY)
  })
  .get('/', (c) => c.html(PAGE))
  .get('/start.js', (c) => c.body(START, 200, { 'content-type': 'text/javascript' }))
  .get('/:file', async (c) => {
    const name = c.req.param('file')
    const type = FILES[name]
    if (type === undefined) return c.notFound()
    const content = await readFile(resolve(`swagger-ui-dist/${name}`))
    return c.body(content, 200, { 'content-type': type, 'cache-control': 'max-age=86400' })
  })
