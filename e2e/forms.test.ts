import { readFile } from 'node:fs/promises'
import { read, utils, type WorkBook, write } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { RecordView } from '../src/platform/contract/records.ts'
import type { Api } from './api.ts'
import { dropFile } from './drop-file.ts'
import { crossTableForm, householdForm, personListForm } from './hand-made-forms.ts'
import { phone } from './open-page.ts'
import { enter, nextIdNumber, register } from './people.ts'
import { community, firstGrid } from './staff.ts'
import { test } from './story.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const listTitle = '60周岁以上一、二级残疾人登记表'

const total = async (api: Api, query: string): Promise<number> =>
  (await api.get<{ total: number }>(`/api/records/${query}&limit=1`)).total

const choose = (page: Page, buffer: Buffer, name: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: spreadsheet, buffer })

/** Brings a blank form in through the page of forms; answers the address of its own page. */
const receive = async (page: Page, form: Buffer, name: string, title: string): Promise<string> => {
  await page.goto('/forms')
  await choose(page, form, name)
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
  return new URL(page.url()).pathname
}

/** Fills the form that is open, in clear, and answers the file as the clerk gets it. */
const fill = async (page: Page): Promise<Buffer> => {
  const links = page.getByRole('link', { name: '下载填好的表' })
  const earlier = await links.count()
  await page.getByLabel('填写的用途').fill('报区残联')
  await page.getByRole('checkbox', { name: /填全号/ }).check()
  await page.getByRole('button', { name: '填好这张表' }).click()
  await expect.poll(() => links.count(), { timeout: 60_000 }).toBe(earlier + 1)
  const [download] = await Promise.all([page.waitForEvent('download'), links.first().click()])
  return readFile(await download.path())
}

/** The texts of the first sheet, by an independent reader. */
const textsOf = (bytes: Buffer): string[][] => {
  const book = read(bytes)
  return utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, {
    header: 1,
    raw: false,
    defval: '',
  })
}

/** Everything in the package but the sheet that was filled, byte for byte. */
const expectOtherPartsAlike = (blank: Buffer, filled: Buffer) => {
  const [before, after] = [unzipSync(blank), unzipSync(filled)]
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort())
  for (const [part, bytes] of Object.entries(before)) {
    if (part === 'xl/worksheets/sheet1.xml') continue
    expect(Buffer.from(after[part]!).equals(Buffer.from(bytes)), part).toBe(true)
  }
}

/** A row of the first sheet as the package holds it: height, styles, texts. */
const rowOf = (bytes: Buffer, row: number): string | undefined =>
  strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!).match(
    new RegExp(`<row r="${row}"[^>]*>.*?</row>`),
  )?.[0]

const styleOf = (bytes: Buffer, cell: string): string | undefined =>
  strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!).match(new RegExp(`<c r="${cell}" s="(\\d+)"`))?.[1]

const mergesOf = (bytes: Buffer): string[] => {
  const book = read(bytes)
  return (book.Sheets[book.SheetNames[0]!]!['!merges'] ?? []).map((range) => utils.encode_range(range)).sort()
}

/** Somebody disabled of the second degree, 75 years old. */
const enrol = async (api: Api, name: string, certificateNumber?: string) => {
  const { person, idNumber } = await register(api, name, { values: { mobile: '13800003456' } })
  const values = { kind: '4', level: '2', certificateNumber }
  return { idNumber, entry: await enter(api, 'disability', person.id, values) }
}

