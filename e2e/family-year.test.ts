import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { RecordView } from '../src/platform/contract/records.ts'
import type { Api } from './api.ts'
import { phone } from './open-page.ts'
import { enter } from './people.ts'
import { community, firstGrid, secondGrid } from './staff.ts'
import { test } from './story.ts'

interface Answer {
  change: string
  person: string
  household: string
}

const moveIn = (api: Api, on: string, values: object, more: object) =>
  api.act<Answer>('moveIn', { on, area: firstGrid, values, ...more })

/** Grandfather and grandmother in one household; in January their son's wife and he have joined them. */
const settle = async (api: Api) => {
  const old = '2025-01-01'
  const grandfather = await moveIn(
    api,
    old,
    { name: '年大山', sex: '1', birthDate: '1946-02-03', maritalStatus: '20' },
    {},
  )
  const { household } = grandfather
  const joined = async (on: string, relation: string, values: object) =>
    (await moveIn(api, on, values, { household, relation })).person
  const grandmother = await joined(old, '12', {
    name: '余秀兰',
    sex: '2',
    birthDate: '1949-08-09',
    maritalStatus: '20',
  })
  const son = await joined('2026-01-10', '20', {
    name: '年建国',
    sex: '1',
    birthDate: '1985-05-05',
    maritalStatus: '20',
  })
  const elder = await enter(api, 'elderCare', grandmother, {
    currentStatus: '1',
    livingArrangement: '3',
    spouseStatus: '1',
  })
  const his = await enter(api, 'elderCare', grandfather.person, {
    currentStatus: '1',
    livingArrangement: '3',
  })
  const poor = await enter(api, 'assistance', grandmother, { familyCategory: '1', startedOn: '2025-03-01' })
  return { household, grandfather: grandfather.person, grandmother, son, elder, his, poor }
}

/** The days on which something happens: residents and households of the family, and how many live in which grid. */
const year: readonly [day: string, residents: number, households: number, first: number, second: number][] = [
  ['2025-12-31', 2, 1, 2, 0],
  ['2026-01-10', 4, 1, 4, 0],
  ['2026-03-05', 5, 1, 5, 0],
  ['2026-05-20', 4, 1, 4, 0],
  ['2026-08-01', 4, 2, 1, 3],
  ['2026-10-15', 1, 1, 1, 0],
]

/** Figures on each of these days: residents and households of the community, residents of two of its grids. */
const figuresOfYear = (api: Api): Promise<number[][]> =>
  Promise.all(
    year.map(([asOf]) =>
      Promise.all(
        [
          ['registry.residents', community],
          ['registry.households', community],
          ['registry.residents', firstGrid],
          ['registry.residents', secondGrid],
        ].map(async ([name, area]) => {
          const { figures } = await api.get<{ figures: { value: number }[] }>(
            `/api/figures?names=${name}&area=${area}&asOf=${asOf}`,
          )
          return figures[0]!.value
        }),
      ),
    ),
  )

const family = ['年大山', '余秀兰', '年建国', '夏秋月', '年小满']

/** How many of the family a list of a grid shows on a day. */
const listed = async (api: Api, area: string, asOf: string): Promise<number> => {
  const lists = await Promise.all(
    family.map((name) =>
      api.get<{ total: number }>(
        `/api/records/person?asOf=${asOf}&area=${area}&limit=1&q=${encodeURIComponent(name)}`,
      ),
    ),
  )
  return lists.reduce((sum, { total }) => sum + total, 0)
}

const confirm = async (page: Page) => {
  await page.getByRole('button', { name: '确认办理' }).click()
  await page.waitForURL('**/registry/households/*')
}

const takeDay = async (page: Page, label: string, day: string) => {
  await page.getByLabel(label, { exact: true }).fill(day)
  await page.getByLabel(label, { exact: true }).blur()
}

