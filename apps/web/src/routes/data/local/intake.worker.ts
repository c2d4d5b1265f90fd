import { readLocally, type LocalOptions, type LocalReading } from './reading.ts'

export interface Question extends LocalOptions {
  readonly id: number
  readonly file: Blob
}

export type Reply = { readonly id: number } & (
  { readonly reading: LocalReading } | { readonly fault: string }
)

async function answer({ id, file, name, period }: Question): Promise<Reply> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { id, reading: await readLocally(bytes, { name, period }) }
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : String(error) }
  }
}

self.addEventListener('message', (event: MessageEvent<Question>) => {
  void answer(event.data).then((reply) => self.postMessage(reply))
})
