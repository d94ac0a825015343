import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readDocx } from '../src/documents/docx/index.ts'
import { addComments, plainDocx } from '../src/documents/docx-comments/index.ts'
import type { Figure } from '../src/platform/contract/figures.ts'
import type { Api } from './api.ts'
import { community } from './staff.ts'
import { test } from './story.ts'

const figureOf = async (api: Api, name: string): Promise<number> => {
  const { figures } = await api.get<{ figures: Figure[] }>(`/api/figures?names=${name}&area=${community}`)
  return figures[0]!.value!
}

/** A report of the community: one number right, one wrong, one that no metric counts under that name. */
const reportOf = async (api: Api) => {
  const [disabled, alone] = [await figureOf(api, 'disability.total'), await figureOf(api, 'elderCare.alone')]
  const text = [
    '和平社区工作汇报',
    '一、基本情况',
    `社区现有残疾人${disabled}人。现有独居老年人${alone + 7}人。`,
    '社区现有暖巢守护户主12人。',
    '二、主要做法',
    '全年走访262户，分为困难家庭120户、独居老人85户、其他家庭47户。',
    '2026年2月30日召开总结会。',
  ].join('\n')
  return { text, disabled, alone }
}

/** Somebody had remarked on it before. */
const remarked = (text: string): Buffer => {
  const docx = addComments(plainDocx(text), [{ start: 0, end: 4, text: '请书记过目' }], {
    name: '陈静',
    initials: '陈',
    at: '2026-11-01T08:00:00Z',
  })
  if (!docx.ok) throw new Error(docx.message)
  return Buffer.from(docx.value)
}

const textOf = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(unzipSync(bytes)[part])

const drop = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

const findingsIn = (page: Page) =>
  page.getByRole('region', { name: '要看的地方' }).locator('.finding-list > li')

test('a clerk walks the findings by keyboard, compares with the ledgers and takes Word comments along', async ({
  open,
  api,
}) => {
  const { text, disabled, alone } = await reportOf(api('shegong'))
  const file = remarked(text)
  const page = await open('shegong')
  await page.goto('/check')
  await drop(page, '年终汇报.docx', file)
  await page.getByRole('heading', { name: '年终汇报.docx', level: 1 }).waitFor()
  const findings = findingsIn(page)
  await findings.first().waitFor()
  const count = await findings.count()
  expect(count).toBeGreaterThan(1)

  await page.keyboard.press('j')
  await findings.nth(0).and(page.locator('.looked')).waitFor()
  await page.keyboard.press('a')
  await findings.nth(0).getByText('属实').waitFor()
  await page.keyboard.press('j')
  await findings.nth(1).and(page.locator('.looked')).waitFor()
  const dismissed = (await findings.nth(1).locator('.finding-message').textContent())!
  await page.keyboard.press('d')
  await page.getByRole('form', { name: '为什么不是问题' }).waitFor()
  await page.keyboard.press('4')
  await findings.nth(1).getByText('理由：已与原始材料核实').waitFor()
  await page.keyboard.press('u')
  await findings.nth(1).getByRole('button', { name: '不是问题…' }).waitFor()
  await page.keyboard.press('d')
  await page.keyboard.press('2')
  await findings.nth(1).getByText('理由：口径不同').waitFor()

  const [sent] = await Promise.all([
    page.waitForRequest('**/api/actions/compareWithLedgers'),
    page.getByRole('button', { name: '对照台账' }).click(),
  ])
  expect(sent.postData()).toContain('残疾人')
  expect(sent.postData()).not.toContain('请书记过目')
  const against = page.getByRole('region', { name: '对照台账' })
  const confirmed = against.locator('[data-verdict=confirmed]').filter({ hasText: '残疾人' })
  await confirmed.waitFor()
  expect(await confirmed.textContent()).toContain(String(disabled))
  const differing = against.locator('[data-verdict=differs]').filter({ hasText: '独居老年人' })
  expect(await differing.textContent()).toContain('文中多 7人')
  await differing.getByRole('button', { name: `台账里的独居老年人数 ${alone}人，查看出处` }).click()
  await page.getByRole('dialog', { name: '数字的出处' }).getByText('口径').waitFor()
  await page.keyboard.press('Escape')

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 Word 批注' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('年终汇报（批注）.docx')
  const copy = readFileSync(await download.path())
  const read = readDocx(copy)
  expect(read.ok && read.value.text.trim()).toBe(text)
  const comments = textOf(copy, 'word/comments.xml')
  expect(comments).toContain('请书记过目')
  expect(comments).toContain('与台账不同')
  expect(comments).not.toContain(dismissed)
  expect(comments.match(/<w:comment /g)).toHaveLength(1 + (count - 1) + 1)
  expect(textOf(copy, 'word/styles.xml')).toBe(textOf(file, 'word/styles.xml'))

  // The review is known again when the same report comes back, in another session too.
  await page.reload()
  await drop(page, '改了名.docx', file)
  await findingsIn(page).nth(1).getByText('理由：口径不同').waitFor()
})

test('what a clerk teaches is known from then on, is listed with the name, and can be taken back', async ({
  open,
  api,
}) => {
  const { text } = await reportOf(api('shegong'))
  const page = await open('shegong')
  await page.goto('/check')
  await page.getByLabel('或者把文字粘贴到这里').fill(text)
  await page.getByRole('button', { name: '核对文字' }).click()
  await page.getByRole('button', { name: '对照台账' }).click()
  const against = page.getByRole('region', { name: '对照台账' })
  const unknown = against.locator('li[data-compared]').filter({ hasText: '暖巢守护户主' })
  await unknown.getByRole('button', { name: '告诉系统是哪个指标…' }).click()
  await unknown.getByRole('combobox', { name: '选一个指标' }).fill('空巢老年人数')
  await page.locator('.ant-select-item-option').filter({ hasText: '空巢老年人数' }).click()
  const known = against.locator('[data-verdict=differs]').filter({ hasText: '暖巢守护户主' })
  await known.getByText('空巢老年人数').waitFor()

  await against.getByRole('link', { name: '教过的说法' }).click()
  await page.getByRole('heading', { name: '教过的说法', level: 1 }).waitFor()
  const word = page.getByRole('listitem').filter({ hasText: '暖巢守护户主' })
  expect(await word.textContent()).toContain('陈静')
  await word.getByRole('button', { name: /^删除/ }).click()
  await page.getByRole('status').filter({ hasText: '删除了' }).waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await word.waitFor()
  await word.getByRole('button', { name: /^删除/ }).click()
  await word.waitFor({ state: 'detached' })
})

test('an old .doc is read in the browser, and pasted text goes out as a document with comments', async ({
  open,
}) => {
  const page = await open('shegong')
  await page.goto('/check')
  const doc = readFileSync(new URL('../src/documents/doc/report.fixture.doc', import.meta.url))
  await drop(page, '旧汇报.doc', doc)
  await findingsIn(page).filter({ hasText: '252' }).first().waitFor()
  await page.getByRole('button', { name: '换一份' }).click()

  await page.getByLabel('或者把文字粘贴到这里').fill('共有262户，分为甲120户、乙85户、丙47户。')
  await page.getByRole('button', { name: '核对文字' }).click()
  await findingsIn(page).first().waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 Word 批注' }).click(),
  ])
  const copy = readFileSync(await download.path())
  expect(textOf(copy, 'word/comments.xml')).toContain('252')
})