test("a family's year: moved in, a child born, grandmother widowed and left alone, household split, moved away; every past day agrees", async ({
  open,
  api,
}) => {
  const clerk = api('shegong')
  const before = await figuresOfYear(clerk)
  const { household, grandfather, elder, his } = await settle(clerk)
  const page = await open('shegong')

  // January: the wife moves in, on the page, with the household filled in.
  await page.goto(`/registry/households/${household}`)
  await page.getByRole('button', { name: '办理变动' }).click()
  await page.getByRole('link', { name: '迁入一人' }).click()
  await takeDay(page, '从哪天起住在这里', '2026.1.10')
  await page.getByLabel('与户主关系').fill('儿媳')
  await page.keyboard.press('Enter')
  await page.getByLabel('姓名').fill('夏秋月')
  await page.getByRole('radio', { name: '女' }).check()
  await page.getByLabel('出生日期').fill('1990-10-10')
  await page.getByLabel('出生日期').blur()
  await page.getByRole('region', { name: '会发生什么' }).getByText('夏秋月迁入').waitFor()
  await confirm(page)
  await page.getByRole('region', { name: '同住的人' }).getByText('夏秋月').waitFor()

  // March: a child, born to the daughter-in-law: the head's grandson.
  await page.getByRole('region', { name: '同住的人' }).getByRole('link', { name: '夏秋月' }).click()
  await page.getByRole('heading', { level: 1, name: '夏秋月' }).waitFor()
  await page.getByRole('button', { name: '办理变动' }).click()
  await page.getByRole('link', { name: '生育' }).click()
  await takeDay(page, '出生日期', '2026-03-05')
  await page.getByLabel('姓名').fill('年小满')
  await page.getByRole('radio', { name: '男' }).check()
  await confirm(page)
  const child = page
    .getByRole('region', { name: '同住的人' })
    .getByRole('listitem')
    .filter({ hasText: '年小满' })
  expect(await child.textContent()).toContain('孙子')

  // May: the grandfather dies. What follows is shown first, then done.
  await page.goto(`/registry/changes/registerDeath?person=${grandfather}`)
  await takeDay(page, '去世日期', '2026-05-20')
  await page.getByRole('radio', { name: /余秀兰/ }).check()
  const preview = page.getByRole('region', { name: '会发生什么' })
  await preview.getByText('年大山移出老年人台账').waitFor()
  await preview.getByText('余秀兰享受低保，家庭人口有变，请复核待遇').waitFor()
  await page.getByLabel('年建国与户主关系').waitFor()
  expect((await clerk.get<{ person: RecordView }>(`/api/persons/${grandfather}`)).person.validTo).toBeNull()
  await confirm(page)

  // August: the young family sets up a household of its own in the next grid; she is alone now.
  await page.getByRole('button', { name: '办理变动' }).click()
  await page.getByRole('link', { name: '分户' }).click()
  await takeDay(page, '从哪天起分户', '2026-08-01')
  for (const name of ['年建国', '夏秋月', '年小满']) await page.getByRole('checkbox', { name }).check()
  await page.getByRole('group', { name: '新户的户主' }).getByRole('radio', { name: '年建国' }).check()
  await page.getByLabel('住到哪个网格').fill('和平第二')
  await page.keyboard.press('Enter')
  await preview.getByText(/余秀兰（\d+ 岁）从此独居，请上门探访/).waitFor()
  await confirm(page)
  await page.getByRole('region', { name: '同住的人' }).getByText('年小满').waitFor()
  const young = new URL(page.url()).pathname.split('/').at(-1)!

  // October: they leave the district.
  await page.getByRole('button', { name: '办理变动' }).click()
  await page.getByRole('link', { name: '全户或部分迁出' }).click()
  await takeDay(page, '从哪天起不住在这里', '2026-10-15')
  await page.getByLabel('迁到哪里').fill('江苏南京')
  await preview.getByText('已无人居住').waitFor()
  await page.getByRole('button', { name: '确认办理' }).click()
  await page.waitForURL(`**/registry/households/${young}`)

  // Lists, figures and the sums of their parts agree on every day of the year.
  const after = await figuresOfYear(clerk)
  for (const [index, [day, ...lives]] of year.entries()) {
    expect([day, ...after[index]!.map((value, at) => value - before[index]![at]!)]).toEqual([day, ...lives])
    const areas = [community, firstGrid, secondGrid]
    expect(await Promise.all(areas.map((area) => listed(clerk, area, day)))).toEqual([
      lives[0],
      ...lives.slice(2),
    ])
  }
  const membersAt = async (home: string, asOf: string) =>
    (await clerk.get<{ members: RecordView[] }>(`/api/households/${home}?asOf=${asOf}`)).members
      .map(({ display }) => display.name ?? '')
      .toSorted()
  expect(await membersAt(household, '2026-03-31')).toEqual(family.toSorted())
  expect(await membersAt(household, '2026-08-01')).toEqual(['余秀兰'])
  expect(await membersAt(young, '2026-10-14')).toHaveLength(3)
  const entryAt = async (id: string, asOf: string) =>
    (await clerk.get<RecordView>(`/api/records/elderCare/${id}?asOf=${asOf}`)).values
  expect(await entryAt(elder.id, '2026-05-19')).toMatchObject({ spouseStatus: '1', livingArrangement: '3' })
  expect(await entryAt(elder.id, '2026-05-20')).toMatchObject({ spouseStatus: '2', livingArrangement: '3' })
  expect(await entryAt(elder.id, '2026-08-01')).toMatchObject({ spouseStatus: '2', livingArrangement: '1' })
  await expect(entryAt(his.id, '2026-05-20')).rejects.toThrow('404')

  // The page of a past day shows that day; who lived here from when to when stands below.
  await page.goto(`/registry/households/${household}?asOf=2026-04-01`)
  await page.getByRole('region', { name: '同住的人' }).getByText('年小满').waitFor()
  expect(await page.getByRole('region', { name: '同住的人' }).getByRole('listitem').count()).toBe(5)
  await page.goto(`/registry/households/${household}`)
  const stays = page.getByRole('region', { name: '历来住在这一户的人' })
  const dead = stays.getByRole('row').filter({ hasText: '年大山' })
  expect(await dead.textContent()).toContain('2026-05-20 去世')
  expect(await stays.getByRole('row').filter({ hasText: '年建国' }).textContent()).toContain(
    '2026-08-01 转到另一户',
  )

  // The desk asks somebody to visit her.
  await page.goto('/registry/follow-ups')
  const visit = page.getByRole('listitem').filter({ hasText: '余秀兰' }).filter({ hasText: '从此独居' })
  await visit.getByRole('button', { name: /^办结/ }).click()
  await visit.waitFor({ state: 'detached' })
})

