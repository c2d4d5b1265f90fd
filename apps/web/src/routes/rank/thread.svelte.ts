import { untrack } from 'svelte'
import type { AskedOf, ResultOf, TaskName } from './tasks.ts'
import type { TaskQuestion, TaskReply } from './tasks.worker.ts'

/** What a task has found so far; `pending` while a thread is at work. */
export interface Computed<K extends TaskName> {
  readonly current: ResultOf<K> | null
  readonly pending: boolean
}

interface Watched<K extends TaskName> {
  /** The task itself: a page loads only those that it asks for; null while it is not loaded. */
  readonly run: (asked: AskedOf<K>) => ResultOf<K> | null
  /** Null = nothing is asked. */
  readonly asked: () => AskedOf<K> | null
  /** Whether it is done at once: on the server and in the page alike. */
  readonly quick: (asked: AskedOf<K>) => boolean
}

/** Follows a question: a quick one is answered in place, any other by a thread of the page. */
export function follow<K extends TaskName>(
  task: K,
  { run, asked, quick }: Watched<K>,
): Computed<K> {
  let late = $state.raw<ResultOf<K> | null>(null)
  let pending = $state(false)
  const atOnce = $derived.by(() => {
    const question = asked()
    return question !== null && quick(question) ? run(question) : null
  })
  $effect(() => {
    const question = asked()
    if (question === null || quick(question)) {
      untrack(() => (late = null))
      return
    }
    pending = true
    return send<K>({ id: 0, task, asked: question }, (result) => {
      late = result
      pending = false
    })
  })
  return {
    get current() {
      return atOnce ?? late
    },
    get pending() {
      return pending
    },
  }
}

/** Asks a new thread, and gives back how to stop it. */
function send<K extends TaskName>(
  question: TaskQuestion<K>,
  heard: (result: ResultOf<K>) => void,
): () => void {
  const worker = new Worker(new URL('./tasks.worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<TaskReply<K>>) => {
    heard(data.result)
    worker.terminate()
  })
  worker.postMessage(question)
  return () => worker.terminate()
}
