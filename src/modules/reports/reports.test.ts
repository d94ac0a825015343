import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocx } from '../../documents/docx/index.ts'
import { type FoundFigures, readFigures } from '../../documents/figures/index.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { at, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { createReport } from './actions/create-report.ts'
import { publishReport } from './actions/publish-report.ts'
import { reviseReport } from './actions/revise-report.ts'
import { getReport, listReports, type ReportView } from './contract.ts'
import { reportsServer } from './server.ts'
import { openSmallOffice } from './testing/small-office.ts'
import { reportDocument } from './views/downloads.ts'

let house: TestOffice
let officer: Actor
let clerk: Actor
let other: Actor
beforeAll(async () => {
  house = await openSmallOffice()
  officer = await house.hire('officer', at('subdistrict'))
  clerk = await house.hire('clerk', at('north'))
  other = await house.hire('clerk', at('south'))
})
afterAll(() => house.close())

const make = async (actor: Actor, template: string, area: string, period = '2025-10'): Promise<string> =>
  ((await house.run(actor, createReport, { template, area, period })) as { id: string }).id

const readAs = async (actor: Actor, route: { path: string }, params: object = {}): Promise<unknown> => {
  const reader = reportsServer.readers.find((each) => each.route.path === route.path)!
  return await reader.answer(house.repository(actor), { params, query: {} }, house.office)
}
const reportOf = async (actor: Actor, id: string) => (await readAs(actor, getReport, { id })) as ReportView
const documentOf = (actor: Actor, id: string) =>
  reportDocument.run(house.repository(actor), { id }, house.office)
const marksOf = async (actor: Actor, id: string): Promise<FoundFigures> => {
  const read = readFigures((await documentOf(actor, id)).bytes)
  if (!read.ok || read.value === 'none') throw new Error('no marks')
  return read.value
}
const query = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await house.office.connection.pool.query(text, values)).rows as Row[]

const spansOf = ({ blocks }: ReportView) =>
  blocks.flatMap((block) => [...block.spans, ...(block.cells ?? []).flat()])

/** Words with digits that are no quantities: dates, periods, ages that name a group. */
const named = /\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{2}周岁/g

