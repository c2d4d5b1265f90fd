import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    title: '管理',
    nav: '管理的各部分',
    start: '账户',
    people: '人员',
    keys: '密钥',
    settings: '设置',
    backups: '备份',
    audit: '审计',
    health: '运行状况',
    aloneLede: '这台电脑上还没有账户：能用这台电脑的人都可以直接看和改，不需要登录。',
    aloneFirst: '建立第一个管理员',
    aloneWhat:
      '要让别的电脑也能用，或者想分清谁能做什么，先建立一个管理员。建立以后，这些会改变：',
    aloneSignIn: '上传和修改都要登录，在这台电脑上也一样；“谁改的”开始记姓名。',
    aloneReading: '不登录的人默认还能看数据；可以在“设置”里关闭。',
    alonePeople: '可以给同事建立账户：查看者、上传者（限自己的园区）、编辑者、管理员。',
    aloneReach: '服务器可以开放给其他电脑（设置 HOST），在此之前它拒绝这样做。',
    aloneBack: '已有的数据、视图和历史都保留。',
    aloneToken: '一次性口令',
    aloneTokenHint:
      '口令证明您能进入这台服务器。它在数据目录的 setup-token 文件里，启动时也会显示在终端。',
    aloneGo: '继续',
    aloneCommand: '也可以在服务器上用命令建立：',
  },
  en: {
    title: 'Administration',
    nav: 'Parts of the administration',
    start: 'Accounts',
    people: 'People',
    keys: 'Keys',
    settings: 'Settings',
    backups: 'Backups',
    audit: 'Audit',
    health: 'Health',
    aloneLede:
      'There is no account on this machine yet: whoever can use it reads and changes everything, without signing in.',
    aloneFirst: 'Set up the first administrator',
    aloneWhat:
      'For other machines to use this, or to tell who may do what, set up an administrator first. From then on:',
    aloneSignIn:
      'Uploading and changing need signing in, on this machine too; histories show people’s names.',
    aloneReading:
      'Those who are not signed in can still read; “Settings” can close that as well.',
    alonePeople:
      'Colleagues can have accounts: viewer, uploader (own zones), editor, administrator.',
    aloneReach:
      'The server may be opened to other machines (the setting HOST), which it refuses until then.',
    aloneBack: 'All data, views and histories stay.',
    aloneToken: 'One-time token',
    aloneTokenHint:
      'It proves that you have access to this server. It stands in the file setup-token of the data folder, and in the terminal at the start.',
    aloneGo: 'Go on',
    aloneCommand: 'Or by a command on the server:',
  },
})
