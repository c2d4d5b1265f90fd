export interface Computing {
  close(): Promise<void>
}
