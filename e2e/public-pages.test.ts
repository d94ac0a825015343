import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import type { MatterStory } from '../src/modules/matters/contract.ts'
import { expectAccessible, expectContrast } from './axe.ts'
import { desk, phone } from './open-page.ts'
import { community } from './staff.ts'
import { test } from './story.ts'

/** A form sent within three seconds of being shown is taken for a program's; without script it is looked through. */
const sendSlowly = async (page: Page) => {
  await page.waitForTimeout(3_100)
  await page.getByRole('button', { name: '提交' }).click()
}

const fits = async (page: Page) =>
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)

test('a resident without script says it on a phone, follows it, and says whether it was solved', async ({
  browser,
  open,
  api,
}) => {
  const context = await browser.newContext({
    baseURL: inject('url'),
    viewport: phone,
    locale: 'zh-CN',
    hasTouch: true,
    javaScriptEnabled: false,
  })
  try {
    const resident = await context.newPage()
    await resident.goto('/say')
    await resident.getByLabel('什么事').fill('杨柳巷口的路灯夜里不亮，<b>看不见路</b>。')
    await resident.getByLabel('在哪里').fill('杨柳巷口')
    await resident.getByLabel('哪个社区').selectOption(community)
    await resident.getByLabel('您的电话（可以不填）').fill('13900007788')
    await resident.getByLabel('您怎么称呼（可以不填）').fill('柳青青')
    await sendSlowly(resident)
    await resident.getByRole('alert').filter({ hasText: '还差一步' }).waitFor()
    await resident.waitForTimeout(5_100)
    await resident.getByRole('button', { name: '提交' }).click()
    const code = (await resident.locator('.code').textContent())!.trim()
    expect(code).toMatch(/^[0-9A-Z]{4} [0-9A-Z]{4}$/)

    const look = async (tail: string) => {
      await resident.goto('/follow')
      await resident.getByLabel('查询码').fill(code)
      await resident.getByLabel('电话后四位').fill(tail)
      await resident.getByRole('button', { name: '查看' }).click()
    }
    await look('0000')
    await resident.getByRole('alert').filter({ hasText: '没有查到' }).waitFor()
    await look('7788')
    await resident.getByRole('heading', { level: 1, name: '社区还没有看到' }).waitFor()

    const clerk = await open('shegong', { viewport: desk })
    await clerk.goto('/')
    await clerk.getByText('杨柳巷口的路灯夜里不亮').first().waitFor()
    await clerk.goto('/matters?state=submitted')
    await clerk.getByRole('link', { name: /杨柳巷口的路灯夜里不亮/ }).click()
    const next = clerk.getByRole('region', { name: '接下来' })
    await next.getByRole('button', { name: '签收', exact: true }).click()
    await clerk.getByRole('form', { name: '签收' }).getByRole('button', { name: '签收', exact: true }).click()
    const state = clerk.locator('.page-lead .status-tag')
    await expect.poll(() => state.textContent()).toBe('办理中')
    await next.getByRole('button', { name: '答复', exact: true }).click()
    await clerk.getByLabel('给反映人的答复').fill('已更换灯泡，夜里会亮。')
    await clerk.getByRole('form', { name: '答复' }).getByRole('button', { name: '答复', exact: true }).click()
    await expect.poll(() => state.textContent()).toBe('待回访')
    const address = new URL(clerk.url()).pathname

    await look('7788')
    await resident.getByText('答复：已更换灯泡，夜里会亮。').waitFor()
    const { name } = await api('shegong').get<{ name: string }>('/api/me')
    expect(await resident.content()).not.toContain(name)
    await resident.getByLabel('解决了', { exact: true }).check()
    await resident.getByLabel('满意', { exact: true }).check()
    await resident.getByRole('button', { name: '提交评价' }).click()
    await resident.getByRole('heading', { level: 1, name: '已经办结' }).waitFor()

    const story = await api('jiedao').get<MatterStory>(`/api${address}`)
    expect(story.outcome).toMatchObject({ reason: 'solved', solved: true, satisfaction: 'satisfied' })
    expect(story.content).toContain('<b>看不见路</b>')
  } finally {
    await context.close()
  }
})

test.for([
  ['desk', desk],
  ['phone', phone],
] as const)(
  'public pages are readable to everybody on the %s, by day and by night',
  async ([, viewport], { open }) => {
    const page = await open(null, { viewport })
    const check = async () => {
      await page.emulateMedia({ colorScheme: 'light' })
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectContrast(page)
      await fits(page)
    }
    await page.goto('/say')
    await check()
    await page.getByLabel('什么事').fill('翁家湾的水管漏水，已经三天。')
    await page.getByLabel('哪个社区').selectOption(community)
    await page.getByLabel('您的电话（可以不填）').fill('12')
    await sendSlowly(page)
    await page.locator('#reporterPhone-fault').waitFor()
    await check()
    await page.getByLabel('您的电话（可以不填）').fill('')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('heading', { level: 1, name: '已经收到' }).waitFor()
    await check()
    const code = (await page.locator('.code').textContent())!
    await page.goto('/follow')
    await check()
    await page.getByLabel('查询码').fill(code)
    await page.getByRole('button', { name: '查看' }).click()
    await page.getByRole('heading', { name: '办到哪一步' }).waitFor()
    await check()
  },
)
