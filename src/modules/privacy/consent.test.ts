import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPrivacyHouse, type PrivacyHouse } from './testing/privacy-house.ts'

let privacy: PrivacyHouse
beforeAll(async () => {
  privacy = await openPrivacyHouse()
})
afterAll(() => privacy.close())

const consent = { consentOn: '2025-02-01', consentHow: '1' }

it('a ledger held by consent takes nobody without it, shows it to the person, and lets go who takes it back', async () => {
  const { id, idNumber } = await privacy.resident('志愿者')
  const enter = (values: object) =>
    privacy.act('addEntry', { ledger: 'volunteer', subject: id, on: '2025-02-01', values })
  await expect(enter({ teamKind: '01' })).rejects.toMatchObject({ code: 'field.invalid' })
  const { record } = await enter({ teamKind: '01', ...consent })

  const { code } = await privacy.act('issueDisclosure', { person: id, verified: 'idCard', wish: '看看登记' })
  const { body } = await privacy.send('/my-information', { code, tail: idNumber.slice(-4) })
  for (const said of ['经本人同意，《志愿服务条例》', '2025-02-01', '本人签字']) expect(body).toContain(said)

  const cookie = await privacy.cookieOf(privacy.clerk)
  const leaving = async () => {
    const answer = await privacy.app.inject({
      url: '/api/ledgers/volunteer/proposals?kind=leave',
      headers: { cookie },
    })
    return (answer.json() as { rows: { reason: string }[] }).rows.map(({ reason }) => reason)
  }
  expect(await leaving()).toEqual([])
  await privacy.act('editEntry', {
    ledger: 'volunteer',
    id: record.id,
    version: 1,
    mode: 'change',
    on: '2025-06-01',
    values: { consentWithdrawnOn: '2025-06-01' },
  })
  expect(await leaving()).toEqual([expect.stringContaining('已撤回同意')])
  await privacy.act('acceptLeaving', { ledger: 'volunteer', entries: [{ id: record.id, version: 2 }] })
  expect(await leaving()).toEqual([])
})
