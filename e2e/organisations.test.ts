import { expect } from 'vitest'
import { addDays } from '../src/core/time/index.ts'
import { nextIdNumber } from './people.ts'
import { firstGrid } from './staff.ts'
import { test } from './story.ts'

test('an organisation is registered with an agreement, which is reminded of and found by Ctrl K', async ({
  open,
}) => {
  const name = '翁记修配铺'
  const page = await open('shegong')
  await page.goto(`/registry?tab=organisation&area=${firstGrid}`)
  await page.getByRole('button', { name: '登记单位' }).click()
  await page.getByLabel('单位名称').fill(name)
  await page.getByRole('combobox', { name: '单位类别' }).fill('个体')
  await page.getByTitle('个体工商户').click()
  await page.getByLabel('统一社会信用代码').fill('92990101000999999X')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  // The check digit is wrong: the sentence at the field says which it should be.
  const fault = page.getByText(/校验码不对，应为 .。/).first()
  await fault.waitFor()
  const [, right = ''] = /应为 (.)。/.exec((await fault.textContent()) ?? '') ?? []
  await page.getByLabel('统一社会信用代码').fill(`92990101000999999${right}`)
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()

  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
  await page.getByRole('button', { name: '登记协议' }).click()
  await page.getByRole('heading', { name: '登记协议', level: 1 }).waitFor()
  await page.getByLabel('协议名称').fill('翁记门前三包')
  await page.getByRole('combobox', { name: '协议类别' }).fill('门前')
  await page.getByTitle('门前三包责任书').click()
  await page.getByLabel('签订日期').fill('2026-01-10')
  await page.getByLabel('到期日期').fill(addDays(today, 12))
  await page.getByRole('button', { name: '登记', exact: true }).click()
  const agreements = page.getByRole('region', { name: '协议' })
  await agreements.getByText('12 天后到期').waitFor()

  await page.goto('/')
  const todo = page.getByRole('listitem').filter({ hasText: `${name}的翁记门前三包，请续签或终止` })
  await todo.getByRole('button', { name: '去办' }).click()
  await page.getByRole('button', { name: '续签：翁记门前三包' }).click()
  await page.getByLabel('到期日期').fill(addDays(today, 377))
  await page.getByRole('button', { name: '保存' }).click()
  await page
    .getByText(`${addDays(today, 377)} 到期`)
    .first()
    .waitFor()

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索' }).fill('记修配')
  const hit = page.getByRole('group', { name: '单位' }).getByRole('option').filter({ hasText: name })
  await hit.click()
  await page.getByRole('region', { name: '协议' }).getByText('翁记门前三包').waitFor()
  expect(await page.getByText('30 天内到期').count()).toBe(0)
})

test('a guardian moves away: it is told before confirming, and to settle who guards the child is on the desk', async ({
  open,
  api,
}) => {
  const clerk = api('shegong')
  const settle = async (name: string, birthDate: string) =>
    (
      await clerk.act<{ person: string }>('moveIn', {
        on: '2025-03-01',
        area: firstGrid,
        values: { name, sex: '2', birthDate, idNumber: nextIdNumber(birthDate) },
      })
    ).person
  const [child, guardian] = [await settle('翁小禾', '2017-05-06'), await settle('翁老禾', '1955-06-07')]
  await clerk.act('registerRecord', {
    definition: 'personRelation',
    of: child,
    on: '2025-03-02',
    values: { kind: '1', relation: '62', relative: guardian },
  })
  const page = await open('shegong')
  await page.goto(`/registry/persons/${child}`)
  await page
    .getByRole('region', { name: '监护、照料和亲属' })
    .getByRole('link', { name: '翁老禾', exact: true })
    .click()
  await page.getByRole('heading', { name: '翁老禾', level: 1 }).waitFor()
  await page.getByRole('region', { name: '监护、照料和亲属' }).getByText('由本人监护').waitFor()

  await page.goto(`/registry/changes/moveOut?person=${guardian}`)
  const words = /翁小禾（\d+ 岁）的监护人翁老禾已迁出，请落实由谁监护/
  await page.getByRole('region', { name: '会发生什么' }).getByText(words).waitFor()
  await page.getByRole('button', { name: '确认办理' }).click()
  await page
    .getByText(/翁老禾.*迁出/)
    .first()
    .waitFor()
  await page.goto('/registry/follow-ups')
  await page.getByRole('link', { name: words }).click()
  await page.getByRole('heading', { name: '翁小禾', level: 1 }).waitFor()
  await page.getByRole('region', { name: '监护、照料和亲属' }).getByText('翁老禾').waitFor()
})
