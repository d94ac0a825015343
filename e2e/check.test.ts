import type { Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import { dropFile } from './drop-file.ts'
import { test } from './story.ts'

const report = [
  '2026年第三季度社区工作情况',
  '截至2026年9月末，社区共有残疾人100人，其中视力残疾20人，听力残疾30人，肢体残疾60人。',
  '2026年2月30日，社区组织志愿者入户走访。',
  '全年开展活动12场。',
].join('\n')

/** Everything that leaves the browser. */
const watch = (page: Page): Request[] => {
  const sent: Request[] = []
  page.on('request', (request) => sent.push(request))
  return sent
}

const carries = (request: Request, words: string): boolean =>
  request.method() !== 'GET' || (request.postData() ?? request.url()).includes(words)

test('a report is checked in the browser: what does not add up is explained, nothing is uploaded', async ({
  open,
}) => {
  const page = await open('shegong')
  await page.goto('/check')
  await page.getByText('文件不会上传').waitFor()
  const sent = watch(page)
  await page.locator('input[type=file]').setInputFiles({
    name: '三季度汇报.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(report),
  })
  await page.getByRole('heading', { name: '三季度汇报.txt', level: 1 }).waitFor()
  const findings = page.getByRole('region', { name: '要看的地方' }).getByRole('listitem')
  const sum = findings.filter({ hasText: '110' }).first()
  await sum.waitFor()
  expect(await sum.textContent()).toContain('100')
  const day = findings.filter({ hasText: '2月' }).filter({ hasText: '30' }).first()
  await day.waitFor()

  await sum.getByRole('button').first().click()
  const text = page.getByRole('region', { name: '正文' })
  await text.getByRole('button', { name: /^第 1 处/ }).waitFor()
  await sum.getByRole('button', { name: '属实' }).click()
  await sum.getByText('属实').first().waitFor()

  expect(sent.filter((request) => carries(request, '视力残疾')).map((request) => request.url())).toEqual([])
})

test('a report that adds up is not accused', async ({ open }) => {
  const page = await open('wangge')
  await page.goto('/check')
  await page
    .getByLabel('或者把文字粘贴到这里')
    .fill('截至2026年9月末，社区共有残疾人100人，其中视力残疾20人，听力残疾30人，肢体残疾50人。')
  await page.getByRole('button', { name: '核对文字' }).click()
  await page.getByText('没有发现问题').waitFor()
})

test('a file dropped on any page is checked there; what is no report is refused with a sentence', async ({
  open,
}) => {
  const page = await open('shegong')
  await page.goto('/')
  await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()
  await dropFile(page, '拖进来的汇报.txt', Buffer.from(report))
  await page.getByRole('heading', { name: '拖进来的汇报.txt', level: 1 }).waitFor()

  await page.getByRole('button', { name: '换一份' }).click()
  await page.locator('input[type=file]').setInputFiles({
    name: '其实不是.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('PK nothing of a document in here'),
  })
  const alert = page.getByRole('alert')
  await alert.first().waitFor()
  expect(await alert.first().textContent()).toMatch(/[\u4e00-\u9fff]{6,}/)
})
