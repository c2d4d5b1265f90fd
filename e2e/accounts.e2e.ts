import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openPage, overflow, violations } from './browser.ts'
import { PAGES_OF_PEOPLE } from './page-list.ts'
import { addPerson, ADMINISTRATOR, send, setUp, setupToken, signIn } from './people.ts'
import { openProduct } from './product.ts'

/** Accounts as people meet them: the first administrator, roles, keys, closed reading. */

type Product = Awaited<ReturnType<typeof openProduct>>
type Opened = Awaited<ReturnType<typeof openPage>>

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})

const LOOKS = [
  { lang: 'zh', theme: 'light', width: 1440 },
  { lang: 'en', theme: 'dark', width: 1440 },
  { lang: 'zh', theme: 'dark', width: 390 },
  { lang: 'en', theme: 'light', width: 320 },
] as const

async function zonesOf({ url }: Product): Promise<{ id: string; name: string }[]> {
  return (await (await fetch(`${url}/api/v1/zones`)).json()) as { id: string; name: string }[]
}

const csvOf = (name: string) => `园区,税收(万元)\n${name},1234\n`

/** Sends a table as somebody types it into the page, up to the answer. */
async function paste({ page }: Opened, text: string) {
  await page.getByText('从 Excel 粘贴').click()
  await page.getByLabel('粘贴').fill(text)
  await page.getByRole('button', { name: '预览' }).click()
}

