import { globSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { RequestView } from '../src/modules/forms/contract-request.ts'
import type { RecordView } from '../src/platform/contract/records.ts'
import type { Api } from './api.ts'
import { expectAccessible, expectContrast } from './axe.ts'
import { disabilityWorkbook } from './hand-made-workbook.ts'
import { desk, phone } from './open-page.ts'
import { enter, nextIdNumber, register } from './people.ts'
import { community, firstGrid, type Username } from './staff.ts'
import { test } from './story.ts'
import { watchRequests } from './watch-requests.ts'

interface Visit {
  as: Username
  /** As the router writes it. */
  path: string
  address: string
  /** What is opened on the page before it is looked at. */
  open?: (page: Page) => Promise<void>
}

const upload = async (page: Page) => {
  const buffer = disabilityWorkbook([
    { name: '翁甲', idNumber: nextIdNumber() },
    { name: '翁乙', idNumber: '990101195104120011' },
  ])
  await page.locator('input[type=file]').setInputFiles({ name: '翁.xlsx', mimeType: '', buffer })
  await page.getByRole('table', { name: '有错误的格' }).waitFor()
}

const checkText = async (page: Page) => {
  await page
    .getByLabel('或者把文字粘贴到这里')
    .fill('共有残疾人100人，其中视力残疾20人，听力残疾30人，肢体残疾60人。')
  await page.getByRole('button', { name: '核对文字' }).click()
  await page.getByRole('region', { name: '要看的地方' }).getByRole('listitem').first().waitFor()
}

const compareText = async (page: Page) => {
  await checkText(page)
  await page.getByRole('button', { name: '对照台账' }).click()
  await page.getByRole('region', { name: '对照台账' }).locator('[data-verdict]').first().waitFor()
}

const openLens = async (page: Page) => {
  await page
    .getByRole('button', { name: /查看出处$/ })
    .first()
    .click()
  await page.getByRole('dialog', { name: '数字的出处' }).getByText('口径').waitFor()
}

const openFilters = async (page: Page) => {
  await page.getByRole('button', { name: /^筛选/ }).click()
  await page.getByRole('group', { name: '残疾类别' }).waitFor()
}

const openSearch = async (page: Page) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索' }).fill('残')
  await page.getByRole('option').first().waitFor()
}

const sendEmpty = async (page: Page) => {
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: '处需要改' }).waitFor()
}

const openEntry = async (page: Page) => {
  await page.getByRole('button', { name: '修改' }).click()
  await page.getByRole('button', { name: '保存' }).waitFor()
}

const ownLedger = {
  name: 'pagesown',
  title: '楼道杂物台账',
  unit: '处',
  fields: [{ key: 'place', title: '位置', type: { type: 'text', max: 60 }, required: true }],
}

const pickField = async (page: Page) => {
  await page.getByLabel('从数据字典里找字段').fill('隐患')
  await page.getByRole('button', { name: /^加入/ }).first().click()
  await page.getByRole('region', { name: '表单的样子' }).waitFor()
}

const showConsequences = async (page: Page) => {
  await page.getByRole('region', { name: '会发生什么' }).getByRole('listitem').first().waitFor()
}

const showMerge = async (page: Page) => {
  await page.getByRole('region', { name: '会发生什么' }).getByText('的重复登记并入').waitFor()
}

const confirmEmpty = async (page: Page) => {
  await page.getByRole('button', { name: '确认办理' }).click()
  await page.getByRole('alert').filter({ hasText: '处需要改' }).waitFor()
}

const handOutCode = async (page: Page) => {
  await page.getByLabel('本人想了解什么').fill('登记了我的哪些信息')
  await page.getByRole('button', { name: '开具查询码' }).click()
  await page.getByRole('region', { name: '查询码' }).waitFor()
}

const lookForDuplicates = async (page: Page) => {
  await page.getByRole('button', { name: /查找/ }).click()
  await page.getByRole('button', { name: '不是同一人' }).first().waitFor()
}

const proposeCategory = async (page: Page) => {
  await page.getByLabel('反映的内容').fill('翁家湾路口井盖松动，走过有响声')
  await page.getByText('按内容提出').waitFor()
}

const publishForm = async (page: Page) => {
  await page.getByRole('button', { name: '发布' }).first().click()
  await page.getByRole('form', { name: '发布公告公示' }).waitFor()
}

const openService = async (page: Page) => {
  await page.getByRole('link', { name: '老年人优待证' }).first().click()
  await page.getByRole('button', { name: '开放时段' }).click()
  await page.getByRole('form', { name: '开放时段' }).waitFor()
}

