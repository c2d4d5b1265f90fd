import autocannon from 'autocannon'

/** Presses one address with many connections, in a process of its own; prints what came of it. */

const [url = '', seconds = '5', connections = '50', headers = '{}'] = process.argv.slice(2)

/** Lets bodies be counted only: made into text, as is usual, they cost more than the server that is pressed. */
function leaveBodies(client: object) {
  const pending: unknown = Reflect.get(client, 'pipelinedRequests')
  if (typeof pending !== 'object' || pending === null) throw new Error('the client has changed')
  Reflect.set(pending, 'addBody', () => undefined)
}

const result = await autocannon({
  url,
  duration: Number(seconds),
  connections: Number(connections),
  headers: JSON.parse(headers) as Record<string, string>,
  setupClient: leaveBodies,
})
const { requests, latency, errors, timeouts, throughput } = result
console.log(
  JSON.stringify({
    rate: requests.average,
    total: requests.total,
    p50: latency.p50,
    p99: latency.p99,
    errors: errors + timeouts,
    megabytes: throughput.average / 1024 / 1024,
    codes: result.statusCodeStats,
  }),
)
