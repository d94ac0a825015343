import { buildApp } from '../../../platform/server/http/build-app.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { at } from '../../../platform/server/testing/test-office.ts'
import { mattersServer } from '../server.ts'
import { getMatter } from '../storage/matter.ts'
import { readStory } from '../views/matter-story.ts'
import { inJson, inXml } from './georeport.ts'
import { createMattersOffice, takeAction } from './matters-office.ts'
import { plainOf, readXml } from './read-xml.ts'

export type Form = Record<string, string | readonly string[]>

/** 城北 is a square between (113, 34) and (113.1, 34.1); 城南 lies east of it. */
const square = (west: number, south: number) => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [west + 0.1, south],
        [west + 0.1, south + 0.1],
        [west, south + 0.1],
        [west, south],
      ],
    ],
  ],
})

const encode = (form: Form) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form))
    for (const each of [value].flat()) body.append(name, each as string)
  return body.toString()
}

/** An answer in XML as a client reads it. */
export const xml = (body: string) => plainOf(readXml(body)) as never

/** A house with two platforms: one of the whole district, one of 城北社区 that publishes nothing. */
export const openPlatforms = async () => {
  const house = await createMattersOffice()
  const { db, pool } = house.office.connection
  const act = (actor: Actor, name: string, input: unknown): Promise<Record<string, string>> =>
    takeAction(house, actor, name, input)
  const clerk = await house.hire('clerk', at('north'), '经办人张三')
  const officer = await house.hire('officer', at('district'))
  const head = await house.hire('head', at('south'))
  const administrator = await house.hire('administrator', at('district'))
  const draw = (path: string, west: number, south: number) =>
    pool.query('update area set boundary = $1::jsonb where path = $2', [
      JSON.stringify(square(west, south)),
      path,
    ])
  await draw(at('north'), 113, 34)
  await draw(at('south'), 113.1, 34)
  const app = await buildApp(house.office, [mattersServer], { secure: false, trustProxy: true })
  const make = async (title: string, area: string, listed: boolean) =>
    (await act(administrator, 'makeOpen311Key', { title, areas: [area], listed, perMinute: 600 })).secret!
  const key = await make('随手拍', at('district'), true)
  const quietKey = await make('社区小程序', at('north'), false)

  let last = 0
  const next = () => ++last
  /** Each from an address of its own, so that none is held back for what another did. */
  const get = (path: string) => {
    const visitor = next()
    return app.inject({
      url: path.startsWith('/open311') ? path : `/open311/v2/${path}`,
      headers: { 'x-forwarded-for': `10.${visitor >> 8}.${visitor & 255}.1` },
    })
  }
  const post = (path: string, form: Form) =>
    app.inject({
      method: 'POST',
      url: `/open311/v2/${path}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      payload: encode(form),
    })
  const lamp = (more: Form = {}): Form => ({
    api_key: key,
    jurisdiction_id: '990101',
    service_code: 'light',
    lat: '34.05',
    long: '113.05',
    'attribute[lamp]': 'stairs',
    description: `3号楼楼道灯不亮。第${next()}次`,
    ...more,
  })
  const send = async (more: Form = {}): Promise<string> => {
    const answer = await post('requests.json', lamp(more))
    if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`)
    return inJson.created.parse(answer.json())[0]!.service_request_id
  }
  const show = async (number: string, query = '') =>
    inJson.requests.parse((await get(`requests/${number}.json?${query}`)).json())[0]!
  const count = async () => {
    const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from matter_flow')
    return rows[0]!.n
  }
  const idOf = async (number: string) => {
    const { rows } = await pool.query<{ matter: string }>(
      'select matter from open311_request where number = $1',
      [number],
    )
    return rows[0]!.matter
  }
  const story = async (number: string) =>
    readStory(house.repository(officer), await idOf(number), house.office.zone)
  const step = async (name: string, number: string, input: object = {}, actor = clerk) => {
    const id = await idOf(number)
    const { seq } = await getMatter(house.repository(clerk), id, { bodies: 'all' })
    return act(actor, name, { id, seen: seq, ...input })
  }
  /** Throws unless both formats refuse the form with this status and such words, and nothing was opened. */
  const refused = async (form: Form, status: number, words: RegExp) => {
    const before = await count()
    for (const format of ['xml', 'json'] as const) {
      const { statusCode, body } = await post(`requests.${format}`, form)
      if (statusCode !== status || !words.test(body)) throw new Error(`${statusCode} ${body}`)
      if (format === 'json') inJson.errors.parse(JSON.parse(body))
      else inXml.errors.parse(xml(body))
    }
    if ((await count()) !== before) throw new Error('a matter was opened all the same')
  }
  return {
    house,
    db,
    app,
    act,
    clerk,
    head,
    administrator,
    key,
    quietKey,
    next,
    get,
    post,
    lamp,
    send,
    show,
    count,
    idOf,
    story,
    step,
    refused,
    async close() {
      await app.close()
      await house.close()
    },
  }
}