const openDispute = async (page: Page) => {
  await page.getByRole('table', { name: '纠纷' }).getByRole('link').first().click()
  await page.getByRole('region', { name: '调解过程' }).waitFor()
}

const summon = async (page: Page) => {
  await page.getByRole('button', { name: '吹哨' }).click()
  await page.getByRole('form', { name: '吹哨' }).waitFor()
}

const chooseTwo = async (page: Page) => {
  for (const box of (await page.getByRole('checkbox').all()).slice(0, 2)) await box.check()
  await page.getByRole('note', { name: '合并会改动什么' }).waitFor()
}

/** A blank form that came down, was filled, and came back as it was sent. */
const makeForm = async (api: Api) => {
  const blank = await api.download('/api/form-example')
  const file = await api.upload('翁摸底表.xlsx', blank)
  const { request } = await api.act<{ request: string }>('openFormRequest', { file, area: community })
  const read = () => api.get<RequestView>(`/api/form-requests/${request}`)
  const { version } = await read()
  await api.act('fillFormRequest', { id: request, version, area: community, purpose: '看页面' })
  const done = async () => {
    const [fill] = (await read()).fills
    return fill?.state === 'done' ? fill : undefined
  }
  await expect.poll(done, { timeout: 60_000 }).toBeTruthy()
  const fill = (await done())!
  const filled = await api.download(`/api/files/${fill.file}`)
  const again = await api.upload('翁摸底表（交回）.xlsx', filled)
  const { return: back } = await api.act<{ return: string }>('readFormReturn', { request, file: again })
  return { request, fill: fill.id, back }
}

