import { Document, Packer, Paragraph } from 'docx'
import { expect } from 'vitest'
import { formatMonthChinese } from '../src/core/time/index.ts'
import { periodContaining, previousPeriod } from '../src/core/time/period.ts'
import type { Figure } from '../src/platform/contract/figures.ts'
import { test } from './story.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const template = (...lines: string[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }))

test("an office's own Word template: a wrong tag is told with its place, the right one fills itself", async ({
  open,
  api,
}) => {
  const page = await open('shuji')
  await page.goto('/reports/templates')
  const files = page.locator('input[type=file]')
  await files.setInputFiles({
    name: '残联简报.docx',
    mimeType: word,
    buffer: await template('残联简报', '目前共有残疾人{残疾人数量数}人。'),
  })
  await page.getByRole('button', { name: '上传模板' }).click()
  const told = page.getByRole('alert').filter({ hasText: '残疾人数量数' })
  await told.waitFor()
  // The nearest name is offered.
  expect(await told.textContent()).toContain('残疾人数')
  expect(await told.textContent()).toMatch(/第 ?2 ?段|共有残疾人/)

  await files.setInputFiles({
    name: '残联简报.docx',
    mimeType: word,
    buffer: await template('残联简报', '目前共有残疾人{残疾人数}人。'),
  })
  await page.getByRole('button', { name: '上传模板' }).click()
  await page.getByRole('listitem').filter({ hasText: '残联简报' }).waitFor()

  await page.goto('/reports/new')
  await page.getByRole('button', { name: '残联简报' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  const { today } = await api('shuji').get<{ today: string }>('/api/me')
  const lastMonth = previousPeriod(periodContaining('month', today))
  await page.getByRole('radio', { name: formatMonthChinese(lastMonth.from) }).check()
  await page.getByRole('button', { name: '生成汇报' }).click()
  const number = page
    .getByRole('region', { name: /正文$/ })
    .getByRole('button', { name: /^残疾人数 .*查看出处$/ })
  await number.waitFor()
  const { figures } = await api('shuji').get<{ figures: Figure[] }>(
    `/api/figures?names=disability.total&asOf=${lastMonth.to}`,
  )
  expect(await number.textContent()).toBe(figures[0]?.text)
})

test('a clerk makes reports of templates, but brings none', async ({ open }) => {
  const page = await open('shegong')
  await page.goto('/reports/templates')
  await page.getByText('社区月度工作汇报').first().waitFor()
  expect(await page.getByRole('button', { name: '选择文件' }).count()).toBe(0)
})
