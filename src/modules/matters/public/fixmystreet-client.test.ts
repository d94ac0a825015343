import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Form, openPlatforms, xml } from '../testing/open-platforms.ts'

/**
 * What FixMyStreet's client sends and how it reads the answers (perllib/Open311.pm, FixMyStreet::SendReport::Open311
 * and Open311::GetServiceRequestUpdates in github.com/mysociety/fixmystreet).
 */
let house: Awaited<ReturnType<typeof openPlatforms>>
beforeAll(async () => {
  house = await openPlatforms()
})
afterAll(() => house.close())

/** A report: names and e-mail always, `title:` and `detail:` in the description, its own id as an attribute. */
const report = (id: number, more: Form = {}): Form => ({
  jurisdiction_id: '990101',
  api_key: house.key,
  email: 'resident@example.org',
  description: `title: 楼道灯不亮\n\ndetail: 3号楼2单元晚上看不见。\n\nurl: https://fixmystreet.example/report/${id}\n\nSubmitted via FixMyStreet\n`,
  service_code: 'light',
  first_name: 'Guilan',
  last_name: 'Wang',
  lat: '34.0512345678',
  long: '113.0512345678',
  phone: '13800001111',
  deviceid: 'Android',
  'attribute[lamp]': 'stairs',
  'attribute[fixmystreet_id]': String(id),
  'attribute[easting]': '540315',
  'attribute[report_title]': '楼道灯不亮',
  ...more,
})
const created = (body: string) =>
  (xml(body) as unknown as { service_request_id: string }[])[0]!.service_request_id
const sendReport = async (id: number, more: Form = {}) => {
  const { statusCode, body } = await house.post('requests.xml', report(id, more))
  expect([statusCode, body]).toEqual([201, body])
  return created(body)
}
const update = (id: number, number: string, more: Form = {}): Form => ({
  jurisdiction_id: '990101',
  api_key: house.key,
  update_id: String(id),
  updated_datetime: '2026-11-30T09:00:00.000+08:00',
  service_request_id: number,
  status: 'OPEN',
  email: 'resident@example.org',
  first_name: 'Guilan',
  last_name: 'Wang',
  title: 'MRS',
  public_anonymity_required: 'FALSE',
  description: '还是不亮。',
  ...more,
})