/** Every page with something on it, and what opens on top of pages. */
const makeVisits = async (api: Api, officer: Api): Promise<Visit[]> => {
  await officer.act('defineOwnLedger', { definition: ownLedger })
  const { rows } = await api.get<{ rows: RecordView[] }>(`/api/records/household?area=${firstGrid}&limit=1`)
  const home = rows[0]?.id ?? ''
  const { person } = await register(api, '翁页面', { household: home })
  const { person: twin } = await register(api, '翁页面', { household: home })
  await api.act('moveIn', {
    on: '2025-03-01',
    area: firstGrid,
    values: { name: '翁独居', sex: '2', birthDate: '1940-04-12' },
  })
  const add = async (definition: string, where: object, values: object) =>
    (
      await api.act<{ record: RecordView }>('registerRecord', {
        definition,
        ...where,
        on: '2025-03-01',
        values,
      })
    ).record.id
  const firm = await add('organisation', { area: firstGrid }, { name: '翁家湾物业公司', kind: '3' })
  const paper = await add(
    'agreement',
    { of: firm },
    { name: '翁家湾服务协议', kind: '5', signedOn: '2025-03-01', expiresOn: '2026-03-01' },
  )
  const hydrant = await add(
    'facility',
    { area: firstGrid },
    { name: '翁家湾消防栓', kind: '12', state: '2', maintainer: firm, longitude: 123.6, latitude: 34.4 },
  )
  const relation = await add(
    'personRelation',
    { of: person.id },
    { kind: '1', name: '翁监护', phone: '13900004444' },
  )
  const entry = await enter(api, 'disability', person.id, { kind: '4', level: '3' })
  const making = { template: 'community-monthly', area: community, period: '2026-08' }
  const { id: report } = await api.act<{ id: string }>('createReport', making)
  const matter = await api.act<{ id: string }>('recordMatter', {
    area: firstGrid,
    content: '翁家湾路口井盖松动，夜里有响声。',
    category: 'road',
    channel: 'phone',
    reporterPhone: '13900003333',
  })
  const form = await makeForm(api)
  const asking = '/reports/new?template=community-monthly'
  const as = 'shegong' as const
  return [
    { as, path: '/', address: '/' },
    { as, path: '/', address: '/?asOf=2025-06-30' },
    { as, path: '/', address: '/', open: openSearch },
    { as, path: '/', address: '/', open: openLens },
    { as, path: '/registry', address: '/registry' },
    { as, path: '/registry', address: '/registry?tab=dwelling' },
    { as, path: '/registry', address: '/registry?tab=organisation&kind=6,7,8,10' },
    { as, path: '/registry', address: '/registry?tab=facility&open=' + hydrant },
    { as, path: '/registry/organisations/$id', address: `/registry/organisations/${firm}` },
    { as, path: '/registry/agreements/$id', address: `/registry/agreements/${paper}?end=1` },
    { as, path: '/registry/facilities/$id', address: `/registry/facilities/${hydrant}` },
    { as, path: '/registry/relations/$id', address: `/registry/relations/${relation}?edit=1` },
    { as, path: '/registry/new/$kind', address: '/registry/new/organisation', open: sendEmpty },
    { as, path: '/registry/new/$kind', address: `/registry/new/personRelation?of=${person.id}` },
    { as, path: '/registry/register', address: '/registry/register', open: sendEmpty },
    { as, path: '/registry/persons/$id', address: `/registry/persons/${person.id}` },
    { as, path: '/registry/households/$id', address: `/registry/households/${home}` },
    {
      as,
      path: '/registry/changes/$kind',
      address: `/registry/changes/registerDeath?person=${person.id}`,
      open: showConsequences,
    },
    {
      as,
      path: '/registry/changes/$kind',
      address: `/registry/changes/splitHousehold?household=${home}`,
      open: confirmEmpty,
    },
    {
      as,
      path: '/registry/changes/$kind',
      address: `/registry/changes/mergePersons?person=${person.id}&other=${twin.id}`,
      open: showMerge,
    },
    { as, path: '/registry/changes/$kind', address: '/registry/changes/moveIn' },
    {
      as,
      path: '/privacy/disclosures/$person',
      address: `/privacy/disclosures/${person.id}`,
      open: handOutCode,
    },
    { as: 'shuji', path: '/settings/retention', address: '/settings/retention' },
    { as, path: '/privacy/corrections', address: '/privacy/corrections' },
    { as, path: '/registry/follow-ups', address: '/registry/follow-ups' },
    { as, path: '/registry/duplicates', address: '/registry/duplicates', open: lookForDuplicates },
    { as, path: '/ledgers', address: '/ledgers' },
    { as, path: '/ledgers/import', address: '/ledgers/import' },
    { as, path: '/ledgers/import/$id', address: '/ledgers/import?ledger=disability', open: upload },
    { as, path: '/ledgers/$name', address: '/ledgers/disability?kind=4', open: openFilters },
    { as, path: '/ledgers/$name', address: `/ledgers/disability?open=${entry.id}` },
    { as, path: '/ledgers/$name/new', address: `/ledgers/unemployment/new?subject=${person.id}` },
    { as, path: '/ledgers/$name/$id', address: `/ledgers/disability/${entry.id}`, open: openEntry },
    { as, path: '/ledgers/$name/upkeep', address: '/ledgers/elderCare/upkeep?tab=confirm' },
    { as, path: '/ledgers/$name/returned', address: '/ledgers/disability/returned' },
    { as: 'jiedao', path: '/ledgers/define', address: '/ledgers/define', open: pickField },
    { as: 'jiedao', path: '/ledgers/define/$name', address: '/ledgers/define/pagesown' },
    { as, path: '/matters', address: '/matters' },
    { as, path: '/matters', address: '/matters?tab=area' },
    { as, path: '/matters/board', address: '/matters/board?tab=area' },
    { as, path: '/matters/map', address: '/matters/map' },
    { as, path: '/matters/bodies', address: '/matters/bodies' },
    { as, path: '/matters/hot-spots', address: '/matters/hot-spots?days=365' },
    { as, path: '/matters/codes', address: '/matters/codes' },
    { as, path: '/matters/$id/slip', address: `/matters/${matter.id}/slip` },
    { as, path: '/matters/new', address: '/matters/new', open: proposeCategory },
    { as, path: '/matters/orders', address: '/matters/orders' },
    { as: 'jiedao', path: '/matters/measures', address: '/matters/measures' },
    { as, path: '/settings/reply-templates', address: '/settings/reply-templates' },
    { as: 'shuji', path: '/settings/public-page', address: '/settings/public-page' },
    { as: 'shuji', path: '/settings/open311', address: '/settings/open311' },
    { as: 'shuji', path: '/settings/messages', address: '/settings/messages' },
    { as: 'shegong', path: '/messages', address: '/messages?all=1' },
    { as, path: '/matters/$id', address: `/matters/${matter.id}`, open: summon },
    { as, path: '/notices', address: '/notices', open: publishForm },
    { as, path: '/appointments', address: '/appointments' },
    { as, path: '/appointments/$id', address: '/appointments', open: openService },
    { as: 'jiedao', path: '/disputes', address: '/disputes' },
    { as: 'shuji', path: '/disputes/$id', address: '/disputes', open: openDispute },
    { as, path: '/disputes/new', address: '/disputes/new' },
    { as, path: '/forms', address: '/forms' },
    { as, path: '/forms/returned', address: '/forms/returned' },
    { as, path: '/forms/burden', address: '/forms/burden' },
    { as, path: '/forms/$id', address: `/forms/${form.request}` },
    { as, path: '/forms/fills/$id', address: `/forms/fills/${form.fill}` },
    { as, path: '/forms/gaps/$id', address: `/forms/gaps/${form.request}` },
    { as, path: '/forms/returns/$id', address: `/forms/returns/${form.back}` },
    { as, path: '/metrics', address: '/metrics' },
    { as, path: '/metrics/$name', address: '/metrics/disability.total' },
    { as, path: '/metrics/$name/records', address: '/metrics/disability.total/records' },
    {
      as,
      path: '/metrics/$name/difference',
      address: '/metrics/registry.residents/difference?since=2025-12-31&cause=born%2B',
    },
    { as, path: '/reports', address: '/reports' },
    { as, path: '/reports/new', address: '/reports/new' },
    { as, path: '/reports/new', address: `${asking}&reportArea=${community}` },
    { as: 'shuji', path: '/reports/templates', address: '/reports/templates' },
    { as, path: '/reports/$id', address: `/reports/${report}` },
    { as, path: '/check', address: '/check', open: checkText },
    { as, path: '/check', address: '/check', open: compareText },
    { as, path: '/check/words', address: '/check/words' },
    { as: 'shenji', path: '/audit', address: '/audit' },
    { as, path: '/areas', address: `/areas?area=${community}` },
    { as, path: '/areas', address: `/areas?area=${firstGrid}` },
    { as, path: '/areas/coverage', address: '/areas/coverage' },
    { as, path: '/areas/roster', address: '/areas/roster' },
    { as: 'shuji', path: '/areas/roster', address: '/areas/roster?edit=1' },
    { as: 'shuji', path: '/areas/change', address: '/areas/change', open: chooseTwo },
    { as: 'shuji', path: '/settings/units', address: '/settings/units' },
    { as: 'shuji', path: '/settings', address: '/settings' },
    { as: 'shuji', path: '/settings/staff', address: '/settings/staff?add=1' },
    { as, path: '/jobs', address: '/jobs' },
    { as, path: '/account', address: '/account' },
    { as, path: '', address: '/no-such-page' },
  ]
}

