import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { MatterLine } from '../src/modules/matters/contract.ts'
import { phone } from './open-page.ts'
import { test } from './story.ts'

/** Until the browser keeps what the page is made of. */
const kept = (page: Page) =>
  page.waitForFunction(`(async () => {
    const files = await (await caches.open('youju-shell')).keys()
    const { active } = await navigator.serviceWorker.ready
    return active?.state === 'activated' && files.some(({ url }) => url.includes('record-page'))
  })()`)

test('a matter is written in a stairwell without a connection and sent later, once', async ({
  open,
  api,
}) => {
  const page = await open('wangge', { viewport: phone })
  const context = page.context()
  const written = async () =>
    (
      await api('wangge').get<{ rows: MatterLine[] }>(
        `/api/matters?view=area&q=${encodeURIComponent('无网')}`,
      )
    ).rows
  await page.goto('/matters/new')
  await page.getByLabel('反映的内容').waitFor()
  // What it is made of is kept once the page has been open for a moment.
  await kept(page)
  await page.reload()
  await page.getByLabel('反映的内容').waitFor()

  await context.setOffline(true)
  await page.reload()
  const write = async (content: string) => {
    await page.getByLabel('反映的内容').fill(content)
    await page.getByRole('button', { name: '受理', exact: true }).click()
    await expect.poll(() => page.getByLabel('反映的内容').inputValue()).toBe('')
  }
  await write('无网甲：3号楼楼道灯不亮，老人看不见。')
  await write('无网乙：下水道堵了，污水往外冒。')
  await write('无网丙：这一件不要了，楼道灯。')
  const outbox = page.getByRole('region', { name: '未发送的内容' })
  await outbox.getByText('未发送 3 件').waitFor()
  await outbox.getByRole('button', { name: /删除.*无网丙/ }).click()
  await outbox.getByRole('link', { name: /修改.*无网甲/ }).click()
  await expect.poll(() => page.getByLabel('反映的内容').inputValue()).toContain('无网甲')
  await write('无网甲：3号楼2单元楼道灯不亮，老人看不见。')
  // It survives the page being closed.
  await page.reload()
  await outbox.getByText('未发送 2 件').waitFor()

  await context.setOffline(false)
  await outbox.waitFor({ state: 'detached' })
  await page.reload()
  await page.getByLabel('反映的内容').waitFor()
  expect((await written()).map(({ title }) => title).sort()).toEqual([
    '无网乙：下水道堵了，污水往外冒',
    '无网甲：3号楼2单元楼道灯不亮，老人看不见',
  ])
})

test('an ended session keeps what is not sent until one signs in again', async ({ open, api }) => {
  const page = await open('wangge', { viewport: phone })
  await page.goto('/matters/new')
  await kept(page)
  await page.getByLabel('反映的内容').fill('断线丁：单元楼道灯不亮，老人看不见。')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '受理', exact: true }).click()
  const outbox = page.getByRole('region', { name: '未发送的内容' })
  await outbox.getByText('未发送 1 件').waitFor()
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '登录', exact: true }).waitFor()
  await page.context().addCookies(cookies)
  await page.reload()
  const written = async () => {
    const path = `/api/matters?view=area&q=${encodeURIComponent('断线丁')}`
    return (await api('wangge').get<{ rows: MatterLine[] }>(path)).rows
  }
  // Right after the page has loaded the band is not drawn yet: what was written down tells.
  await expect.poll(written).toHaveLength(1)
  await outbox.waitFor({ state: 'detached' })
  expect(await written()).toHaveLength(1)
})
