import { expect } from 'vitest'
import { enter, register } from './people.ts'
import { test } from './story.ts'

test('an auditor narrows the log by action, by person and by day', async ({ open, api }) => {
  const clerk = api('shegong')
  const { person } = await register(clerk, '岳留痕')
  const entry = await enter(clerk, 'disability', person.id, { kind: '4', level: '3' })
  const edit = { ledger: 'disability', id: entry.id, version: 1, mode: 'change', on: '2026-01-05' }
  await clerk.act('editEntry', { ...edit, values: { level: '2' }, reason: '重新评定' })

  const page = await open('shenji')
  await page.goto('/')
  await page.getByRole('link', { name: '操作记录' }).click()
  const rows = page.getByRole('table', { name: '操作记录' }).locator('tbody tr')
  await rows.first().waitFor()

  await page.getByLabel('操作', { exact: true }).fill('修改台账')
  await page.keyboard.press('Enter')
  await expect.poll(() => new URL(page.url()).searchParams.get('action')).toBe('editEntry')
  await page.getByLabel('谁做的').fill('陈静')
  await page.keyboard.press('Enter')
  await page.getByLabel('哪条记录').fill(entry.id)
  await page.keyboard.press('Enter')
  await expect.poll(() => rows.count()).toBe(1)
  const told = await rows.first().textContent()
  expect(told).toContain('陈静')
  expect(told).toContain('修改台账')
  expect(told).toContain('岳留痕')

  await page.getByLabel('到', { exact: true }).fill('20200101')
  await page.keyboard.press('Enter')
  await page.getByText('没有符合条件的记录').waitFor()
  await page.getByRole('button', { name: '全部取消' }).click()
  await expect.poll(() => rows.count()).toBeGreaterThan(1)
})

test('the chain is proved whole', async ({ open }) => {
  const page = await open('shenji')
  await page.goto('/audit')
  await page.getByRole('button', { name: '校验' }).click()
  await page.getByText('记录完整').waitFor()
  await page.getByText('没有被改动、缺少或调换的').waitFor()
})

test('a refused try is in the log too, and nobody else reads it', async ({ open, api }) => {
  const { person } = await register(api('shegong'), '岳外人')
  const reveal = { definition: 'person', id: person.id, field: 'idNumber', purpose: '想看看' }
  await expect(api('shenji').act('revealField', reveal)).rejects.toThrow(/403/)

  const page = await open('shenji')
  await page.goto('/audit?action=revealField')
  const row = page.getByRole('row').filter({ hasText: '孙丽' }).first()
  await row.waitFor()
  expect(await row.textContent()).toContain('被拒绝')

  const head = await open('shuji')
  await head.goto('/audit')
  await head.getByText('您现任的岗位不能打开这一页').waitFor()
})
