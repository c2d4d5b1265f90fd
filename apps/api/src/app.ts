import { OpenAPIHono } from '@hono/zod-openapi'
import { authorise, identify } from './access/access.ts'
import { NOBODY } from './access/visitor.ts'
import { accountRoutes } from './accounts/routes.ts'
import { signInRoutes } from './accounts/sign-in-routes.ts'
import { actingIn } from './audit/acting.ts'
import { auditRoutes } from './audit/routes.ts'
import { backupRoutes } from './backup/routes.ts'
import { clientOf, LOCAL_CLIENT, type Client } from './border/client.ts'
import { limitRates } from './border/limit-rates.ts'
import type { Bindings, Deps, Env } from './env.ts'
import { limitBodies } from './http/body-limit.ts'
import { guard } from './http/guard.ts'
import { negotiate } from './http/negotiate.ts'
import { requestIdOf } from './http/request-id.ts'
import { coverageRoutes } from './coverage/routes.ts'
import { frontierRoutes } from './frontier/routes.ts'
import { historyRoutes } from './history/routes.ts'
import { indicatorRoutes } from './indicators/routes.ts'
import { linkageRoutes } from './linkage/routes.ts'
import { mapRoutes } from './map/routes.ts'
import { mappingRoutes } from './mappings/routes.ts'
import { answerError, answerFault } from './problem.ts'
import { productivityRoutes } from './productivity/routes.ts'
import { robustnessRoutes } from './rankings/robustness-routes.ts'
import { projectRoutes } from './projects/routes.ts'
import { rankingRoutes } from './rankings/routes.ts'
import { sampleRoutes } from './samples/routes.ts'
import { starterRoutes } from './starter/routes.ts'
import { supplyRoutes } from './supply/routes.ts'
import { DOCUMENT, withProblems } from './system/openapi.ts'
import { reference } from './system/reference.ts'
import { systemRoutes } from './system/routes.ts'
import { templateRoutes } from './templates/routes.ts'
import { traceRoutes } from './trace/routes.ts'
import { rowRoutes } from './uploads/row-routes.ts'
import { uploadRoutes } from './uploads/routes.ts'
import { valueRoutes } from './values/routes.ts'
import { observe } from './watching/observe.ts'
import { answerLive, answerReady, watchingRoutes } from './watching/routes.ts'
import { viewRoutes } from './views/routes.ts'
import { zoneEventRoutes } from './zones/event-routes.ts'
import { zoneRoutes } from './zones/routes.ts'

function routes() {
  return new OpenAPIHono<Env>()
    .route('/', uploadRoutes)
    .route('/', rowRoutes)
    .route('/', mappingRoutes)
    .route('/', indicatorRoutes)
    .route('/', zoneRoutes)
    .route('/', zoneEventRoutes)
    .route('/', historyRoutes)
    .route('/', coverageRoutes)
    .route('/', valueRoutes)
    .route('/', rankingRoutes)
    .route('/', robustnessRoutes)
    .route('/', frontierRoutes)
    .route('/', productivityRoutes)
    .route('/', linkageRoutes)
    .route('/', starterRoutes)
    .route('/', mapRoutes)
    .route('/', projectRoutes)
    .route('/', supplyRoutes)
    .route('/', traceRoutes)
    .route('/', viewRoutes)
    .route('/', sampleRoutes)
    .route('/', accountRoutes)
    .route('/', systemRoutes)
    .route('/', templateRoutes)
    .route('/', backupRoutes)
    .route('/', auditRoutes)
    .route('/', watchingRoutes)
}

/** Who asks: whoever holds the socket, or whoever the dashboard asks for; a test is on this machine. */
function clientFrom({ client, incoming }: Bindings, proxies: number): Client {
  return client ?? (incoming ? clientOf(incoming, proxies) : LOCAL_CLIENT)
}

function addMiddleware(app: OpenAPIHono<Env>, deps: Deps) {
  app.use(async (c, next) => {
    const id = requestIdOf(c.req.header('x-request-id'))
    c.set('requestId', id)
    const store = deps.store.as(actingIn(c))
    c.set('client', clientFrom({ ...c.env }, deps.config.trustProxy))
    c.set('deps', { ...deps, store, actor: { ...NOBODY, requestId: id } })
    c.header('x-request-id', id)
    await next()
  })
  app.use(observe)
  app.use(guard)
  app.use(identify)
  app.use(limitRates)
  app.use(authorise)
  app.use(limitBodies)
  app.onError(answerError(deps.log))
  app.notFound((c) => {
    return answerFault(c, { code: 'not-found', detail: 'There is nothing at this address.' })
  })
}

/** The whole HTTP surface over its dependencies; opens nothing and listens nowhere. */
export function createApp(deps: Deps) {
  const app = new OpenAPIHono<Env>()
  addMiddleware(app, deps)
  app.get('/livez', answerLive)
  app.get('/readyz', answerReady)
  const api = routes()
  app.get('/api/v1/openapi.json', (c) => c.json(withProblems(api.getOpenAPI31Document(DOCUMENT))))
  app.route('/api/docs', reference)
  app.route('/api/auth', signInRoutes)
  for (const subject of ['values', 'rankings', 'frontier', 'productivity', 'projects']) {
    app.use(`/api/v1/${subject}`, negotiate(app.fetch))
  }
  return app.route('/api/v1', api)
}

export type App = ReturnType<typeof createApp>
