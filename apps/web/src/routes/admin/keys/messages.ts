import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    title: '密钥',
    lede: '所有人给程序用的密钥。怀疑泄露时先停用；各人在自己的“账户”页建立新的。',
    ended: '密钥已停用。',
    failed: (why: string) => `没有停用：${why}`,
  },
  en: {
    title: 'Keys',
    lede: 'Everybody’s keys for programs. End one that may have leaked; people make new ones on their account page.',
    ended: 'The key was ended.',
    failed: (why: string) => `Not ended: ${why}`,
  },
})