let made: Promise<Visit[]> | undefined
/** Made once for all tests of this file. */
const visits = (api: (as: Username) => Api): Promise<Visit[]> => {
  made ??= makeVisits(api('shegong'), api('jiedao'))
  return made
}

const registered = (): string[] =>
  globSync('src/{modules/*,platform}/web/**/index.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/path: '([^']+)',\s+title/g)].map(([, path]) => path ?? ''),
  )

test('an office behind one address may open the page as often as it likes', async ({ open }) => {
  const page = await open(null)
  const file = page.waitForResponse((answer) => answer.url().includes('/assets/'))
  await page.goto('/')
  const address = (await file).url()
  for (let times = 0; times < 1300; times += 1) {
    const answer = await fetch(address)
    await answer.body?.cancel()
    expect(answer.status).toBe(200)
  }
})

test('every page that there is stands on the list below', async ({ api }) => {
  const visited = new Set((await visits(api)).map(({ path }) => path))
  expect(registered().filter((path) => !visited.has(path))).toEqual([])
  expect(registered()).toHaveLength(visited.size - 1)
})

const troublesOf = async (page: Page, { address, open }: Visit): Promise<string[]> => {
  const troubles: string[] = []
  const note = (look: string) => (error: Error) => void troubles.push(`${look} ${address}: ${error.message}`)
  await page.emulateMedia({ colorScheme: 'light' })
  const quiet = watchRequests(page)
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await open?.(page).catch(note('opening'))
  await quiet()
  await expectAccessible(page).catch(note('light'))
  await page.emulateMedia({ colorScheme: 'dark' })
  // Style sheets turn dark at once, what React draws a moment later.
  await page.locator('html[data-look="dark"]').waitFor()
  await expectContrast(page).catch(note('dark'))
  const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  if (Number(wide) > 0) troubles.push(`${address} is ${wide} px wider than the screen`)
  return troubles
}

// Each part is a test of its own, so that one that fails says which pages, and none takes minutes.
const parts = 6
const tests = [desk, phone].flatMap((viewport) =>
  Array.from({ length: parts }, (_, part) => ({ viewport, width: viewport.width, part, number: part + 1 })),
)

test.for(tests)(
  `every page at $width px is readable to everybody, by day and by night, and never wider than the screen: part $number of ${parts}`,
  async ({ viewport, part }, { open, api }) => {
    const all = await visits(api)
    const pages = new Map<Username, Page>()
    const troubles: string[] = []
    for (const visit of all.filter((_, at) => at % parts === part)) {
      const page = pages.get(visit.as) ?? (await open(visit.as, { viewport }))
      pages.set(visit.as, page)
      troubles.push(...(await troublesOf(page, visit)))
    }
    expect(troubles.join('\n\n')).toBe('')
  },
)
