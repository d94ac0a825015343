import { expect } from 'vitest'
import type { RequestView } from '../src/modules/forms/contract-request.ts'
import { enter, register } from './people.ts'
import { community } from './staff.ts'
import { test } from './story.ts'

test('every cell of a filled form says from which record it came, and leads there', async ({ open, api }) => {
  const clerk = api('shegong')
  const name = '翁有据'
  const { person } = await register(clerk, name)
  await enter(clerk, 'disability', person.id, { kind: '4', level: '1' })
  const file = await clerk.upload('翁表.xlsx', await clerk.download('/api/form-example'))
  const { request } = await clerk.act<{ request: string }>('openFormRequest', { file, area: community })
  const read = () => clerk.get<RequestView>(`/api/form-requests/${request}`)
  const { version } = await read()
  await clerk.act('fillFormRequest', { id: request, version, area: community, purpose: '看来源' })
  await expect.poll(async () => (await read()).fills[0]?.state, { timeout: 60_000 }).toBe('done')
  const page = await open('shegong')
  await page.goto(`/forms/fills/${(await read()).fills[0]!.id}`)
  const cell = page.getByRole('table', { name: '每一格的来源' }).getByRole('cell').filter({ hasText: name })
  expect(await cell.textContent()).toContain('居民·姓名 第 1 版')
  await cell.getByRole('link').click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
})
