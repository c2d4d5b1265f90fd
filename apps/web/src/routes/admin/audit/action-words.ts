import type { Locale } from '#lib/i18n/index.ts'

/** What the operations of the API are, in words; one that is not listed is shown as it is called. */
const WORDS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'sign-in': { zh: '登录', en: 'signed in' },
  'sign-in-failed': { zh: '登录失败', en: 'failed to sign in' },
  'sign-out': { zh: '退出登录', en: 'signed out' },
  'POST /setup': { zh: '建立管理员', en: 'set up the administrator' },
  'PATCH /me': { zh: '改自己的姓名', en: 'changed the own name' },
  'POST /people': { zh: '添加人员', en: 'added a person' },
  'PATCH /people/{id}': { zh: '修改人员', en: 'changed a person' },
  'DELETE /people/{id}': { zh: '删除人员', en: 'deleted a person' },
  'POST /people/{id}/password': { zh: '重设密码', en: 'reset a password' },
  'POST /keys': { zh: '建立密钥', en: 'made a key' },
  'DELETE /keys/{id}': { zh: '停用密钥', en: 'ended a key' },
  'PUT /settings': { zh: '修改设置', en: 'changed the settings' },
  'POST /backups': { zh: '备份', en: 'made a backup' },
  'GET /backups/{name}/file': { zh: '下载备份', en: 'downloaded a backup' },
  'POST /backups/{name}/restore': { zh: '恢复备份', en: 'restored a backup' },
  'POST /uploads': { zh: '上传文件', en: 'uploaded a file' },
  'POST /uploads/{id}/preview': { zh: '重新读取上传', en: 'had an upload read again' },
  'POST /uploads/{id}/commit': { zh: '写入上传', en: 'committed an upload' },
  'DELETE /uploads/{id}': { zh: '撤回或放弃上传', en: 'withdrew or discarded an upload' },
  'POST /uploads/{id}/restore': { zh: '恢复上传', en: 'restored an upload' },
  'POST /samples/{id}': { zh: '载入示例', en: 'loaded a sample' },
  'DELETE /samples/{id}': { zh: '移除示例', en: 'removed a sample' },
  'POST /zone-events': { zh: '登记园区变更', en: 'entered an event of zones' },
  'POST /zone-events/file': { zh: '导入园区变更', en: 'imported events of zones' },
  'DELETE /zone-events/{id}': { zh: '删除园区变更', en: 'removed an event of zones' },
  'POST /supply/rule': { zh: '修改供地规则', en: 'changed the supply rule' },
  'PUT /map': { zh: '更换地图', en: 'replaced the map' },
  'DELETE /map': { zh: '移除地图', en: 'removed the map' },
  'POST /views': { zh: '保存视图', en: 'saved a view' },
  'PATCH /views/{id}': { zh: '改视图名称', en: 'renamed a view' },
  'DELETE /views/{id}': { zh: '移出视图', en: 'removed a view' },
  'DELETE /mappings/{id}': { zh: '删除映射', en: 'forgot a mapping' },
}

export const actionText = (action: string, locale: Locale): string =>
  WORDS[action]?.[locale] ?? action