test('a list that was dropped on the desk is understood, narrowed without writing rules, filled, and remembered', async ({
  open,
  api,
}) => {
  const clerk = api('shegong')
  const certificate = `${nextIdNumber()}42`
  const mine = await enrol(clerk, '符名单', certificate)
  const { person: other } = await register(clerk, '符三级')
  await enter(clerk, 'disability', other.id, { kind: '1', level: '3' })
  const blank = personListForm()

  const page = await open('shegong')
  await page.goto('/')
  await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()
  await dropFile(page, '登记表.xlsx', blank)
  const dialog = page.getByRole('dialog', { name: '“登记表.xlsx”是什么？' })
  // What it looks like stands first, and has the focus.
  await dialog.getByRole('button', { name: /^要填的空表.*表头下面是空的/ }).press('Enter')
  await page.getByRole('heading', { name: listTitle, level: 1 }).waitFor()
  await page.getByText('名单，表头在第 3～4 行').waitFor()

  // The title says which rows; one choice more or less is counted at once.
  const which = page.getByRole('region', { name: '填哪些行' })
  await which.getByRole('button', { name: '残疾等级为一级、二级' }).waitFor()
  await which.getByRole('button', { name: /年龄从 60/ }).waitFor()
  const counted = page.getByRole('region', { name: '填好的样子' }).getByRole('status')
  const count = (levels: string) =>
    total(clerk, `disability?area=${community}&level=${levels}&person.age=60..`)
  await expect.poll(() => counted.textContent()).toBe(`符合条件的共 ${await count('1,2')} 行`)
  await which.getByRole('button', { name: /^筛选/ }).click()
  await which.getByRole('group', { name: '残疾等级' }).getByRole('checkbox', { name: '二级' }).uncheck()
  await expect.poll(() => counted.textContent()).toBe(`符合条件的共 ${await count('1')} 行`)
  await which.getByRole('group', { name: '残疾等级' }).getByRole('checkbox', { name: '二级' }).check()
  await expect.poll(() => counted.textContent()).toBe(`符合条件的共 ${await count('1,2')} 行`)
  await page.getByRole('button', { name: '确认并记住' }).click()
  await page.getByRole('button', { name: '已确认，下次自动认出' }).waitFor()

  const filled = await fill(page)
  const rows = textsOf(filled)
  const people = rows.slice(4, -1)
  expect(people).toHaveLength(await count('1,2'))
  const row = people.find(([, name]) => name === '符名单')
  expect(row?.slice(1)).toEqual([
    '符名单',
    '2-女',
    mine.idNumber,
    '肢体残疾',
    '二级',
    certificate,
    '13800003456',
    '',
  ])
  expect(people.map(([serial]) => serial)).toEqual(people.map((_, index) => String(index + 1)))
  expect(people.some(([, name]) => name === '符三级')).toBe(false)
  expect(people.every((each) => ['一级', '二级'].includes(each[5]!))).toBe(true)
  expect(rows.at(-1)?.[0]).toBe('注：请于月底前报送。')

  for (const header of [3, 4]) expect(rowOf(filled, header)).toBe(rowOf(blank, header))
  expect(styleOf(filled, `D${4 + people.length}`)).toBe('2')
  const note = 5 + people.length
  expect(mergesOf(filled)).toEqual(
    [...mergesOf(blank).filter((range) => range !== 'A7:I7'), `A${note}:I${note}`].sort(),
  )
  expectOtherPartsAlike(blank, filled)

  // The same form next month asks nothing.
  const first = new URL(page.url()).pathname
  const second = await receive(page, personListForm(), '下个月的登记表.xlsx', listTitle)
  await page.getByText(/是同一张表，已按上次确认的对应/).waitFor()
  await page.getByRole('button', { name: '已确认，下次自动认出' }).waitFor()
  expect(await page.locator('.form-fields .asks').count()).toBe(0)
  expect(await page.getByRole('button', { name: '确认并记住' }).count()).toBe(0)
  expect(textsOf(await fill(page)).find(([, name]) => name === '符名单')?.[6]).toBe(certificate)

  // Handed in: nobody is asked for what it lacks any more.
  for (const id of [first, second]) {
    await page.goto(id)
    await page.getByRole('button', { name: '已报送，办结' }).click()
    await page.getByRole('button', { name: '重新打开' }).waitFor()
  }
})

test('what is missing is completed at the door, is in the next fill, and a change that comes back is accepted', async ({
  open,
  api,
}) => {
  const clerk = api('shegong')
  const { entry } = await enrol(clerk, '符缺证')
  const page = await open('shegong')
  const address = await receive(page, personListForm(), '缺证的登记表.xlsx', listTitle)
  const first = textsOf(await fill(page))
  expect(first.find(([, name]) => name === '符缺证')?.[6]).toBe('')
  const fills = page.getByRole('region', { name: '填写', exact: true })
  await fills.getByText(/缺项：.*残疾人证号 \d+ 处/).waitFor()

  const worker = await open('wangge', { viewport: phone })
  await worker.goto('/')
  const task = worker.getByRole('listitem').filter({ hasText: `补填“${listTitle}”的缺项` })
  await task.getByRole('button', { name: /^补填/ }).tap()
  await worker.waitForURL(`**/forms/gaps/${address.split('/').at(-1)}*`)
  const certificate = `${nextIdNumber()}42`
  const form = worker.getByRole('form', { name: '符缺证：残疾人台账' })
  await form.getByLabel(/^残疾人证号/).fill(certificate)
  expect(await worker.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await form.getByRole('button', { name: '保存' }).tap()
  await form.waitFor({ state: 'detached' })

  await page.reload()
  await page.getByRole('heading', { name: listTitle, level: 1 }).waitFor()
  await page.getByRole('link', { name: '下载填好的表' }).first().waitFor()
  const filled = await fill(page)
  const rows = textsOf(filled)
  const at = rows.findIndex(([, name]) => name === '符缺证')
  expect(rows[at]?.[6]).toBe(certificate)

  // Somebody corrects the level in another program and sends the file back.
  const book: WorkBook = read(filled)
  const sheet = book.Sheets[book.SheetNames[0]!]!
  const cell = `F${at + 1}`
  sheet[cell] = { t: 's', v: '一级' }
  const back = Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)
  await page.goto('/')
  await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()
  await dropFile(page, '缺证的登记表-改过.xlsx', back)
  const dialog = page.getByRole('dialog', { name: '“缺证的登记表-改过.xlsx”是什么？' })
  await dialog.getByRole('button', { name: /^交回来的表/ }).press('Enter')
  await page.getByRole('heading', { name: '交回来的是哪张表', level: 1 }).waitFor()
  await page.locator(`a[href*="${address}"]`).click()
  await page.getByRole('heading', { name: `回收的“${listTitle}”`, level: 1 }).waitFor()

  const difference = page.getByRole('row').filter({ hasText: cell }).filter({ hasText: '符缺证' })
  await difference.getByText('一级').waitFor()
  await difference.getByRole('checkbox').check()
  await page.getByRole('button', { name: '采纳 1 处' }).click()
  await difference.getByText('已采纳').waitFor()
  const record = await clerk.get<RecordView>(`/api/records/disability/${entry.id}`)
  expect(record.values).toMatchObject({ level: '1' })
})