describe.each([
  ['community-monthly', 'subdistrict', '幸福街道2025年10月工作汇报'],
  ['community-monthly', 'north', '城北社区2025年10月工作汇报'],
  ['disability-work', 'subdistrict', '幸福街道2025年10月残疾人工作汇报'],
] as const)('the report %s of %s', (template, area, title) => {
  let report: ReportView
  beforeAll(async () => {
    report = await reportOf(officer, await make(officer, template, at(area)))
  })

  it('has a figure behind every number, on the screen and in the document', async () => {
    expect(report).toMatchObject({ title, state: 'draft', version: 1, asOf: '2025-10-31' })
    const ids = new Map(report.figures.map((figure) => [figure.id, figure]))
    for (const { text, figure } of spansOf(report)) {
      if (figure === null) expect(text.replace(named, '')).not.toMatch(/\d/)
      else expect(ids.get(figure)?.text).toBe(text)
    }
    const marks = await marksOf(officer, report.id)
    expect(marks.report).toBe(report.id)
    expect(marks.figures.map(({ id, text, value }) => [id, text, value])).toEqual(
      report.figures.map(({ id, text, value }) => [id, text, value]),
    )
    const read = readDocx((await documentOf(officer, report.id)).bytes)
    const printed = read.ok ? read.value.text.replace(/— .* —|\s/g, '') : ''
    expect(printed).toContain(
      spansOf(report)
        .slice(0, 40)
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
    )
  })

  it('says nothing that cannot be: no infinity, no empty number, no lost sentence', () => {
    const text = spansOf(report)
      .map((span) => span.text)
      .join('')
    expect(text).not.toMatch(/Infinity|NaN|null|undefined|，，|。。|，。|；。|，；/)
    expect(text).toContain('〔请补充：')
    for (const heading of ['一、基本情况', '二、主要工作', '三、存在问题', '四、下一步打算'])
      expect(text).toContain(heading)
  })

  it('counts what an independent query counts', async () => {
    const segments: Record<string, string> = {
      total: 'true',
      heavy: `fields->>'level' in ('1', '2')`,
      livingSubsidy: `fields->>'livingSubsidy' = 'true'`,
      careSubsidy: `fields->>'careSubsidy' = 'true'`,
      care: `fields->>'hasCareService' = 'true'`,
      alone: `fields->>'livingArrangement' = '1'`,
      emptyNest: `fields->>'livingArrangement' = '2'`,
      halfDependent: `fields->>'currentStatus' = '2'`,
      dependent: `fields->>'currentStatus' = '3'`,
      dibao: `fields->>'familyCategory' = '2'`,
      destitute: `fields->>'familyCategory' = '1'`,
      margin: `fields->>'familyCategory' = '3'`,
      hardToEmploy: `fields->>'isHardToEmploy' = 'true'`,
      entered: `valid_from >= '2025-10-01'`,
      children: `exists (select from person p where p.id = subject and p.birth_date > '2007-10-31')`,
      elderly: `exists (select from person p where p.id = subject and p.birth_date <= '1965-10-31')`,
    }
    const people: Record<string, string> = {
      residents: 'true',
      registeredResidents: `population_type = '1'`,
      floatingResidents: `population_type = '2'`,
      elders60: `birth_date <= '1965-10-31'`,
      elders80: `birth_date <= '1945-10-31'`,
      children: `birth_date > '2010-10-31'`,
      movedIn: `valid_from >= '2025-10-01'`,
    }
    let compared = 0
    for (const { metric, value, area: path, asOf, aspect } of report.figures) {
      if (aspect !== 'value') continue
      const [name = '', ...codes] = metric.split(';')
      const [ledger = '', segment = ''] = name.split('.')
      const condition = ledger === 'registry' ? people[segment] : segments[segment]
      if (condition === undefined) continue
      const narrowed = codes.map((code) => `fields->>'${code.split('=')[0]}' = '${code.split('=')[1]}'`)
      const [row] = await query<{ n: number }>(
        `select count(*) as n from ${ledger === 'registry' ? 'person' : 'ledger_entry'}
         where area like $1 || '%' and valid_from <= $2 and ${[condition, ...narrowed].join(' and ')}
         ${ledger === 'registry' ? '' : `and ledger = '${ledger}'`}`,
        [path, asOf],
      )
      expect([metric, path, value]).toEqual([metric, path, row!.n])
      compared += 1
    }
    expect(compared).toBeGreaterThan(20)
  })
})

describe('a figure', () => {
  it('knows the records behind it, and where its ledger does not reach back', async () => {
    const report = await reportOf(clerk, await make(clerk, 'community-monthly', at('north')))
    const teams = report.figures.find(({ metric }) => metric === 'volunteerTeam.total')
    expect(teams).toMatchObject({ value: 2, lastYear: null })
    const disabled = report.figures.find(
      ({ metric, aspect, area }) =>
        metric === 'disability.total' && aspect === 'change' && area === at('north'),
    )
    expect(disabled?.text).toMatch(/^增长\d/)
    const [row] = await query<{ inputs: string }>(
      'select inputs from figure where report = $1 and metric = $2 and area = $3 and aspect = $4',
      [report.id, 'volunteerTeam.total', at('north'), 'value'],
    )
    const [expected] = await query<{ hash: string }>(
      `select encode(sha256(string_agg(id || ':1', ',' order by id)::bytea), 'hex') as hash from ledger_entry
       where ledger = 'volunteerTeam' and area like $1 || '%'`,
      [at('north')],
    )
    expect(row?.inputs).toBe(expected!.hash)
  })

  it('has no rate where there was nothing a year before', async () => {
    const report = await reportOf(officer, await make(officer, 'community-monthly', at('southSecond')))
    const text = spansOf(report)
      .map((span) => span.text)
      .join('')
    expect(text).toContain('常住居民0人（上年同期无数据）')
    expect(text).toContain('占常住居民的比例暂无法计算')
    expect(text).not.toMatch(/Infinity|NaN|—%/)
  })
})

