import type { Locale } from '#lib/i18n/index.ts'

type Words = Readonly<Record<string, Readonly<Record<Locale, string>>>>

const KINDS: Words = {
  read: { zh: '读取', en: 'Reading' },
  compute: { zh: '计算', en: 'Computing' },
  write: { zh: '修改', en: 'Writing' },
  upload: { zh: '上传', en: 'Uploading' },
  'sign-in': { zh: '登录', en: 'Signing in' },
}

const CHECKS: Words = {
  running: { zh: '正在停止，不再接收请求', en: 'it is stopping, and takes no requests' },
  database: { zh: '数据库不能读', en: 'the database cannot be read' },
  migrations: { zh: '数据库结构不是这个版本的', en: 'the database has another schema' },
  disk: { zh: '磁盘剩余空间太少', en: 'there is too little room on the disk' },
  backup: { zh: '最近的备份太旧，或还没有', en: 'the last backup is too old, or there is none' },
}

/** A kind of requests that has a limit; one that has no words is shown as it is called. */
export const kindText = (kind: string, locale: Locale): string => KINDS[kind]?.[locale] ?? kind

/** A check of readiness that does not hold. */
export const checkText = (check: string, locale: Locale): string => CHECKS[check]?.[locale] ?? check
