import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { inXml } from '../testing/georeport.ts'
import { openPlatforms, xml } from '../testing/open-platforms.ts'
import { readXml } from '../testing/read-xml.ts'

const { close, app, key, get, send, show } = await openPlatforms()
afterAll(close)

describe('whatever is sent', () => {
  it('answers well-formed XML and the same words back', async () => {
    const nasty =
      ']]><script>&amp;&lt;!--<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>&b;"\'\u0007\ud800\ufffe 🦌\r\n第二行'
    const number = await send({ description: nasty, address_string: '<b>&x;</b>' })
    const { description } = await show(number)
    const [read] = inXml.requests.parse(xml((await get(`requests/${number}.xml`)).body))
    expect(read!.description).toBe(description)
    expect(description).toContain('🦌')
    expect(description).toContain('<script>&amp;')
    for (const sign of ['\u0007', '\ufffe']) expect(description).not.toContain(sign)
    const reflected = await get(`services/${encodeURIComponent('<x>&"\u0000')}.xml`)
    expect(inXml.errors.parse(xml(reflected.body))[0]!.description).toContain('<x>&"')
  })

  it('refuses or takes any form, and never breaks', { timeout: 60_000 }, async () => {
    const names = [
      'jurisdiction_id',
      'service_code',
      'lat',
      'long',
      'address_string',
      'address_id',
      'attribute[lamp]',
      'attribute[lamp][]',
      'attribute[__proto__]',
      'attribute[',
      'description',
      'media_url',
      'phone',
      'first_name',
      'email',
      'api_key',
    ]
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '',
        'light',
        '34.05',
        '113.05',
        'stairs',
        '990101',
        '1e400',
        '-0',
        '٣',
        'null',
        '%00',
        '..',
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 14 }),
        async (pairs) => {
          const answer = await app.inject({
            method: 'POST',
            url: '/open311/v2/requests.xml',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            payload: new URLSearchParams([['api_key', key], ...pairs] as [string, string][]).toString(),
          })
          expect([201, 400, 403, 404, 429]).toContain(answer.statusCode)
          const read = xml(answer.body)
          if (answer.statusCode === 201) inXml.created.parse(read)
          else inXml.errors.parse(read)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('reads any query, and never breaks', { timeout: 60_000 }, async () => {
    const names = [
      'service_request_id',
      'service_code',
      'start_date',
      'end_date',
      'status',
      'jurisdiction_id',
    ]
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '',
        ',',
        '2026-11-30T00:00:00Z',
        '2026-11-30',
        '0000-01-01T00:00:00Z',
        '9999-12-31',
        'open',
      ),
    )
    const path = fc.constantFrom(
      'requests',
      'servicerequestupdates',
      'requests/%25ff',
      'tokens/a%2fb',
      'requests/%00',
    )
    await fc.assert(
      fc.asyncProperty(
        path,
        fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 6 }),
        async (to, pairs) => {
          const answer = await get(`${to}.xml?${new URLSearchParams(pairs)}`)
          expect([to, pairs, [200, 400, 403, 404].includes(answer.statusCode)]).toEqual([to, pairs, true])
          readXml(answer.body)
        },
      ),
      { numRuns: 150 },
    )
  })
})
