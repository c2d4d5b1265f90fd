/** What goes to a thread, and what comes back. */
export interface TaskMessage {
  readonly name: string
  readonly ask: unknown
}

export type AnswerMessage =
  { readonly ok: true; readonly answer: unknown } | { readonly ok: false; readonly message: string }
