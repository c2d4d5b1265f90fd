import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    title: '建立管理员',
    lede: '这是第一次设置，只能进行一次。建立管理员以后，这个地址不再存在。',
    after: '建立后您就已登录，可以给同事建立账户、决定未登录的人能不能看数据。',
    name: '姓名',
    email: '邮箱',
    emailHint: '用来登录；不会发送邮件。',
    make: '建立并登录',
    nameBad: '请填写姓名。',
    emailBad: '这不像一个邮箱地址。',
    failed: (why: string) => `没有建立：${why}`,
  },
  en: {
    title: 'Set up the administrator',
    lede: 'This is the first set-up, and it can be done once. After it this address no longer exists.',
    after:
      'You are signed in right away, and can add colleagues and decide whether people who are not signed in may read.',
    name: 'Name',
    email: 'E-mail',
    emailHint: 'To sign in with; no mail is sent.',
    make: 'Set up and sign in',
    nameBad: 'Please give a name.',
    emailBad: 'This does not look like an e-mail address.',
    failed: (why: string) => `Not set up: ${why}`,
  },
})
