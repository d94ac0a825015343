import { expect } from 'vitest'
import { demoPassword } from './api.ts'
import { phone } from './open-page.ts'
import { enter, register } from './people.ts'
import { test } from './story.ts'

test('a grid worker in a stairwell: signs in, finds somebody, reads, calls, corrects', async ({
  open,
  api,
}) => {
  const worker = api('wangge')
  const { person } = await register(worker, '庄楼道', { values: { mobile: '13800001234' } })
  await enter(worker, 'elderCare', person.id, { currentStatus: '1', livingArrangement: '1' })

  const page = await open(null, { viewport: phone })
  await page.goto('/')
  await page.getByLabel('用户名').fill('wangge')
  await page.getByLabel('密码', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).tap()
  await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()

  await page.getByRole('button', { name: /查人/ }).tap()
  await page.getByRole('combobox', { name: '搜索' }).fill('zld')
  await page.getByRole('option', { name: /庄楼道/ }).tap()
  await page.getByRole('heading', { name: '庄楼道', level: 1 }).waitFor()

  await page.getByRole('button', { name: '查看手机号码原文' }).tap()
  const dialog = page.getByRole('dialog', { name: '查看手机号码原文' })
  await dialog.getByLabel('做什么用').fill('电话探访')
  await dialog.getByRole('button', { name: '查看', exact: true }).tap()
  await page.getByText('13800001234').waitFor()

  await page.getByRole('link', { name: '老年人台账' }).tap()
  await page.getByRole('button', { name: '修改' }).tap()
  await page.getByLabel('说明').fill('今天上门看过')
  await page.getByLabel('子女人数').fill('2')
  await page.getByRole('button', { name: '保存' }).tap()
  await page.getByRole('listitem').filter({ hasText: '今天上门看过' }).waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
})

test('what does not fit on the bar is one tap away', async ({ open }) => {
  const page = await open('shegong', { viewport: phone })
  await page.goto('/')
  const bar = page.getByRole('navigation', { name: '主导航' })
  await bar.getByRole('button', { name: '更多' }).tap()
  await bar.getByRole('link', { name: '核对' }).tap()
  await page.getByRole('heading', { name: '核对', level: 1 }).waitFor()
})

test('a list is cards, and a card opens its page', async ({ open }) => {
  const page = await open('shegong', { viewport: phone })
  await page.goto('/ledgers/disability')
  const card = page.getByRole('list', { name: '残疾人台账' }).getByRole('listitem').first()
  await card.waitFor()
  await card.getByRole('link').tap()
  await page.getByRole('heading', { name: '变更历史' }).waitFor()
  expect(new URL(page.url()).pathname).toMatch(/^\/ledgers\/disability\/[0-9a-f-]{36}$/)
})
