import { readFile } from 'node:fs/promises'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { formatDateChinese, formatMonthChinese } from '../src/core/time/index.ts'
import { periodContaining, previousPeriod } from '../src/core/time/period.ts'
import { type FoundFigures, readFigures } from '../src/documents/figures/index.ts'
import type { ReportView } from '../src/modules/reports/contract.ts'
import { enter, register } from './people.ts'
import { community } from './staff.ts'
import { test } from './story.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const paper = (page: Page) => page.getByRole('region', { name: /正文$/ })
const verdicts = (page: Page) => page.getByRole('region', { name: '与台账核对' })

const figuresOf = (docx: Uint8Array): FoundFigures => {
  const found = readFigures(docx)
  if (!found.ok) throw new Error(found.message)
  if (found.value === 'none') throw new Error('no figures')
  return found.value
}

const download = async (page: Page): Promise<Buffer> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 Word' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/\.docx$/)
  return readFile(await file.path())
}

const make = async (page: Page, template: string) => {
  await page.goto('/reports')
  await page.getByRole('button', { name: '生成汇报' }).first().click()
  await page.getByRole('button', { name: template }).click()
  await page.getByRole('heading', { name: '写哪个区域？' }).waitFor()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('heading', { name: '写哪一段时间？' }).waitFor()
}

const publish = async (page: Page) => {
  await page.getByRole('button', { name: '定稿' }).click()
  await page.getByText('文中的数字连同出处一起封存').waitFor()
  await page.getByRole('button', { name: '定稿' }).last().click()
  await page.getByText('已定稿').first().waitFor()
}

/** Gives a .docx to the check page and answers the section of verdicts. */
const check = async (page: Page, name: string, docx: Uint8Array) => {
  await page.goto('/check')
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: word, buffer: Buffer.from(docx) })
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  await verdicts(page).getByRole('button', { name: '与台账核对' }).click()
  await verdicts(page).getByRole('status').waitFor()
}

/** The document with another number in place of a figure's, as an office's Word would leave it. */
const alter = (docx: Uint8Array, id: string, text: string): Uint8Array => {
  const parts = unzipSync(docx)
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const mark = xml.indexOf(id)
  const [from, to] = [xml.indexOf('<w:t', mark), xml.indexOf('</w:t>', mark)]
  const start = xml.indexOf('>', from) + 1
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml.slice(0, start) + text + xml.slice(to)) })
}

test('a monthly report writes itself; every number opens its source; published, it holds', async ({
  open,
  api,
}) => {
  const { today } = await api('shegong').get<{ today: string }>('/api/me')
  const lastMonth = previousPeriod(periodContaining('month', today))
  const page = await open('shegong')
  await make(page, '社区月度工作汇报')
  await page.getByRole('radio', { name: formatMonthChinese(lastMonth.from) }).check()
  await page.getByRole('button', { name: '生成汇报' }).click()
  await paper(page).waitFor()
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const report = await api('shegong').get<ReportView>(`/api/reports/${id}`)
  const numbers = paper(page).getByRole('button', { name: /查看出处$/ })
  expect(await numbers.count()).toBeGreaterThan(20)
  expect(await numbers.count()).toBeGreaterThanOrEqual(report.figures.length)

  await numbers.first().click()
  const lens = page.getByRole('dialog', { name: '数字的出处' })
  await lens.getByText('口径').waitFor()
  await lens.getByText(formatDateChinese(lastMonth.to)).first().waitFor()
  await lens.getByRole('link', { name: '查看记录' }).waitFor()
  await page.keyboard.press('Escape')

  await publish(page)
  const docx = await download(page)
  const marked = figuresOf(docx)
  expect(marked.report).toBe(id)
  expect(marked.figures.map((figure) => figure.id).sort()).toEqual(report.figures.map((one) => one.id).sort())
  expect(marked.figures.every(({ text, expectedText }) => text === expectedText)).toBe(true)

  await check(page, '十月汇报.docx', docx)
  await verdicts(page).getByText(`${marked.figures.length} 个数字全部与台账一致`).waitFor()

  const one = marked.figures.find(({ text }) => /^\d{2,}$/.test(text ?? ''))
  await check(page, '十月汇报改过.docx', alter(docx, one?.id ?? '', '98765'))
  await verdicts(page).getByText('被人改过').first().waitFor()
  const told = verdicts(page).getByRole('listitem').filter({ hasText: '98765' })
  expect(await told.textContent()).toContain(one?.title)
  expect(await told.textContent()).toContain(one?.expectedText)
})

test('a correction in the past makes a published number stale, and a new version puts it right', async ({
  open,
  api,
}) => {
  const clerk = api('shegong')
  const { person } = await register(clerk, '汇更正')
  const entry = await enter(clerk, 'disability', person.id, { kind: '1', level: '1' })
  const { id } = await clerk.act<{ id: string }>('createReport', {
    template: 'disability-work',
    area: community,
    period: '2026-09',
  })
  const page = await open('shegong')
  await page.goto(`/reports/${id}`)
  await publish(page)
  const docx = await download(page)
  const before = await clerk.get<ReportView>(`/api/reports/${id}`)

  await clerk.act('editEntry', {
    ledger: 'disability',
    id: entry.id,
    version: entry.version,
    mode: 'correction',
    on: entry.validFrom,
    values: { kind: '2' },
    reason: '当时录错了类别',
  })
  await check(page, '九月残疾人工作.docx', docx)
  await verdicts(page).getByText('台账已变').first().waitFor()
  expect(await verdicts(page).getByRole('status').textContent()).not.toContain('全部')

  // The published one stays as it was.
  const frozen = await clerk.get<ReportView>(`/api/reports/${id}`)
  expect(frozen.figures).toEqual(before.figures)
  await page.goto(`/reports/${id}`)
  await page.getByRole('button', { name: '更正' }).click()
  await page.getByLabel('更正的原因').fill('一人类别录错，已更正')
  await page.getByRole('button', { name: '生成更正版' }).click()
  await page.getByText('更正的原因：一人类别录错').waitFor()
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await verdicts(page).getByText('个数字全部与台账一致').waitFor()
})

test('a report of another area than the own is not to be had', async ({ api }) => {
  const make = { template: 'community-monthly', area: '990101002', period: '2026-09' }
  await expect(api('shegong').act('createReport', make)).rejects.toThrow(/4\d\d/)
  await expect(api('wangge').act('createReport', { ...make, area: community })).rejects.toThrow(/403/)
})
