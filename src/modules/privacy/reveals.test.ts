import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { revealsPerHour } from '../../platform/server/records/refuse-many-reveals.ts'
import { revealField } from '../../platform/server/records/reveal-field.ts'
import { at } from '../../platform/server/testing/test-office.ts'
import { openPrivacyHouse, type PrivacyHouse } from './testing/privacy-house.ts'

let privacy: PrivacyHouse
beforeAll(async () => {
  privacy = await openPrivacyHouse()
})
afterAll(() => privacy.close())

it('what was revealed is told once and kept nowhere in clear', async () => {
  const { id, idNumber } = await privacy.resident('看一次')
  const reveal = { definition: 'person', id, field: 'idNumber', purpose: '核对证件' }
  expect(await privacy.act('revealField', reveal)).toEqual({ value: idNumber })
  const { rows } = await sql`select 1 from command where answer::text like ${`%${idNumber}%`}`.execute(
    privacy.house.office.connection.db,
  )
  expect(rows).toEqual([])
})

it('shows it anew to who asks again because the answer got lost, and writes that down too', async () => {
  const { id, idNumber } = await privacy.resident('看丢了')
  const { house, clerk } = privacy
  const ask = (input: object) => house.run(clerk, revealField, input, 'lost on the way')
  const reveal = { definition: 'person', id, field: 'idNumber', purpose: '核对证件' }
  expect([await ask(reveal), await ask(reveal)]).toEqual([{ value: idNumber }, { value: idNumber }])
  await expect(ask({ ...reveal, field: 'mobile' })).rejects.toMatchObject({ code: 'command.reused' })
  const { rows } = await sql<{ written: number; kept: number }>`
    select (select count(*) from audit_entry where action = 'revealField' and subject = ${id}) as written,
      (select count(*) from command where answer::text like ${`%${idNumber}%`}) as kept`.execute(
    house.office.connection.db,
  )
  expect(rows).toEqual([{ written: 2, kept: 0 }])
})

it('one person sees so many values an hour, also at once; others, and the next hour, are not held back', async () => {
  const { id } = await privacy.resident('看多次')
  const clerk = await privacy.house.hire('clerk', at('north'))
  const reveal = (by = clerk) =>
    privacy.act('revealField', { definition: 'person', id, field: 'mobile', purpose: '打电话' }, by)
  const { db } = privacy.house.office.connection
  const older = (minutes: number, count: number) =>
    sql`insert into audit_entry (district, at, actor, actor_name, role, action, outcome)
      select ${privacy.house.office.district}, now() - make_interval(mins => ${minutes}), ${clerk.id}, '某', 'clerk',
        'revealField', 'done' from generate_series(1, ${count})`.execute(db)
  await older(61, revealsPerHour)
  await older(50, revealsPerHour - 2)
  const answers = await Promise.allSettled([reveal(), reveal(), reveal(), reveal()])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  await expect(reveal()).rejects.toMatchObject({
    code: 'rate.exceeded',
    message: expect.stringMatching(/已经看了 60 项原文，请过 (9|10) 分钟再看/),
  })
  expect(await reveal(privacy.clerk)).toEqual({ value: '13812345678' })
})
