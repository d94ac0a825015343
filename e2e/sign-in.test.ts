import { describe, expect, inject } from 'vitest'
import { demoPassword } from './api.ts'
import { expectAccessible } from './axe.ts'
import { desk, phone } from './open-page.ts'
import { register } from './people.ts'
import { secondGrid } from './staff.ts'
import { test } from './story.ts'

describe.for([
  ['desk', desk],
  ['phone', phone],
] as const)('sign-in page on the %s', ([, viewport]) => {
  test('asks for user name and password, readable to everybody', async ({ open }) => {
    const page = await open(null, { viewport })
    await page.goto('/')
    await page.getByLabel('用户名').waitFor()
    await page.getByLabel('密码', { exact: true }).waitFor()
    await page.getByRole('button', { name: '登录' }).waitFor()
    await expectAccessible(page)
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })

  test('says what is wrong with a wrong password, and stays', async ({ open }) => {
    const page = await open(null, { viewport })
    await page.goto('/')
    await page.getByLabel('用户名').fill('nobody')
    await page.getByLabel('密码', { exact: true }).fill('not-the-password')
    await page.keyboard.press('Enter')
    const alert = page.getByRole('alert').filter({ hasText: '用户名或密码不对' })
    await alert.waitFor()
    expect(await page.getByLabel('用户名').inputValue()).toBe('nobody')
  })
})

const registry = ['工作台', '居民房屋', '辖区网格', '台账']
const community = ['诉求', '纠纷', '表格填报', '指标', '报表汇报', '核对', '公示公开', '办事预约']
const offices = [
  {
    username: 'wangge',
    post: '和平第一网格 · 网格员',
    entries: [...registry, '诉求', '纠纷', '指标'],
    closed: '/reports',
  },
  {
    username: 'shegong',
    post: '和平社区 · 社区社工',
    entries: [...registry, ...community],
    closed: '/audit',
  },
  {
    username: 'shuji',
    post: '和平社区 · 社区书记',
    entries: [...registry, ...community, '设置'],
    closed: '/audit',
  },
  {
    username: 'jiedao',
    post: '幸福街道 · 街道干部',
    entries: [...registry, ...community],
    closed: '/audit',
  },
  {
    username: 'shenji',
    post: '幸福街道 · 审计员',
    entries: [...registry, '诉求', '指标', '操作记录'],
    closed: '/ledgers/import',
  },
] as const

describe.for(offices)('$username', ({ username, post, entries, closed }) => {
  test('signs in with one click and sees what the post needs, no more', async ({ open }) => {
    const page = await open(null)
    await page.goto('/')
    await page.getByRole('button', { name: username }).click()
    await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()
    const links = page.getByRole('navigation', { name: '主导航' }).getByRole('link')
    await expect.poll(() => links.allTextContents()).toEqual(entries)

    await page.getByRole('button', { name: '我的岗位与退出' }).click()
    await page.getByRole('list', { name: '现任岗位' }).getByText(post).waitFor()
    await page.keyboard.press('Escape')

    await page.goto(closed)
    await page.getByText('您现任的岗位不能打开这一页').waitFor()
  })
})

test('a password typed leads to the page that was asked for; signing out closes it', async ({ open }) => {
  const page = await open(null)
  await page.goto('/ledgers')
  await page.getByLabel('用户名').fill('shegong')
  await page.getByLabel('密码', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '台账', level: 1 }).waitFor()

  await page.getByRole('button', { name: '我的岗位与退出' }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('用户名').waitFor()
  await page.goto('/registry')
  await page.getByLabel('用户名').waitFor()
  expect(await page.getByRole('table').count()).toBe(0)
})

test('a head finds everything that can be set up from one entry of the navigation', async ({ open }) => {
  const page = await open('shuji')
  await page.goto('/')
  const entry = page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '设置' })
  await entry.click()
  await page.getByRole('heading', { name: '设置', level: 1 }).waitFor()
  const links = page.getByRole('main').getByRole('link')
  const titles = ['岗位人员', '答复模板', '科室和派发', '网上反映', '网络平台接入', '保存期限', '消息设置']
  await expect.poll(() => links.allTextContents()).toEqual(titles)
  await links.filter({ hasText: '消息设置' }).click()
  await page.getByRole('heading', { name: '消息设置', level: 1 }).waitFor()
  expect(await entry.getAttribute('class')).toContain('active')
})

test('an auditor comes back from the map of matters to their list', async ({ open }) => {
  const page = await open('shenji')
  await page.goto('/matters/map')
  await page.getByRole('navigation', { name: '怎么看' }).getByRole('link', { name: '列表' }).click()
  await page.getByRole('heading', { name: '诉求', level: 1 }).waitFor()
})

test('a grid worker sees the own grid and finds nobody of another', async ({ open, api }) => {
  const outside = await register(api('shegong'), '阮外格', { area: secondGrid })
  const address = `/registry/persons/${outside.person.id}`

  const clerk = await open('shegong')
  await clerk.goto(address)
  await clerk.getByRole('heading', { name: '阮外格', level: 1 }).waitFor()

  const worker = await open('wangge')
  await worker.goto(address)
  await worker.getByText('没有找到').first().waitFor()
  expect(await worker.getByText('阮外格').count()).toBe(0)

  await worker.goto(`/registry?q=${encodeURIComponent('阮外格')}`)
  await worker.getByText('没有符合条件的记录').waitFor()

  await worker.goto('/registry')
  const rows = worker.getByRole('table', { name: '居民' }).locator('tbody tr')
  await rows.first().waitFor()
  for (const row of await rows.allTextContents()) expect(row).toContain('和平第一网格')
})

test('the server alone refuses what the page does not offer', async ({ api }) => {
  const asked = ['/api/audit', '/api/reports', '/api/imports'].map((path) =>
    fetch(inject('url') + path, { headers: { cookie: api('wangge').cookie } }),
  )
  for (const answer of await Promise.all(asked)) expect(answer.status).toBe(403)
})