test('a household’s form is filled for the household that is chosen', async ({ open, api }) => {
  const clerk = api('shegong')
  const { rows } = await clerk.get<{ rows: RecordView[] }>(
    `/api/records/household?area=${firstGrid}&limit=40`,
  )
  const home = rows.at(-1)!
  const { members } = await clerk.get<{ members: unknown[] }>(`/api/households/${home.id}`)
  const blank = householdForm()
  const page = await open('shegong')
  await receive(page, blank, '登记卡.xlsx', '住户信息登记表')
  await page.getByLabel('填哪一个').fill(home.display.number!)
  await page.getByTitle(home.display.number!).click()
  await page.getByRole('region', { name: '填好的样子' }).getByText(home.display.head!).waitFor()
  await page.getByRole('button', { name: '确认并记住' }).click()
  await page.getByRole('button', { name: '已确认，下次自动认出' }).waitFor()

  const filled = await fill(page)
  const [, first, second, third, fourth] = textsOf(filled)
  expect(first?.slice(0, 4)).toEqual(['户主姓名', home.display.head, '户号', home.display.number])
  expect(second?.[1]).not.toBe('')
  expect(third?.slice(0, 4)).toEqual(['家庭人口', String(members.length), '所属社区', '和平社区'])
  expect(fourth?.[1]).toBe('')
  expect(mergesOf(filled)).toEqual(['A1:D1', 'B5:D5'])
  expect(styleOf(filled, 'B2')).toBe('1')
  expectOtherPartsAlike(blank, filled)
})

test('a cross table is filled from metrics, every number with its source', async ({ open, api }) => {
  const clerk = api('shegong')
  await enrol(clerk, '符统计', `${nextIdNumber()}42`)
  const blank = crossTableForm()
  const page = await open('shegong')
  await receive(page, blank, '统计表.xlsx', '持证残疾人统计表')
  const filled = await fill(page)
  const rows = textsOf(filled)
  const figure = async (metric: string) => {
    const query = new URLSearchParams({ names: metric, area: community })
    const { figures } = await clerk.get<{ figures: { value: number }[] }>(`/api/figures?${query}`)
    return figures[0]?.value
  }
  expect(Number(rows[2]![3])).toBe(await figure('disability.certified;kind=4;level=2'))
  const numbers = rows.slice(2).map((row) => row.slice(1).map(Number))
  const sums = numbers
    .at(-1)!
    .map((_, column) => numbers.slice(0, -1).reduce((sum, row) => sum + row[column]!, 0))
  expect(numbers.at(-1)).toEqual(sums)
  for (const [whole, ...parts] of numbers) expect(whole).toBe(parts.reduce((sum, part) => sum + part, 0))
  expect(sums[0]).toBeGreaterThan(0)
  expect(mergesOf(filled)).toEqual(['A1:F1'])
  expect(rowOf(filled, 2)).toBe(rowOf(blank, 2))
  expectOtherPartsAlike(blank, filled)

  await page.getByRole('link', { name: '每一格的来源' }).first().click()
  await page.getByRole('heading', { name: '每一格的来源', level: 1 }).waitFor()
  await page.getByRole('table', { name: '每一格的来源' }).getByRole('button').first().click()
  await page.getByText('持证残疾人').first().waitFor()
})
