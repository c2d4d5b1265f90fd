// Every host API this package touches. Browsers, workers and Node all have it.

interface TextDecoderOptions {
  fatal?: boolean
  ignoreBOM?: boolean
}

declare class TextDecoder {
  constructor(label?: string, options?: TextDecoderOptions)
  decode(input?: Uint8Array, options?: { stream?: boolean }): string
}
