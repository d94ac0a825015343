import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { RecordView } from '../src/platform/contract/records.ts'
import { enter, register } from './people.ts'
import { firstGrid } from './staff.ts'
import { test } from './story.ts'

/** Types into the search box (Ctrl K) and answers the hits of one group. */
const find = async (page: Page, text: string, group: string) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索' }).fill(text)
  return page
    .getByRole('listbox', { name: '搜索结果' })
    .getByRole('group', { name: group })
    .getByRole('option')
}

const homes = (path: string) => `/api/records/household?area=${firstGrid}&limit=1${path}`

test('a person is found by name, pinyin initials, ID number and its tail, and opens with Enter', async ({
  open,
  api,
}) => {
  const { person, idNumber } = await register(api('shegong'), '甄嘉禾')
  const page = await open('shegong')
  await page.goto('/')
  await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()
  for (const text of ['甄嘉禾', 'zjh', idNumber, idNumber.slice(-4)]) {
    const hits = await find(page, text, '居民')
    await hits.filter({ hasText: '甄嘉禾' }).waitFor()
    await page.keyboard.press('Escape')
  }

  const hits = await find(page, idNumber, '居民')
  await hits.filter({ hasText: '甄嘉禾' }).waitFor()
  expect(await hits.count()).toBe(1)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '甄嘉禾', level: 1 }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/registry/persons/${person.id}`)
})

test('a dwelling is found by its address and opens beside the list', async ({ open, api }) => {
  const { rows } = await api('shegong').get<{ rows: RecordView[] }>(
    `/api/records/dwelling?area=${firstGrid}&limit=1`,
  )
  const address = rows[0]?.display.address ?? ''
  const page = await open('shegong')
  await page.goto('/')
  await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()
  const hit = (await find(page, address, '房屋')).first()
  await hit.waitFor()
  expect(await hit.textContent()).toContain(address)
  await hit.click()
  await page.getByRole('complementary', { name: '房屋详情' }).getByText(address).first().waitFor()
})

test("a person's page shows household, dwelling, ledgers and what changed", async ({ open, api }) => {
  const clerk = api('shegong')
  const { rows } = await clerk.get<{ rows: RecordView[] }>(homes(''))
  const home = rows[0]
  const { person } = await register(clerk, '甄同住', { household: home?.id ?? '' })
  await enter(clerk, 'elderCare', person.id, { currentStatus: '1', livingArrangement: '1' })
  const { members, dwelling } = await clerk.get<{ members: RecordView[]; dwelling: RecordView }>(
    `/api/persons/${person.id}`,
  )
  const page = await open('shegong')
  await page.goto(`/registry/persons/${person.id}`)
  await page.getByRole('heading', { name: '甄同住', level: 1 }).waitFor()

  const livingTogether = page.getByRole('region', { name: '同住的人' })
  for (const member of members)
    await livingTogether
      .getByText(member.display.name ?? '')
      .first()
      .waitFor()
  await page
    .getByRole('region', { name: '所住房屋' })
    .getByText(dwelling.display.address ?? '')
    .waitFor()
  await page.getByRole('region', { name: '所在台账' }).getByRole('link', { name: '老年人台账' }).waitFor()
  const timeline = page.getByRole('region', { name: '变更记录' })
  await timeline.getByText('登记居民').waitFor()
  await timeline.getByText('登记老年人台账').waitFor()
  expect(await timeline.getByText('陈静 记于').count()).toBe(2)

  await page.getByRole('link', { name: '住户主页' }).click()
  await page.getByRole('region', { name: '同住的人' }).getByRole('link', { name: '甄同住' }).waitFor()
})

test('a masked number is revealed for a purpose, and the auditor sees who looked and why', async ({
  open,
  api,
}) => {
  const { person, idNumber } = await register(api('shegong'), '甄遮蔽')
  const page = await open('shegong')
  await page.goto(`/registry/persons/${person.id}`)
  const facts = page.getByRole('region', { name: '基本信息' })
  await facts.getByText(`${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`).waitFor()
  expect(await page.content()).not.toContain(idNumber)

  await page.getByRole('button', { name: '查看公民身份号码原文' }).click()
  const dialog = page.getByRole('dialog', { name: '查看公民身份号码原文' })
  const look = dialog.getByRole('button', { name: '查看', exact: true })
  expect(await look.isDisabled()).toBe(true)
  await dialog.getByLabel('做什么用').fill('办理高龄津贴核对证件')
  await look.click()
  await facts.getByText(idNumber).waitFor()
  await page.getByRole('button', { name: '重新遮住公民身份号码' }).click()
  expect(await page.content()).not.toContain(idNumber)

  const auditor = await open('shenji')
  await auditor.goto('/audit?action=revealField')
  const row = auditor.getByRole('row').filter({ hasText: '办理高龄津贴核对证件' })
  await row.waitFor()
  expect(await row.textContent()).toContain('陈静')
  expect(await row.textContent()).toContain('甄遮蔽')
  expect(await auditor.content()).not.toContain(idNumber)
})

test('a clerk registers a resident, and the same ID number is not entered twice', async ({ open, api }) => {
  const { idNumber } = await register(api('shegong'), '甄在先')
  const page = await open('shegong')
  await page.goto('/registry')
  await page.getByRole('button', { name: '登记居民' }).click()
  await page.getByRole('heading', { name: '登记居民', level: 1 }).waitFor()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: '处需要改' }).waitFor()

  await page.getByLabel('所在网格').fill('和平第一')
  await page.keyboard.press('Enter')
  await page.getByLabel('姓名').fill('甄在后')
  await page.getByLabel('公民身份号码').fill(idNumber)
  await page.getByRole('radio', { name: '女' }).check()
  await page.getByLabel('出生日期').fill('1951.4.12')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('已经登记过，不需要重复登记').first().waitFor()
  const { persons } = await api('shegong').get<{ persons: RecordView[] }>(`/api/search?q=${idNumber}`)
  expect(persons.map(({ display }) => display.name)).toEqual(['甄在先'])
})
