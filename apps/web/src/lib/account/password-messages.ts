import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    password: '密码',
    newPassword: '新密码',
    again: '再输一次',
    rule: (least: number) => `至少 ${String(least)} 个字符；几个不相关的词连在一起就很好。`,
    short: '密码太短，至少 12 个字符。',
    long: '密码太长，最多 128 个字符。',
    different: '两次输入的密码不一样。',
  },
  en: {
    password: 'Password',
    newPassword: 'New password',
    again: 'Once more',
    rule: (least: number) =>
      `At least ${String(least)} characters; a few unrelated words in a row do well.`,
    short: 'The password is too short: at least 12 characters.',
    long: 'The password is too long: 128 characters at most.',
    different: 'The two passwords differ.',
  },
})
