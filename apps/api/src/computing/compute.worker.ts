import { parentPort } from 'node:worker_threads'
import type { AnswerMessage, TaskMessage } from './messages.ts'
import { runTask, TASKS, type Ask, type TaskName } from './tasks.ts'

/** Computes one task after the other, as they come. */

const isTask = (name: string): name is TaskName => name in TASKS

function answer({ name, ask }: TaskMessage): AnswerMessage {
  if (!isTask(name)) return { ok: false, message: `no task ${name}` }
  try {
    return { ok: true, answer: runTask(name, ask as Ask<TaskName>) }
  } catch (error) {
    return {
      ok: false,
      message: error instanceof Error ? (error.stack ?? error.message) : 'failed',
    }
  }
}

parentPort?.on('message', (message: TaskMessage) => parentPort?.postMessage(answer(message)))
