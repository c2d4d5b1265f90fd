import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    title: '登录',
    closed: '这里的数据只给有账户的人看。',
    open: '不登录也可以看；上传和修改需要账户。',
    email: '邮箱',
    password: '密码',
    signIn: '登录',
    or: '或者',
    with: (name: string) => `用${name}登录`,
    forgot: '忘记密码时，请管理员在“管理 → 人员”里重设一个一次性密码。',
    wrong: '邮箱或密码不对。',
    tooMany: '尝试次数太多，请过几分钟再试。',
    tooManyFor: (seconds: number) => `尝试次数太多，请 ${String(seconds)} 秒后再试。`,
    failed: (why: string) => `没有登录成功：${why}`,
    oidcFailed: '没有登录成功：对方没有确认您的身份，或这里没有对应的账户。请重试或联系管理员。',
  },
  en: {
    title: 'Sign in',
    closed: 'The data here are for people with an account.',
    open: 'Reading needs no account; uploading and changing do.',
    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    or: 'or',
    with: (name: string) => `Sign in with ${name}`,
    forgot:
      'If you have forgotten your password, an administrator can give you a one-time one under “Administration → People”.',
    wrong: 'The e-mail or the password is wrong.',
    tooMany: 'Too many attempts; please try again in a few minutes.',
    tooManyFor: (seconds: number) =>
      `Too many attempts; please try again in ${String(seconds)} seconds.`,
    failed: (why: string) => `Not signed in: ${why}`,
    oidcFailed:
      'Not signed in: the other side did not confirm who you are, or there is no account for you here. Try again, or ask an administrator.',
  },
})
