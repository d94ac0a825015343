import { expect } from 'vitest'
import { readWorkbook, writeTable } from '../src/documents/xlsx/index.ts'
import { takeMadeFile } from './made-file.ts'
import { enter, register } from './people.ts'
import { test } from './story.ts'

test('who should stand in a ledger is proposed with the reason, and entered when somebody says so', async ({
  open,
  api,
}) => {
  const name = '翁应进'
  await register(api('shegong'), name, { values: { populationType: '2' } })
  const page = await open('shegong')
  await page.goto('/ledgers/floatingResident')
  await page.getByRole('button', { name: '进出和核实' }).click()
  const list = page.getByRole('list', { name: '应进未进' })
  const row = list.getByRole('listitem').filter({ hasText: name })
  await row.waitFor()
  expect(await row.textContent()).toContain('登记为流动人口。')
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: '登记所选 1 条' }).click()
  await row.waitFor({ state: 'detached' })
  await page.goto(`/ledgers/floatingResident?q=${encodeURIComponent(name)}`)
  await page.getByRole('table', { name: '流动人口台账' }).getByText(name).waitFor()
})

test('a ledger is exported with numbers, edited elsewhere, brought back and compared', async ({
  open,
  api,
}) => {
  const clerk = api('shegong')
  const [mine, both] = ['翁带回', '翁两改']
  const entries = new Map<string, { id: string; version: number }>()
  for (const name of [mine, both]) {
    const { person } = await register(clerk, name)
    entries.set(name, await enter(clerk, 'veteran', person.id, { kind: '1' }))
  }
  const page = await open('shegong')
  await page.goto(`/ledgers/veteran?q=${encodeURIComponent('翁')}`)
  await page.getByRole('table', { name: '退役军人和优抚对象台账' }).getByText(both).waitFor()
  await page.getByRole('button', { name: '导出' }).click()
  const dialog = page.getByRole('dialog', { name: '导出退役军人和优抚对象台账' })
  await dialog.getByLabel('用途').fill('带到网格核对')
  await dialog.getByRole('checkbox', { name: /带编号/ }).check()
  await dialog.getByRole('button', { name: '开始导出' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const file = await takeMadeFile(page, /^导出退役军人和优抚对象台账/)

  // Elsewhere: both become 烈士遗属. Meanwhile one of them is changed here, too.
  const book = await readWorkbook(file.bytes)
  if (!book.ok) throw new Error(book.message)
  const sheet = book.value.sheets.find(({ hidden }) => !hidden)!
  const header = sheet.rows.find(({ cells }) => cells.some(({ text }) => text === '优抚类型'))!
  const titles = header.cells.map(({ text }) => text)
  const rows = sheet.rows
    .filter(({ number, cells }) => number > header.number && cells.length > 3)
    .map(({ cells }) =>
      header.cells.map(({ column, text: title }) => {
        const text = cells.find((cell) => cell.column === column)?.text ?? ''
        return title === '优抚类型' ? '烈士遗属' : text
      }),
    )
  const today = (await clerk.get<{ today: string }>('/api/me')).today
  await clerk.act('editEntry', {
    ledger: 'veteran',
    id: entries.get(both)!.id,
    version: 1,
    mode: 'change',
    on: today,
    values: { kind: '3' },
  })
  const buffer = Buffer.from(
    await writeTable({ columns: titles.map((title) => ({ header: title, format: 'text' as const })), rows }),
  )
  await page.goto('/ledgers/veteran/returned')
  await page.locator('input[type=file]').setInputFiles({ name: '改好.xlsx', mimeType: '', buffer })
  const result = page.getByRole('list', { name: '比对结果' })
  await result.getByRole('radiogroup', { name: `${both}用哪一边` }).waitFor()
  await result
    .getByRole('radiogroup', { name: `${both}用哪一边` })
    .getByText('用系统里的')
    .click()
  await page.getByRole('button', { name: '写入改动' }).click()
  await result.getByRole('radiogroup', { name: `${mine}用哪一边` }).waitFor({ state: 'detached' })
  const kindOf = async (name: string) =>
    (await clerk.get<{ values: { kind: string } }>(`/api/records/veteran/${entries.get(name)!.id}`)).values
      .kind
  expect([await kindOf(mine), await kindOf(both)]).toEqual(['5', '3'])
})
