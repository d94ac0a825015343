import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Figure } from '../src/platform/contract/figures.ts'
import { enter, register } from './people.ts'
import { test } from './story.ts'

const figureOf = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`^${title} [\\d,]+`) })

test('every metric stands in the catalogue with its meaning and value', async ({ open, api }) => {
  const { metrics } = await api('shegong').get<{
    metrics: { name: string; title: string; description: string }[]
  }>('/api/metrics')
  const page = await open('shegong')
  await page.goto('/metrics')
  await figureOf(page, '残疾人数').waitFor()
  for (const { title, description } of metrics) {
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: title, exact: true }) })
    expect(await row.first().textContent()).toContain(description)
  }

  await page.getByRole('searchbox', { name: '在目录中查找指标' }).fill('残疾')
  await figureOf(page, '常住居民人数').waitFor({ state: 'detached' })
  await figureOf(page, '残疾人数').waitFor()
})

test('a number tells its source, and the records behind it are as many as it says', async ({ open, api }) => {
  const clerk = api('shegong')
  const { figures } = await clerk.get<{ figures: Figure[] }>('/api/figures?names=disability.total')
  const [figure] = figures
  const page = await open('shegong')
  await page.goto('/metrics')
  await figureOf(page, '残疾人数').click()
  const lens = page.getByRole('dialog', { name: '数字的出处' })
  await lens.getByRole('heading', { name: figure?.title ?? '' }).waitFor()
  expect(await lens.textContent()).toContain(figure?.description)
  await lens.getByText('和平社区').first().waitFor()
  await lens.getByRole('img', { name: /近 24 个月的走势/ }).waitFor()

  await lens.getByRole('link', { name: '查看记录' }).click()
  await page.getByRole('heading', { name: '残疾人数的记录', level: 1 }).waitFor()
  const rows = page.getByRole('table', { name: '残疾人台账' }).locator('tbody tr')
  await rows.first().waitFor()
  await expect.poll(() => rows.count()).toBe(figure?.value)
  await figureOf(page, '残疾人数').waitFor()
})

test('the lens opens and closes by keyboard, and the focus comes back to the number', async ({ open }) => {
  const page = await open('shegong')
  await page.goto('/metrics')
  const number = figureOf(page, '残疾人数')
  await number.focus()
  await page.keyboard.press('Enter')
  const lens = page.getByRole('dialog', { name: '数字的出处' })
  await lens.getByRole('link', { name: '查看记录' }).waitFor()
  await page.keyboard.press('Escape')
  await lens.waitFor({ state: 'detached' })
  await number.and(page.locator(':focus')).waitFor()
})

test('a metric has a page: trend, groups that add up, and another day gives other numbers', async ({
  open,
  api,
}) => {
  const clerk = api('shegong')
  const valueOn = async (asOf: string) => {
    const at = `/api/figures?names=elderCare.total&asOf=${asOf}`
    return (await clerk.get<{ figures: Figure[] }>(at)).figures[0]
  }
  const { figures } = await clerk.get<{ figures: Figure[] }>('/api/figures?names=elderCare.total')
  const now = figures[0]
  const then = await valueOn('2025-01-31')
  expect(then?.value).not.toBe(now?.value)

  const page = await open('shegong')
  await page.goto('/metrics/elderCare.total')
  const headline = figureOf(page, now?.title ?? '').first()
  await headline.waitFor()
  await expect.poll(() => headline.textContent()).toBe(now?.text)
  await page.getByRole('region', { name: '近 24 个月' }).getByRole('img', { name: /走势/ }).waitFor()
  const grids = page
    .getByRole('region', { name: /^按.*(网格|区域)/ })
    .getByRole('table')
    .locator('tbody td')
  await grids.first().waitFor()
  const sum = (await grids.allTextContents()).reduce((all, text) => all + Number(text.replaceAll(',', '')), 0)
  expect(sum).toBe(now?.value)

  await page.goto('/metrics/elderCare.total?asOf=2025-01-31')
  await page.getByRole('status').filter({ hasText: '正在查看 2025年1月31日' }).waitFor()
  await expect
    .poll(() =>
      figureOf(page, now?.title ?? '')
        .first()
        .textContent(),
    )
    .toBe(then?.text)
})

test('what is recorded is counted at once', async ({ open, api }) => {
  const page = await open('shegong')
  await page.goto('/metrics/disability.total')
  const number = figureOf(page, '残疾人数').first()
  await number.waitFor()
  const before = Number(await number.textContent())
  const { person } = await register(api('shegong'), '计新增')
  await enter(api('shegong'), 'disability', person.id, { kind: '1', level: '1' })
  await page.reload()
  await expect.poll(async () => Number(await number.textContent())).toBe(before + 1)
})

test('a number that changed is explained cause by cause, down to the person', async ({ open, api }) => {
  const clerk = api('shegong')
  const { person } = await register(clerk, '翁变化')
  const entry = await enter(clerk, 'disability', person.id, { kind: '4', level: '3' })
  await clerk.act('endEntry', {
    ledger: 'disability',
    id: entry.id,
    version: entry.version,
    on: (await clerk.get<{ today: string }>('/api/me')).today,
    cause: 'expired',
    reason: '证件到期未换',
  })
  // It was recorded today, so that on the earlier day nobody knew of it: entered late, and left since.
  const page = await open('shegong')
  await page.goto('/metrics/disability.total')
  await page.getByRole('link', { name: '为什么变了' }).first().click()
  const causes = page.getByRole('table', { name: '从那天的数到现在的数' })
  await causes.getByRole('row').filter({ hasText: '到期，移出' }).waitFor()
  const numbers = await causes.locator('tbody td.numeric, tfoot td.numeric').allTextContents()
  const amounts = numbers.map((text) => Number(text.replace('−', '-').replace(/[,+]/g, '')))
  expect(amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(amounts.at(-1))

  await causes.getByRole('button', { name: /^到期，移出/ }).click()
  const records = page.getByRole('region', { name: '到期，移出的记录' })
  await records.getByRole('link', { name: '翁变化' }).waitFor()
  expect(await records.textContent()).toContain('证件到期未换')
})
