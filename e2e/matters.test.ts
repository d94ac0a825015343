import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { MatterStory } from '../src/modules/matters/contract.ts'
import { desk, phone } from './open-page.ts'
import { test } from './story.ts'

const nextSteps = (page: Page) => page.getByRole('region', { name: '接下来' })
const state = (page: Page) => page.locator('.page-lead .status-tag')

/** Opens the form of a step, which may be one of those shown when asked for. */
const choose = async (page: Page, title: string) => {
  await nextSteps(page).getByRole('button').first().waitFor()
  const button = nextSteps(page).getByRole('button', { name: title, exact: true })
  if ((await button.count()) === 0) await nextSteps(page).getByRole('button', { name: '更多办法' }).click()
  await button.first().click()
}

const submit = (page: Page, title: string) =>
  page.getByRole('form', { name: title }).getByRole('button', { name: title, exact: true }).click()

test('a lamp is out: said to the grid worker, mended by the community, asked about by somebody else', async ({
  open,
  api,
}) => {
  const grid = await open('wangge', { viewport: phone })
  await grid.goto('/matters/new')
  await grid.getByLabel('反映的内容').fill('柳荫里9号楼3单元楼道灯不亮，老人上下楼看不见。')
  await grid.getByLabel('地点').fill('柳荫里9号楼3单元')
  await grid.getByText('按内容提出；办结期限 7天').waitFor()
  await grid.getByLabel(/^反映人可不填/).fill('秦桂兰')
  await grid.getByLabel('回访电话').fill('13900002222')
  await grid.getByRole('button', { name: '受理', exact: true }).click()
  await grid.getByRole('heading', { level: 1, name: /柳荫里9号楼3单元楼道灯不亮/ }).waitFor()
  const address = new URL(grid.url()).pathname

  await choose(grid, '派发')
  await grid.getByLabel('派给').click()
  await grid.getByLabel('派给').fill('和平社区')
  await grid.getByRole('option', { name: '和平社区', exact: true }).first().waitFor({ state: 'attached' })
  await grid.keyboard.press('Enter')
  await grid.getByLabel('办理要求').fill('请安排电工更换')
  await submit(grid, '派发')
  await grid.getByText('和平社区（待签收）').waitFor()

  const clerk = await open('shegong', { viewport: desk })
  await clerk.goto('/')
  await clerk.getByText('柳荫里9号楼3单元楼道灯不亮').first().waitFor()
  await clerk.goto(address)
  await choose(clerk, '签收')
  await submit(clerk, '签收')
  await expect.poll(() => state(clerk).textContent()).toBe('办理中')
  await clerk.getByRole('button', { name: '查看电话' }).click()
  await clerk.getByLabel('查看的用途').fill('约上门时间')
  await clerk.getByRole('button', { name: '查看', exact: true }).click()
  await clerk.getByRole('link', { name: '13900002222' }).waitFor()
  await clerk.keyboard.press('Escape')
  await choose(clerk, '答复')
  await clerk.getByLabel('给反映人的答复').fill('已更换楼道灯，现在正常。')
  await submit(clerk, '答复')
  await expect.poll(() => state(clerk).textContent()).toBe('待回访')
  // Whoever handled it does not call back.
  expect(await nextSteps(clerk).getByRole('button', { name: '回访' }).count()).toBe(0)

  const head = await open('shuji')
  await head.goto(address)
  await choose(head, '回访')
  await head.getByLabel('联系上了', { exact: true }).check()
  await head.getByLabel('已解决').check()
  await head.getByLabel('满意', { exact: true }).check()
  await submit(head, '回访')
  await expect.poll(() => state(head).textContent()).toBe('已办结')
  await head.goto('/matters?tab=closed')
  await head.getByRole('link', { name: /柳荫里9号楼3单元楼道灯不亮/ }).waitFor()

  const story = await api('jiedao').get<MatterStory>(`/api${address}`)
  expect(story.outcome).toMatchObject({ reason: 'solved', solved: true, satisfaction: 'satisfied' })
  expect(story.reporter.phone).not.toContain('0000')
})

test('what others already reported is joined, not opened anew', async ({ open, api }) => {
  const clerk = api('shegong')
  const first = await clerk.act<{ id: string }>('recordMatter', {
    area: '990101001001',
    content: '安居苑北门垃圾桶满了没人清运',
    place: '安居苑北门',
    category: 'waste',
    channel: 'phone',
  })
  const page = await open('shegong')
  await page.goto('/matters/new')
  await page.getByLabel('反映的内容').fill('安居苑北门垃圾桶好几天没清运')
  await page.getByRole('button', { name: '同一件，一并记上' }).first().click()
  await page.getByText('2 人次').waitFor()
  expect(new URL(page.url()).pathname).toBe(`/matters/${first.id}`)
})

test('the same lift for the third time becomes one lasting task, which intake then shows', async ({
  open,
  api,
}) => {
  const clerk = api('shegong')
  for (const place of ['桐花里6号楼1单元', '桐花里6栋', '桐花里6#楼'])
    await clerk.act('recordMatter', {
      area: '990101001001',
      content: '电梯又停了，老人下不了楼',
      place,
      category: 'lift',
      channel: 'phone',
    })
  const page = await open('shegong')
  await page.goto('/matters/hot-spots')
  await page.getByText('桐花里6号楼 · 电梯').waitFor()
  await page.getByRole('button', { name: /^转为长期治理.*桐花里6号楼/ }).click()
  await page.getByLabel('要从根上解决什么').fill('请专业机构评估，确定更换。')
  const form = page.getByRole('form', { name: '转为长期治理' })
  await form.getByRole('button', { name: '转为长期治理', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '桐花里6号楼：电梯问题反复出现' }).waitFor()
  await page.goto('/matters/new')
  await page.getByLabel('反映的内容').fill('桐花里电梯不动了')
  await page.getByLabel('地点').fill('桐花里6号楼2单元')
  await page.getByText('正在长期治理').first().waitFor()
})
