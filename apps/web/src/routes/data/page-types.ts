import type { Upload } from '@permu/api/client'

/** One page of uploads, newest first. */
export interface UploadPage {
  readonly items: Upload[]
  readonly next: string | null
}