test('a change is taken back from the bar and from the page, and refused once something stands on it', async ({
  open,
  api,
}) => {
  const clerk = api('shegong')
  const { household, grandfather, grandmother, son } = await settle(clerk)
  const page = await open('shegong', { viewport: phone })
  await page.goto(`/registry/persons/${son}`)
  await page.getByRole('button', { name: '办理变动' }).click()
  await page.getByRole('link', { name: '迁出', exact: true }).click()
  await page.getByRole('region', { name: '会发生什么' }).getByText('年建国迁出').waitFor()
  await page.getByRole('button', { name: '确认办理' }).click()
  await page
    .getByRole('button', { name: '撤 销' })
    .or(page.getByRole('button', { name: '撤销', exact: true }))
    .click()
  await page.getByRole('region', { name: '同住的人' }).getByText('年建国').waitFor()

  await clerk.act('registerDeath', {
    on: '2026-05-20',
    person: grandfather,
    newHead: grandmother,
    relations: { [son]: '20' },
  })
  await clerk.act('changeHead', { on: '2026-06-01', household, head: son })
  await page.goto(`/registry/persons/${grandmother}`)
  const line = page
    .getByRole('region', { name: '办过的变动' })
    .getByRole('listitem')
    .filter({ hasText: '去世' })
  await line.getByRole('button').click()
  await page.getByText(/不能再整件撤销/).waitFor()
  expect((await clerk.get<{ person: RecordView }>(`/api/persons/${grandfather}`)).person.validTo).toBe(
    '2026-05-20',
  )
})

test('two records of one person are found, held side by side and merged; two people are told apart and stay so', async ({
  open,
  api,
}) => {
  const clerk = api('shegong')
  const born = { sex: '2', birthDate: '1977-07-07' }
  const one = await moveIn(clerk, '2025-01-01', { ...born, name: '重双双' }, {})
  const two = await moveIn(clerk, '2025-02-01', { ...born, name: '重双双', workplace: '市第二医院' }, {})
  for (const name of ['虫小小', '虫小小'])
    await moveIn(clerk, '2025-01-01', { ...born, name, birthDate: '1979-09-09' }, {})
  const page = await open('shegong')
  await page.goto('/registry/duplicates')
  await page.getByRole('button', { name: /查找/ }).click()
  const pair = page.getByRole('article', { name: /^重双双/ })
  await pair.getByText('姓名相同；出生日期相同。').waitFor()
  await pair.getByRole('button', { name: '是同一人，去合并' }).click()
  await page.getByRole('checkbox', { name: /工作单位/ }).waitFor()
  await page.getByRole('button', { name: '确认办理' }).click()
  const standing = async () =>
    (
      await clerk.get<{ rows: RecordView[] }>(`/api/records/person?q=${encodeURIComponent('重双双')}`)
    ).rows.map(({ id }) => id)
  await expect.poll(standing).toHaveLength(1)
  expect([one.person, two.person]).toContain((await standing())[0])

  await page.goto('/registry/duplicates')
  const apart = page.getByRole('article', { name: /^虫小小/ })
  await apart.getByRole('button', { name: '不是同一人' }).click()
  await apart.waitFor({ state: 'detached' })
  const { job } = await clerk.act<{ job: string }>('findDuplicates', {})
  await expect.poll(async () => (await clerk.get<{ state: string }>(`/api/jobs/${job}`)).state).toBe('done')
  await page.goto('/registry/duplicates')
  await page.getByText(/^系统只提出/).waitFor()
  expect(await apart.count()).toBe(0)
})