/** As HTTP::Request::Common writes `Content_Type => 'form-data'`. */
const multipart = (
  form: Form,
  photos: readonly Uint8Array[],
  order: 'photos last' | 'photos first' = 'photos last',
) => {
  const boundary = 'xYzZY'
  const fields = Object.entries(form).flatMap(([name, value]) =>
    [value]
      .flat()
      .map((each) =>
        Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${each}\r\n`),
      ),
  )
  const files = photos.map((bytes, index) =>
    Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="photo${index + 1}"; filename="photo.jpeg"\r\nContent-Type: image/jpeg\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    ]),
  )
  const parts = order === 'photos last' ? [...fields, ...files] : [...files, ...fields]
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'x-forwarded-for': `10.77.0.${house.next() % 250}`,
    },
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  }
}
const upload = (path: string, ...sent: Parameters<typeof multipart>) =>
  house.app.inject({ method: 'POST', url: `/open311/v2/${path}`, ...multipart(...sent) })
const picture = (colour: string) =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: colour } })
    .withExif({ IFD3: { GPSLatitude: '34/1 3/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer()

describe('a report', () => {
  it('is taken as it is sent, with pictures by address, once by its own id', async () => {
    const media = [
      'https://fixmystreet.example/photo/1.0.full.jpeg',
      'https://fixmystreet.example/photo/1.1.full.jpeg',
    ]
    const number = await sendReport(11, { media_url: media })
    expect(await sendReport(11, { media_url: media })).toBe(number)
    const { content, matter, reporter } = await house.story(number)
    expect([matter.latitude, matter.longitude]).toEqual([34.051235, 113.051235])
    expect(matter.title).toBe('楼道灯不亮')
    expect(reporter.phone).toBe('138****1111')
    for (const url of media) expect(content).toContain(url)
    // Neither e-mail nor device is kept, and nothing of them is told back.
    expect(content).not.toContain('resident@example.org')
    const { body } = await house.get(`requests.xml?jurisdiction_id=990101&service_request_id=${number}`)
    expect(body).not.toMatch(/resident@example|Android|Guilan|13800001111/)
    const { rows } = await house.db.executeQuery<{ n: number }>({
      sql: `select count(*)::int as n from open311_request r where r::text ~ 'resident@example|Android'`,
      parameters: [],
    } as never)
    expect(rows[0]!.n).toBe(0)
  })

  it('without a place on the map is for the one area of its key', async () => {
    const {
      lat: _,
      long: __,
      ...nowhere
    } = report(12, {
      api_key: house.quietKey,
      address_id: '#NOTPINPOINTED#',
    })
    const { statusCode, body } = await house.post('requests.xml', nowhere)
    expect([statusCode, body]).toEqual([201, body])
    expect((await house.story(created(body))).matter.areaName).toBe('城北社区')
  })

  it('with uploaded photos keeps them, written anew, for those who handle it', async () => {
    const { statusCode, body } = await upload('requests.xml', report(13), [
      await picture('red'),
      await picture('blue'),
    ])
    expect([statusCode, body]).toEqual([201, body])
    const { steps } = await house.story(created(body))
    expect(steps[0]!.photos).toHaveLength(2)
    expect(steps[0]!.photos.every((photo) => !photo.public)).toBe(true)
    const again = await upload('requests.xml', report(13), [await picture('red')])
    expect(created(again.body)).toBe(created(body))
  })

  it('is refused in the form’s own way where its photos are none, too many, or come before the key', async () => {
    const before = await house.count()
    const wrong = await upload('requests.xml', report(14), [new TextEncoder().encode('no picture')])
    expect([wrong.statusCode, wrong.body]).toEqual([400, expect.stringContaining('不是 JPEG')])
    const one = await picture('green')
    const many = await upload('requests.json', report(14), Array(7).fill(one))
    expect([many.statusCode, many.body]).toEqual([400, expect.stringContaining('最多 6 张')])
    const early = await upload('requests.xml', report(14), [one], 'photos first')
    expect([early.statusCode, early.body]).toEqual([403, expect.stringContaining('写在照片前面')])
    const stranger = await upload('requests.xml', report(14, { api_key: 'guess' }), [one])
    expect(stranger.statusCode).toBe(403)
    expect(await house.count()).toBe(before)
  })
})

describe('an update', () => {
  it('is taken as it is sent, old and new spelling, with and without photos, once', async () => {
    const number = await sendReport(21)
    const before = (await house.story(number)).steps.length
    const { statusCode, body } = await house.post('servicerequestupdates.xml', update(31, number))
    expect([statusCode, body]).toEqual([
      201,
      expect.stringMatching(/<request_update><update_id>\S+<\/update_id>/),
    ])
    expect((await house.post('servicerequestupdates.xml', update(31, number))).body).toBe(body)
    const { update_id: _, ...old } = update(32, number, { description: '旧版的写法。' })
    const older = { ...old, update_id_ext: '32', service_request_id_ext: '21' }
    expect((await house.post('servicerequestupdates.xml', older)).statusCode).toBe(201)
    const photo = await upload('servicerequestupdates.xml', update(33, number, { description: '' }), [
      await picture('red'),
    ])
    expect([photo.statusCode, photo.body]).toEqual([201, photo.body])
    const { steps } = await house.story(number)
    expect(steps).toHaveLength(before + 3)
    expect(steps.at(-1)!.photos).toHaveLength(1)
    expect(steps.at(-2)!.text).toContain('旧版的写法')
    expect(JSON.stringify(steps)).not.toContain('resident@example.org')
  })

  it('is fetched by the times between which the client asks', async () => {
    const number = await sendReport(22)
    await house.step('acceptMatter', number)
    await house.step('noteProgress', number, { text: '电工已经到场', public: true })
    const [start, end] = [Date.now() - 3_600_000, Date.now() + 60_000].map((at) =>
      new Date(at).toISOString().slice(0, 19),
    )
    const { statusCode, body } = await house.get(
      `servicerequestupdates.xml?jurisdiction_id=990101&start_date=${start}Z&end_date=${end}Z`,
    )
    expect(statusCode).toBe(200)
    const updates = xml(body) as unknown as Record<string, string>[]
    const ours = updates.filter((each) => each.service_request_id === number)
    expect(ours.at(-1)).toMatchObject({
      status: 'OPEN',
      description: expect.stringContaining('电工已经到场'),
    })
    for (const each of ours)
      expect([each.update_id, each.updated_datetime]).toEqual([
        expect.stringMatching(/\S/),
        expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/),
      ])
  })
})