describe('from the first administrator to a closed door', () => {
  let product: Product
  let admin: Opened
  let key = ''

  beforeAll(async () => {
    product = await openProduct()
    await fetch(`${product.url}/api/v1/samples/city-66`, { method: 'POST' })
    admin = await openPage(browser, product.url)
  })
  afterAll(async () => {
    await admin.close()
    await product.close()
  })

  test('without accounts nothing speaks of them but a word in the footer', async () => {
    const { page, go } = admin
    await go('/')
    expect(await page.locator('header').innerText()).not.toMatch(/登录|账户/u)
    await page.locator('footer').getByRole('link', { name: '管理' }).click()
    await page.waitForURL('**/admin')
    expect(await page.locator('main').innerText()).toContain('建立第一个管理员')
  })

  test('the token, typed there, opens the set-up; a wrong one finds nothing', async () => {
    const { page, go } = admin
    expect((await go('/setup?token=guess'))?.status()).toBe(404)
    await go('/admin')
    await page.getByLabel('一次性口令').fill(setupToken(product))
    await page.getByRole('button', { name: '继续' }).click()
    await page.waitForURL('**/setup?token=*')
    await page.getByLabel('姓名').fill(ADMINISTRATOR.name)
    await page.getByLabel('邮箱').fill(ADMINISTRATOR.email)
    await page.getByLabel('密码').fill(ADMINISTRATOR.password)
    await page.getByLabel('再输一次').fill(`${ADMINISTRATOR.password}!`)
    const address = page.url()
    await page.getByRole('button', { name: '建立并登录' }).click()
    await page.getByText('两次输入的密码不一样').waitFor()
    expect(await page.getByLabel('邮箱').inputValue()).toBe(ADMINISTRATOR.email)
    await page.getByLabel('密码').fill(ADMINISTRATOR.password)
    await page.getByLabel('再输一次').fill(ADMINISTRATOR.password)
    await page.getByRole('button', { name: '建立并登录' }).click()
    await page.waitForURL('**/admin/people')
    expect(await page.locator('header summary').last().innerText()).toBe(ADMINISTRATOR.name)
    expect((await page.goto(address))?.status()).toBe(404)
  })

  test('signing out, a wrong password, and back to where one came from', async () => {
    const { page, go } = admin
    await go('/rank')
    await page.locator('header summary', { hasText: ADMINISTRATOR.name }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('link', { name: '登录' }).waitFor()
    await go('/zones?q=%E6%98%9F')
    await page.locator('header').getByRole('link', { name: '登录' }).click()
    await page.waitForURL('**/sign-in?from=*')
    await signIn(page, { email: ADMINISTRATOR.email, password: 'correct horse' })
    await page.getByText('邮箱或密码不对').waitFor()
    expect(await page.getByLabel('邮箱').inputValue()).toBe(ADMINISTRATOR.email)
    await signIn(page, ADMINISTRATOR)
    await page.waitForURL('**/zones?q=*')
    expect(await page.locator('header').innerText()).toContain(ADMINISTRATOR.name)
  })

  test('an address of another site is no place to come back to', async () => {
    const other = await openPage(browser, product.url)
    await other.go('/sign-in?from=https://elsewhere.example/')
    await signIn(other.page, ADMINISTRATOR)
    await other.page.locator('header summary', { hasText: ADMINISTRATOR.name }).waitFor()
    const address = other.page.url()
    await other.close()
    expect(address).toBe(`${product.url}/`)
  })

  test('an uploader is made, with a one-time password and own zones', async () => {
    const { page, go } = admin
    const [own, foreign] = await zonesOf(product)
    await go('/admin/people')
    await page.getByRole('link', { name: '添加人员' }).click()
    await page.getByLabel('姓名').fill('李四')
    await page.getByLabel('邮箱').fill('li@example.org')
    await page.getByLabel('上传者').check()
    await page.getByLabel('只限选中的园区').check()
    await page.getByLabel(own?.name ?? '', { exact: true }).check()
    await page.getByRole('button', { name: '建立账户' }).click()
    const password = await page.getByLabel('“李四”的一次性密码').inputValue()

    const uploader = await openPage(browser, product.url)
    await uploader.go('/sign-in?from=/data')
    await signIn(uploader.page, { email: 'li@example.org', password })
    await uploader.page.getByText('请先换成自己的密码').waitFor()
    await uploader.go('/rank')
    expect(new URL(uploader.page.url()).pathname).toBe('/account')
    await uploader.page.getByLabel('现在的密码').fill(password)
    await uploader.page.getByLabel('新密码').fill('a password of my own')
    await uploader.page.getByLabel('再输一次').fill('a password of my own')
    await uploader.page.getByRole('button', { name: '修改密码' }).click()
    await uploader.page.getByText('密码已修改').waitFor()
    expect(await uploader.page.locator('dl').innerText()).toContain(own?.name)

    await uploader.go('/data')
    expect(await uploader.page.locator('main').innerText()).toContain('自己的 1 个园区')
    await paste(uploader, csvOf(foreign?.name ?? ''))
    await uploader.page.getByLabel('期别').fill('2025')
    await uploader.page.getByRole('button', { name: '发送并核对' }).click()
    await uploader.page.getByRole('button', { name: '写入数据' }).click()
    await uploader.page.getByText(`不是您的园区：${foreign?.name ?? ''}`).waitFor()
    expect(await violations(uploader.page)).toEqual([])
    await uploader.go('/zones/events')
    expect(await uploader.page.locator('main').innerText()).toContain('需要编辑者或更高的角色')
    expect(await uploader.page.getByRole('button', { name: '保存' }).count()).toBe(0)
    expect((await uploader.go('/admin/people'))?.status()).toBe(403)
    expect(await uploader.page.locator('main').innerText()).toContain('只对管理员开放')
    await uploader.close()
  })

  test('a key is shown once, works, and is refused once it has ended', async () => {
    const { page, go } = admin
    await go('/account')
    await page.getByLabel('名称').fill('每月同步')
    await page.getByLabel('上传文件').check()
    await page.getByRole('button', { name: '建立密钥' }).click()
    key = await page.getByLabel('新密钥“每月同步”').inputValue()
    const ask = () =>
      fetch(`${product.url}/api/v1/uploads?mode=preview&name=a.csv&period=2025`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}` },
        body: csvOf('某园区'),
      })
    expect((await ask()).ok).toBe(true)
    await go('/account')
    expect(await page.locator('main').innerHTML()).not.toContain(key)
    expect(await page.locator('main table').innerText()).toContain('每月同步')
    await page.getByLabel('停用密钥：每月同步').click()
    await page.getByRole('button', { name: '确认停用' }).click()
    await page.getByText('密钥已停用').waitFor()
    expect((await ask()).status).toBe(401)
  })

  test('a backup is made, and restored only with the confirmation', async () => {
    const { page, go } = admin
    await go('/admin/backups')
    await page.getByRole('button', { name: '现在备份' }).click()
    await page.getByText('已做好，并通过检查').waitFor()
    const rows = await page.locator('tbody tr').count()
    await page.locator('tbody a').first().click()
    await page.getByRole('button', { name: '恢复' }).click()
    expect(await page.getByLabel('我明白').evaluate((box) => box.matches(':invalid'))).toBe(true)
    await page.getByLabel('我明白').check()
    await page.getByRole('button', { name: '恢复' }).click()
    await page.getByText('恢复前的数据保存在备份').waitFor()
    expect(await violations(page)).toEqual([])
    await go('/admin/backups')
    expect(await page.locator('tbody tr').count()).toBe(rows + 1)
  })

  test('the audit log tells it all, can be filtered, and is verified', async () => {
    const { page, go } = admin
    await go('/admin/audit')
    const text = await page.locator('tbody').innerText()
    for (const word of ['恢复备份', '停用密钥', '添加人员', ADMINISTRATOR.name]) {
      expect(text).toContain(word)
    }
    await page.getByLabel('操作').selectOption({ label: '建立密钥' })
    await page.getByRole('button', { name: '筛选' }).click()
    await page.waitForURL('**/admin/audit?*action=*')
    expect(await page.locator('tbody tr').count()).toBe(1)
    await page.getByRole('button', { name: '核对整条记录' }).click()
    await page.getByText('核对无误').waitFor()
  })

  test('with reading closed every page leads to the sign-in, and back', async () => {
    const { page, go } = admin
    await go('/admin/settings')
    await page.getByLabel('不能看').check()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('设置已保存').waitFor()
    const stranger = await openPage(browser, product.url)
    for (const path of ['/', '/rank?v=1', '/data', '/admin/people', '/help', '/no-such-page']) {
      await stranger.go(path)
      expect(new URL(stranger.page.url()).pathname).toBe('/sign-in')
    }
    expect((await fetch(`${product.url}/api/v1/state`)).status).toBe(401)
    await stranger.go('/rank?v=1')
    await signIn(stranger.page, ADMINISTRATOR)
    await stranger.page.waitForURL('**/rank?v=1')
    expect(await stranger.page.locator('main tbody tr').count()).toBeGreaterThan(50)
    await stranger.close()
  })

  test('a session that ended under an open page leads to the sign-in', async () => {
    const { page, go } = admin
    await go('/zones')
    await page.context().clearCookies({ name: /session/u })
    await page.locator('header nav a[href="/compare"]').click()
    await page.waitForURL('**/sign-in?from=%2Fcompare')
    expect(await page.locator('h1').innerText()).toBe('登录')
  })
})

describe('each page', () => {
  let product: Product
  let person = ''
  let cookies: { name: string; value: string; url: string }[] = []

  beforeAll(async () => {
    product = await openProduct()
    await fetch(`${product.url}/api/v1/samples/city-66`, { method: 'POST' })
    const cookie = await setUp(product)
    const zones = await zonesOf(product)
    const wanted = { name: '王五', role: 'uploader', zones: zones.slice(0, 3).map(({ id }) => id) }
    person = (await addPerson(product, cookie, wanted)).id
    await send(product, '/api/v1/keys', { cookie, json: { name: '同步', scopes: ['data:read'] } })
    await send(product, '/api/v1/backups', { cookie })
    cookies = cookie.split('; ').map((one) => {
      const at = one.indexOf('=')
      return { name: one.slice(0, at), value: one.slice(at + 1), url: product.url }
    })
  })
  afterAll(async () => {
    await product.close()
  })

  describe.each(LOOKS)('$lang, $theme, $width px', (look) => {
    test.each(PAGES_OF_PEOPLE)(
      '%s is accessible, fits, is not kept, and tells no error',
      async (path) => {
        const { page, errors, go, close } = await openPage(browser, product.url, look)
        await page.context().addCookies(cookies)
        const answer = await go(path.replace('PERSON', person))
        const found = await violations(page)
        const wider = await overflow(page)
        await close()
        expect(answer?.status()).toBe(200)
        expect(answer?.headers()['cache-control']).toBe('no-store')
        expect(found).toEqual([])
        expect(wider).toBeLessThanOrEqual(0)
        expect(errors).toEqual([])
      },
    )

    test('the sign-in is accessible and fits', async () => {
      const { page, errors, go, close } = await openPage(browser, product.url, look)
      await go('/sign-in')
      const found = await violations(page)
      const wider = await overflow(page)
      await close()
      expect(found).toEqual([])
      expect(wider).toBeLessThanOrEqual(0)
      expect(errors).toEqual([])
    })
  })

  test('without scripts one signs in, makes a key, adds a person and closes reading', async () => {
    const options = { javaScriptEnabled: false }
    const { page, go, close } = await openPage(browser, product.url, { options })
    await go('/sign-in?from=/account')
    await signIn(page, ADMINISTRATOR)
    await page.waitForURL('**/account')
    await page.getByLabel('名称').fill('脚本')
    await page.getByRole('button', { name: '建立密钥' }).click()
    expect(await page.getByLabel('新密钥“脚本”').inputValue()).toMatch(/^izm_/u)
    await go('/admin/people/new')
    await page.getByLabel('姓名').fill('赵六')
    await page.getByLabel('邮箱').fill('zhao@example.org')
    await page.getByLabel('查看者').check()
    await page.getByRole('button', { name: '建立账户' }).click()
    expect((await page.getByLabel('“赵六”的一次性密码').inputValue()).length).toBeGreaterThan(11)
    await go('/admin/settings')
    await page.getByLabel('不能看').check()
    await page.getByRole('button', { name: '保存' }).click()
    expect(await page.locator('main').innerText()).toContain('设置已保存')
    await page.locator('header summary', { hasText: ADMINISTRATOR.name }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await close()
  })

  test('a session that ended while a form was filled is told, and the form stays', async () => {
    const { page, go, close } = await openPage(browser, product.url)
    await page.context().addCookies(cookies)
    await go('/supply')
    await page.locator('summary', { hasText: '修改' }).first().click()
    await page.getByLabel('改动说明').fill('试一试')
    await page.context().clearCookies({ name: /session/u })
    await page.getByRole('button', { name: '保存为新版本' }).click()
    await page.getByRole('link', { name: '在新窗口登录' }).waitFor()
    expect(await page.getByLabel('改动说明').inputValue()).toBe('试一试')
    expect(await violations(page)).toEqual([])
    await close()
  })

  test('a form that another site sends is refused', async () => {
    const answer = await fetch(`${product.url}/sign-in`, {
      method: 'POST',
      headers: {
        origin: 'http://elsewhere.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: `email=${ADMINISTRATOR.email}&password=x`,
    })
    expect(answer.status).toBe(403)
    expect(answer.headers.getSetCookie()).toEqual([])
  })
})
