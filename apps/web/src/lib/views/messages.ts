import { defineMessages } from '#lib/i18n/index.ts'

export const messages = defineMessages({
  zh: {
    name: '名称',
    nameNote: '例如“2024 年三季度例会”',
    note: '说明（可不填）',
    save: '保存视图',
    saved: '已保存。',
    all: '全部视图',
    link: '链接',
    copy: '复制链接',
    copied: '已复制。',
    copyFailed: '浏览器不允许复制，请在框里选中后复制。',
    linkNote: '链接就是整个视图：打开它看到的与现在相同。',
    shortNote: '这个视图的地址太长，这里是存在本机的短链接。',
  },
  en: {
    name: 'Name',
    nameNote: 'such as “Meeting of the third quarter”',
    note: 'Note (optional)',
    save: 'Save the view',
    saved: 'Saved.',
    all: 'All views',
    link: 'Link',
    copy: 'Copy the link',
    copied: 'Copied.',
    copyFailed: 'The browser does not allow copying; select the text in the box instead.',
    linkNote: 'The link is the whole view: whoever opens it sees the same.',
    shortNote: 'The address of this view is too long; this is a short link kept by this server.',
  },
})