describe('the period', () => {
  const refused = (template: string, period: string) =>
    expect(house.run(clerk, createReport, { template, area: at('north'), period })).rejects.toMatchObject({
      code: 'field.invalid',
      places: [{ field: 'period' }],
    })

  it('has begun, is one of the template’s, and can be read', async () => {
    await refused('community-monthly', '2999-01')
    await refused('community-monthly', '2025-Q3')
    await refused('disability-work', '今年')
  })

  it('ends today while it lasts', async () => {
    const { today } = house.repository(clerk)
    const report = await reportOf(clerk, await make(clerk, 'disability-work', at('north'), today.slice(0, 4)))
    expect(report.asOf <= today).toBe(true)
    expect(report.period).toBe(today.slice(0, 4))
  })
})

describe('a published report', () => {
  let id: string
  beforeAll(async () => {
    id = await make(clerk, 'disability-work', at('north'))
    await house.run(clerk, publishReport, { id })
  })

  it('cannot be published twice, nor changed or removed by the application', async () => {
    expect(await reportOf(clerk, id)).toMatchObject({ state: 'published' })
    await expect(house.run(clerk, publishReport, { id })).rejects.toMatchObject({
      code: 'report.wrong_state',
    })
    for (const change of [
      `update report set blocks = '[]' where id = $1`,
      `update report set state = 'draft' where id = $1`,
      `update report set state = 'superseded', title = 'x' where id = $1`,
      'delete from report where id = $1',
      'update figure set value = 1 where report = $1',
      'delete from figure where report = $1',
    ])
      await expect(query(change, [id]), change).rejects.toThrow(/published|do not change/)
    await expect(query('truncate figure')).rejects.toThrow(/append-only|permission denied/)
  })

  it('is corrected by a new version, which takes its place', async () => {
    const before = await reportOf(clerk, id)
    const revised = (await house.run(clerk, reviseReport, { id, reason: '等级登记有误' })) as { id: string }
    expect(await reportOf(clerk, revised.id)).toMatchObject({
      state: 'draft',
      version: 2,
      reason: '等级登记有误',
      asOf: '2025-10-31',
    })
    const old = await reportOf(clerk, id)
    expect(old).toEqual({ ...before, state: 'superseded', successor: revised.id })
    for (const each of [id, revised.id])
      await expect(house.run(clerk, reviseReport, { id: each, reason: '再改一次' })).rejects.toMatchObject({
        code: 'report.wrong_state',
      })
    await expect(query(`update report set state = 'published' where id = $1`, [id])).rejects.toThrow()
  })
})

describe('a report outside one’s areas', () => {
  it('is not found by list, id, document or action, and cannot be made', async () => {
    const id = await make(clerk, 'disability-work', at('north'))
    const listed = (await readAs(other, listReports)) as { reports: ReportView[] }
    expect(listed.reports.some((report) => report.id === id)).toBe(false)
    const seen = (await readAs(officer, listReports)) as { reports: ReportView[] }
    expect(seen.reports.some((report) => report.id === id)).toBe(true)
    const gone = { code: 'report.not_found' }
    await expect(reportOf(other, id)).rejects.toMatchObject(gone)
    await expect(documentOf(other, id)).rejects.toMatchObject(gone)
    await expect(documentOf(clerk, 'no-uuid')).rejects.toMatchObject(gone)
    await expect(house.run(other, publishReport, { id })).rejects.toMatchObject(gone)
    await expect(house.run(other, reviseReport, { id, reason: '不是我的' })).rejects.toMatchObject(gone)
    for (const area of [at('south'), at('subdistrict')])
      await expect(
        house.run(clerk, createReport, { template: 'disability-work', area, period: '2025-10' }),
      ).rejects.toMatchObject({ code: 'right.missing' })
  })

  it('is told to the audit, downloads too', async () => {
    const id = await make(clerk, 'disability-work', at('north'))
    await documentOf(officer, id)
    const rows = await query<{ action: string }>(
      'select action from audit_entry where subject = $1 order by seq',
      [id],
    )
    expect(rows.map(({ action }) => action)).toEqual(['createReport', 'downloadReport'])
  })
})
