import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    title: '帮助',
    contents: '目录',
    keys: '键盘',
    keysWhat: '所有功能都可以只用键盘。',
    where: '在哪里',
    key: '按键',
    does: '作用',
  },
  en: {
    title: 'Help',
    contents: 'Contents',
    keys: 'Keyboard',
    keysWhat: 'Everything can be done with the keyboard alone.',
    where: 'Where',
    key: 'Keys',
    does: 'What they do',
  },
})
