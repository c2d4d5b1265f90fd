import { runTask, type AskedOf, type ResultOf, type TaskName } from './tasks.ts'

export interface TaskQuestion<K extends TaskName = TaskName> {
  readonly id: number
  readonly task: K
  readonly asked: AskedOf<K>
}

export interface TaskReply<K extends TaskName = TaskName> {
  readonly id: number
  readonly result: ResultOf<K>
}

self.addEventListener('message', ({ data }: MessageEvent<TaskQuestion>) => {
  const reply: TaskReply = { id: data.id, result: runTask(data.task, data.asked) }
  self.postMessage(reply)
})
