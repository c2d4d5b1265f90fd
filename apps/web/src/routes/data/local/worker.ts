import type { Question, Reply } from './intake.worker.ts'
import type { LocalReading } from './reading.ts'

/** The largest file that the page reads by itself; a larger one is read by the server. */
export const LOCAL_LIMIT = 20 * 1024 * 1024

/** Reads files in a thread of the page, so that the page stays quick and nothing is sent. */
export function openLocalReader() {
  const worker = new Worker(new URL('./intake.worker.ts', import.meta.url), { type: 'module' })
  let count = 0
  const read = (question: Omit<Question, 'id'>): Promise<LocalReading> =>
    new Promise((resolve, reject) => {
      const id = ++count
      const onmessage = ({ data }: MessageEvent<Reply>) => {
        if (data.id !== id) return
        worker.removeEventListener('message', onmessage)
        if ('reading' in data) resolve(data.reading)
        else reject(new Error(data.fault))
      }
      worker.addEventListener('message', onmessage)
      worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true })
      worker.postMessage({ ...question, id })
    })
  return { read, close: () => worker.terminate() }
}
