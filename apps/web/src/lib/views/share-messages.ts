import { defineMessages } from '#lib/i18n/index.ts'

/** What every page with a view says of it; the rest is loaded when it is opened. */
export const shareTexts = defineMessages({
  zh: { share: '保存或分享这个视图' },
  en: { share: 'Save or share this view' },
})
