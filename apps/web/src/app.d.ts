import type { Me, State } from '@permu/api/client'
import type { Locale } from '#lib/i18n/index.ts'
import type { Making } from '#lib/kept/made-of.ts'
import type { Theme } from '#lib/preferences.ts'

declare global {
  namespace App {
    interface Error {
      status: number
      message: string
      code: string
      requestId: string
    }
    /** The request of Node; the server of the API hands its own answers along. */
    interface Platform {
      req: { [key: symbol]: ((request: Request) => Response | Promise<Response>) | undefined }
    }
    interface Locals {
      locale: Locale
      theme: Theme
      /** Cookies that the API has set in answers to this request, as it wrote them. */
      cookies: string[]
      /** What the page is made of. */
      making: Making
    }
    interface PageData {
      locale: Locale
      theme: Theme
      state: State
      account: Me
    }
  }
}
