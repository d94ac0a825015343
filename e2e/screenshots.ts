import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { RequestView } from '../src/modules/forms/contract-request.ts'
import type { MatterLine } from '../src/modules/matters/contract.ts'
import type { RecordView } from '../src/platform/contract/records.ts'
import { type Api, signInTo } from './api.ts'
import { launchBrowser } from './browser.ts'
import { startOffice } from './office.ts'
import { desk, openPage, phone } from './open-page.ts'
import { community, type Username } from './staff.ts'

/** A text with mistakes on purpose, for the picture of the check. */
const draft = `和平社区残疾人工作汇报
一、基本情况
截至2025年9月末，社区共有残疾人113人，其中视力残疾13人、听力残疾13人、肢体残疾62人、智力残疾10人、其他残疾5人。
今年2月30日开展走访，慰问残疾人家庭45户，占全部残疾人家庭90户的60%。
二、下一步打算
继续做好xx社区残疾人服务工作。
`

/** A picture: its file name, whose screen it is, and what is done on the way. */
interface Picture {
  name: string
  as?: Username
  path(api: Api): Promise<string>
  prepare?(page: Page): Promise<void>
}

const at = (path: string) => async () => path

const firstDisabled = async (api: Api) =>
  (await api.get<{ rows: RecordView[] }>('/api/records/disability?limit=1')).rows[0]!

/** The form that everybody can try, filled. */
const filledForm = async (api: Api) => {
  const file = await api.upload('残疾人登记表.xlsx', await api.download('/api/form-example'))
  const { request } = await api.act<{ request: string }>('openFormRequest', { file, area: community })
  const read = () => api.get<RequestView>(`/api/form-requests/${request}`)
  const { version } = await read()
  await api.act('fillFormRequest', { id: request, version, area: community, purpose: '上报区残联' })
  let fill = (await read()).fills[0]!
  while (fill.state === 'filling') {
    await new Promise((resolve) => setTimeout(resolve, 500))
    fill = (await read()).fills[0]!
  }
  return fill.id
}

const anyMatter = async (api: Api) =>
  (await api.get<{ rows: MatterLine[] }>('/api/matters?view=area&limit=20')).rows.at(-1)!

const pictures: Picture[] = [
  { name: 'sign-in', path: at('/') },
  { name: 'desk', as: 'shegong', path: at('/') },
  {
    name: 'person',
    as: 'shegong',
    path: async (api) => `/registry/persons/${(await firstDisabled(api)).subject!.id}`,
  },
  {
    name: 'household-change',
    as: 'shegong',
    path: async (api) => `/registry/changes/registerDeath?person=${(await firstDisabled(api)).subject!.id}`,
    prepare: async (page) => {
      await page.getByRole('region', { name: '会发生什么' }).getByRole('listitem').first().waitFor()
    },
  },
  { name: 'map', as: 'jiedao', path: at('/areas') },
  { name: 'roster', as: 'shegong', path: at('/areas/roster') },
  { name: 'matters', as: 'jiedao', path: at('/matters?tab=area') },
  { name: 'matter', as: 'jiedao', path: async (api) => `/matters/${(await anyMatter(api)).id}` },
  { name: 'form', as: 'shegong', path: async (api) => `/forms/fills/${await filledForm(api)}` },
  {
    name: 'difference',
    as: 'jiedao',
    path: at('/metrics/registry.residents/difference'),
    prepare: async (page) => {
      await page.getByRole('table').first().waitFor()
    },
  },
  { name: 'ledger', as: 'shegong', path: at('/ledgers/disability') },
  { name: 'past-day', as: 'shegong', path: at('/ledgers/disability?asOf=2025-10-31') },
  { name: 'import', as: 'shegong', path: at('/ledgers/import') },
  { name: 'metric', as: 'jiedao', path: at('/metrics/disability.total') },
  {
    name: 'report',
    as: 'shuji',
    path: async (api) => {
      const input = { template: 'community-monthly', area: community, period: '2026-10' }
      return `/reports/${(await api.act<{ id: string }>('createReport', input)).id}`
    },
  },
  {
    name: 'check',
    as: 'shegong',
    path: at('/check'),
    prepare: async (page) => {
      await page.getByRole('textbox', { name: '或者把文字粘贴到这里' }).fill(draft)
      await page.getByRole('button', { name: '核对文字' }).click()
      await page.getByText('≠').first().waitFor()
    },
  },
  { name: 'audit', as: 'shenji', path: at('/audit') },
]

const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url))
mkdirSync(folder, { recursive: true })
const office = await startOffice({ residents: 30_000 })
const browser = await launchBrowser()
try {
  for (const { name, as, path, prepare } of pictures) {
    const api = as ? await signInTo(office.url, as) : undefined
    const way = await path(api!)
    for (const viewport of [desk, phone]) {
      const { page, close } = await openPage(browser, office.url, viewport)
      if (api) await page.setExtraHTTPHeaders({ cookie: api.cookie })
      await page.goto(way)
      await page.waitForLoadState('networkidle')
      await prepare?.(page)
      // Charts are drawn after their numbers have come.
      await page.waitForTimeout(800)
      const file = `${folder}${name}-${viewport.width}.png`
      await page.screenshot({ path: file })
      console.log(file)
      await close()
    }
  }
} finally {
  await browser.close()
  await office.stop()
}
