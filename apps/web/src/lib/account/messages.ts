import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    viewer: '查看者',
    uploader: '上传者',
    editor: '编辑者',
    administrator: '管理员',
    signInFirst: (role: string) => `这里的操作需要登录，并且是${role}或更高的角色。`,
    roleNeeded: (needed: string, own: string) =>
      `这里的操作需要${needed}或更高的角色，您的角色是${own}。需要时请联系管理员。`,
    onlyAdministrator: (own: string) => `这里只对管理员开放，您的角色是${own}。`,
    ownZones: (count: number) =>
      `您只能写入自己的 ${String(count)} 个园区：文件里有别的园区时，整份不收，并会列出是哪些。`,
    whichZones: '我的园区',
    signIn: '登录',
    ended: '登录已失效，刚才的操作没有执行。填写的内容还在：请在新窗口登录，再回到这里重试。',
    signInApart: '在新窗口登录',
    refused: '您的角色不能做这件事，数据没有改变。',
    copy: '复制',
    copied: '已复制。',
    copyFailed: '浏览器不允许复制，请选中后手动复制。',
  },
  en: {
    viewer: 'viewer',
    uploader: 'uploader',
    editor: 'editor',
    administrator: 'administrator',
    signInFirst: (role: string) => `This needs you to sign in, as ${role} or more.`,
    roleNeeded: (needed: string, own: string) =>
      `This needs the role ${needed} or more; yours is ${own}. An administrator can change it.`,
    onlyAdministrator: (own: string) => `This is for administrators only; your role is ${own}.`,
    ownZones: (count: number) =>
      `You may write your own ${count === 1 ? 'zone' : `${String(count)} zones`}: a file with any other is refused as a whole, and they are named.`,
    whichZones: 'My zones',
    signIn: 'Sign in',
    ended:
      'Your session has ended, and what you just asked for was not done. What you filled in is still here: sign in in a new window, come back and try again.',
    signInApart: 'Sign in in a new window',
    refused: 'Your role does not allow this; nothing was changed.',
    copy: 'Copy',
    copied: 'Copied.',
    copyFailed: 'The browser does not allow copying; select the text and copy it by hand.',
  },
})
