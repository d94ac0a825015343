import { expect } from 'vitest'
import { addDays } from '../src/core/time/index.ts'
import { signInTo } from './api.ts'
import { launchBrowser } from './browser.ts'
import { startOffice } from './office.ts'
import { openPage } from './open-page.ts'
import { community, firstGrid, secondGrid } from './staff.ts'
import { test } from './story.ts'

interface Counted {
  figures: { value: number }[]
}

// Grids are merged here: an office of its own, so that no other story loses its second grid.
test("a head merges two grids, sees yesterday's map, hands a post over and prints the roster", async () => {
  const office = await startOffice({ residents: 1200 })
  const browser = await launchBrowser()
  try {
    const head = await signInTo(office.url, 'shuji')
    const { today } = await head.get<{ today: string }>('/api/me')
    const residents = async (area: string, asOf: string) =>
      (await head.get<Counted>(`/api/figures?names=registry.residents&area=${area}&asOf=${asOf}`)).figures[0]!
        .value
    const yesterday = addDays(today, -1)
    const before = [await residents(community, today), await residents(secondGrid, yesterday)]
    const { page, complaints, close } = await openPage(browser, office.url)
    await page.setExtraHTTPHeaders({ cookie: head.cookie })

    await page.goto(`/areas/change?area=${community}`)
    await page.getByRole('checkbox', { name: '和平第一网格' }).check()
    await page.getByRole('checkbox', { name: '和平第二网格' }).check()
    await page.getByLabel('合并后的名称').fill('和平中心网格')
    await page
      .getByRole('note', { name: '合并会改动什么' })
      .getByText(/位居民/)
      .waitFor()
    await page.getByRole('button', { name: '合并', exact: true }).click()
    await page.getByRole('checkbox', { name: '和平中心网格' }).waitFor()
    await page
      .getByRole('region', { name: '合并和拆分的记录' })
      .getByText('和平第二网格并入和平中心网格')
      .first()
      .waitFor()
    expect([await residents(community, today), await residents(secondGrid, yesterday)]).toEqual(before)
    expect(await residents(firstGrid, today)).toBe(before[0])

    await page.goto(`/areas?area=${community}`)
    const map = page.getByRole('group', { name: '和平社区的地图' })
    await map.getByRole('link', { name: /和平中心网格/ }).waitFor()
    expect(await map.getByRole('link', { name: /网格/ }).count()).toBe(1)
    await page.goto(`/areas?area=${community}&asOf=${yesterday}`)
    await map.getByRole('link', { name: /和平第二网格/ }).waitFor()
    await page
      .getByRole('table', { name: /各区域的/ })
      .getByRole('link', { name: '和平第一网格' })
      .waitFor()

    await page.goto('/settings/staff')
    await page.getByRole('button', { name: '添加人员' }).click()
    await page.getByLabel('姓名').fill('乔接手')
    await page.getByLabel('用户名').fill('qiaojieshou')
    await page.getByLabel('负责的区域').fill('和平社区')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '添加', exact: true }).click()
    await page.getByText(/乔接手的初始密码：/).waitFor()
    await page
      .getByRole('button', { name: /^交接.*网格员周敏$/ })
      .first()
      .click()
    await page.getByLabel('交给谁').fill('乔接手')
    await page.keyboard.press('Enter')
    await page
      .getByRole('region', { name: /^交接/ })
      .getByRole('button', { name: '交接', exact: true })
      .click()
    await page
      .getByRole('table', { name: '岗位和在岗的人' })
      .getByRole('row', { name: /网格员/ })
      .filter({ hasText: '乔接手' })
      .waitFor()

    await page.goto(`/areas/roster?area=${community}`)
    await page.getByRole('button', { name: '自动补齐' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: '自动补齐' }).isVisible()).toBe(false)
    await page
      .getByRole('table', { name: '和平社区值班表' })
      .getByRole('columnheader', { name: /早班/ })
      .waitFor()
    expect((await page.pdf()).byteLength).toBeGreaterThan(5000)
    expect(complaints).toEqual([])
    await close()
  } finally {
    await browser.close()
    await office.stop()
  }
})
