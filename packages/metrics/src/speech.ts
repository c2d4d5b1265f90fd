import type { Reference } from './indicator.ts'

/** The speech that the catalogue follows: given on 2019-12-27, printed on 2020-03-02. */
export const SPEECH: Reference & { readonly printed: string } = {
  title: {
    zh: '关于成都市产业功能区建设的讲话',
    en: 'Speech on building the industrial function zones of Chengdu',
  },
  date: '2019-12-27',
  printed: '2020-03-02',
}
