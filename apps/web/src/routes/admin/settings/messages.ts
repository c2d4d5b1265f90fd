import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    title: '设置',
    reading: '不登录的人能不能看数据',
    open: '能看',
    openWhat: '能打开这个地址的人都可以看全部数据和排名；上传和修改仍要登录。',
    closed: '不能看',
    closedWhat: '每个页面都先要登录；接口没有密钥也不给数据。已发出的链接登录后可用。',
    save: '保存',
    saved: '设置已保存。',
    choose: '请选择一项。',
    failed: (why: string) => `没有保存：${why}`,
    others: '其他设置（端口、上传大小、备份时间、单位登录服务）由启动时的环境变量决定，见项目说明。',
  },
  en: {
    title: 'Settings',
    reading: 'Reading without signing in',
    open: 'Open',
    openWhat:
      'Whoever reaches this address sees all data and rankings; uploading and changing need signing in.',
    closed: 'Closed',
    closedWhat:
      'Every page asks to sign in first, and the API gives nothing without a key. Links that were given away work after signing in.',
    save: 'Save',
    saved: 'The setting was saved.',
    choose: 'Please choose one.',
    failed: (why: string) => `Not saved: ${why}`,
    others:
      'Other settings (port, size of uploads, time of backups, sign-in service) are environment variables of the start; see the README.',
  },
})
