import { afterAll, describe, expect, it } from 'vitest'
import { at } from '../../../platform/server/testing/test-office.ts'
import { inJson, inXml } from '../testing/georeport.ts'
import { type Form, openPlatforms, xml } from '../testing/open-platforms.ts'

const {
  close,
  house,
  app,
  act,
  clerk,
  key,
  quietKey,
  next,
  get,
  post,
  lamp,
  send,
  show,
  count,
  story,
  step,
  refused,
} = await openPlatforms()
afterAll(close)

describe('what can be said', () => {
  it('lists services in XML and JSON, as the schemas have them and alike', async () => {
    const [asXml, asJson] = [await get('services.xml'), await get('services.json?jurisdiction_id=990101')]
    expect(asXml.headers['content-type']).toBe('text/xml; charset=utf-8')
    expect(asJson.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(asXml.body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<services>/)
    const services = inJson.services.parse(asJson.json())
    expect(inXml.services.parse(xml(asXml.body)).map(({ service_code }) => service_code)).toEqual(
      services.map(({ service_code }) => service_code),
    )
    expect(services.map(({ service_code }) => service_code)).toContain('light')
    // What is a private affair is not said on a public platform.
    for (const code of ['dispute', 'conduct', 'assist'])
      expect(services.map(({ service_code }) => service_code)).not.toContain(code)
  })

  it('defines the attributes of every service that has some', async () => {
    const services = inJson.services.parse((await get('services.json')).json())
    for (const { service_code, metadata } of services) {
      const definition = inJson.definition.parse((await get(`services/${service_code}.json`)).json())
      expect([service_code, definition.attributes.length > 0]).toEqual([service_code, metadata])
      inXml.definition.parse(xml((await get(`services/${service_code}.xml`)).body))
      for (const { datatype, values } of definition.attributes)
        expect(values !== undefined).toBe(datatype.endsWith('list'))
    }
  })

  it('says where it is, in both formats, here and above', async () => {
    for (const base of ['/open311/', '/open311/v2/']) {
      inXml.discovery.parse(xml((await get(`${base}discovery.xml`)).body))
      expect(inJson.discovery.parse((await get(`${base}discovery.json`)).json()).endpoints[0]!.url).toMatch(
        /\/open311\/v2$/,
      )
    }
  })

  it('answers 404 to an unknown service, jurisdiction or address, in the format asked for', async () => {
    for (const path of [
      'services/nosuch',
      'services/dispute',
      'services/constructor',
      'nosuch',
      'services/light/more',
      'services/',
    ]) {
      const answer = await get(`${path}.json`)
      expect([path, answer.statusCode]).toEqual([path, 404])
      inJson.errors.parse(answer.json())
    }
    for (const path of [
      'services',
      'services/light',
      'requests',
      'requests/1',
      'tokens/1',
      'servicerequestupdates',
    ]) {
      const answer = await get(`${path}.xml?jurisdiction_id=city.gov`)
      expect([path, answer.statusCode]).toEqual([path, 404])
      expect(inXml.errors.parse(xml(answer.body))[0]!.description).toContain('jurisdiction_id')
    }
    expect((await get('services.xml?jurisdiction_id=')).statusCode).toBe(200)
  })
})

describe('handing in', () => {
  it('opens a matter that the community at the place has to accept', async () => {
    const answer = await post('requests.xml', {
      ...lamp({ description: '3号楼楼道灯不亮' }),
      address_string: '柳荫里3号楼',
      first_name: '桂兰',
      last_name: '王',
      phone: '+86 138 0000 1111',
      email: 'wang@example.cn',
      device_id: 'tt222111',
      account_id: '123456',
      media_url: ['https://img.example.cn/1.jpg', 'https://img.example.cn/2.jpg'],
      'attribute[pole]': 'A-17',
      'attribute[easting]': '12',
    })
    const number = inXml.created.parse(xml(answer.body))[0]!.service_request_id
    expect(await story(number)).toMatchObject({
      matter: {
        state: 'submitted',
        category: 'light',
        area: at('north'),
        place: '柳荫里3号楼',
        longitude: 113.05,
        pending: { title: '城北社区' },
      },
      channel: '网络平台',
      content:
        '3号楼楼道灯不亮\n哪一种灯：楼道灯\n灯杆编号：A-17\n照片：https://img.example.cn/1.jpg\n照片：https://img.example.cn/2.jpg',
      reporter: { phone: '138****1111' },
    })
    expect(inXml.token.parse(xml((await get(`tokens/${number}.xml`)).body))[0]!.service_request_id).toBe(
      number,
    )
  })

  it('finds the place by map, by code, by a name in the address, and says where it cannot', async () => {
    const areaFor = async (where: Form) =>
      (await story(await send({ lat: '', long: '', ...where }))).matter.area
    expect(await areaFor({ lat: '34.02', long: '113.18' })).toBe(at('south'))
    expect(await areaFor({ address_id: at('northFirst') })).toBe(at('northFirst'))
    expect(await areaFor({ address_string: '城南社区幸福里2号楼' })).toBe(at('south'))
    // Nobody can tell: who answers for the whole district finds out.
    expect(await areaFor({ address_string: '某某路口' })).toBe(at('district'))
    await refused(lamp({ lat: '35' }), 400, /lat/)
    await refused(lamp({ lat: '', long: '', address_id: '123' }), 400, /address_id/)
  })

  it('takes what is sent twice for one: by the client’s own id, and by all that was sent', async () => {
    const before = await count()
    const form = lamp({ 'attribute[fixmystreet_id]': '80' })
    const answers = await Promise.all(Array.from({ length: 8 }, () => post('requests.json', form)))
    const numbers = new Set(
      answers.map((answer) => inJson.created.parse(answer.json())[0]!.service_request_id),
    )
    expect(numbers.size).toBe(1)
    expect(await count()).toBe(before + 1)
    const changed = await post('requests.json', { ...form, description: '又改了几个字' })
    expect(numbers).toContain(changed.json()[0].service_request_id)
    // The same report sent to another service is another request.
    const other = await post('requests.json', { ...form, service_code: 'road' })
    expect(numbers).not.toContain(other.json()[0].service_request_id)
    const plain = lamp()
    const first = await post('requests.json', plain)
    expect((await post('requests.xml', plain)).body).toContain(first.json()[0].service_request_id)
    expect(await send()).not.toBe(first.json()[0].service_request_id)
    // Another platform's id 80 is its own.
    const quiet = await post('requests.json', { ...form, api_key: quietKey })
    expect(numbers).not.toContain(quiet.json()[0].service_request_id)
  })

  it('takes several values of one attribute, however they are written', async () => {
    const noise = (more: Form) =>
      send({ service_code: 'noise', 'attribute[lamp]': '', description: `广场舞太吵 ${next()}`, ...more })
    const content = async (more: Form) => (await story(await noise(more))).content
    expect(await content({ 'attribute[when][]': ['day', 'night'] })).toContain('白天、晚上 10 点以后')
    expect(await content({ 'attribute[when]': ['day', 'day'] })).toMatch(/什么时候吵：白天$/)
    expect(await content({ 'attribute[when][0]': 'day', 'attribute[when][1]': 'evening' })).toContain(
      '白天、晚上 7',
    )
  })

  it('refuses, naming every parameter at fault', async () => {
    const without = (name: string) =>
      Object.fromEntries(Object.entries(lamp()).filter(([each]) => each !== name))
    await refused(without('api_key'), 403, /api_key/)
    await refused(lamp({ api_key: 'wrong' }), 403, /api_key/)
    await refused(lamp({ api_key: 'x'.repeat(9000) }), 403, /api_key/)
    await refused(lamp({ jurisdiction_id: 'city.gov' }), 404, /jurisdiction_id/)
    await refused(without('service_code'), 400, /service_code/)
    await refused(lamp({ service_code: 'nosuch' }), 404, /service_code/)
    await refused(lamp({ service_code: 'dispute' }), 404, /service_code/)
    await refused(without('attribute[lamp]'), 400, /attribute\[lamp\]/)
    await refused(lamp({ 'attribute[lamp]': 'moon' }), 400, /street、stairs、yard/)
    await refused(lamp({ 'attribute[lamp]': ['street', 'yard'] }), 400, /只能填一项/)
    await refused(lamp({ lat: '', long: '' }), 400, /address_string/)
    await refused(lamp({ lat: '91' }), 400, /lat/)
    await refused(lamp({ long: '' }), 400, /long/)
    await refused(lamp({ lat: 'NaN' }), 400, /lat/)
    await refused(lamp({ description: '长'.repeat(4001) }), 400, /description/)
    await refused(lamp({ media_url: 'javascript:alert(1)' }), 400, /media_url/)
    await refused(lamp({ media_url: 'file:///etc/passwd' }), 400, /media_url/)
    await refused(lamp({ phone: '12' }), 400, /phone/)
    const several = await post('requests.json', lamp({ lat: 'x', 'attribute[lamp]': '', phone: '1' }))
    expect(inJson.errors.parse(several.json())).toHaveLength(3)
  })

  it('takes forms only, of a bounded size', async () => {
    const json = await app.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      payload: lamp(),
      headers: { 'content-type': 'application/json' },
    })
    expect(json.statusCode).toBe(400)
    inJson.errors.parse(json.json())
    const large = await post('requests.xml', lamp({ description: 'x'.repeat(70_000) }))
    expect(large.statusCode).toBe(413)
    inXml.errors.parse(xml(large.body))
  })

  it('keeps 4,000 characters of description, attributes and addresses beside', async () => {
    const number = await send({ description: '长'.repeat(4000), address_string: '址'.repeat(500) })
    expect((await show(number)).description).toHaveLength(4000)
    expect((await story(number)).content).toContain('址'.repeat(500))
  })
})

describe('reading', () => {
  it('shows how it stands, without a name or number, to everybody', async () => {
    const number = await send({
      description: '我是王桂兰，电话13800001111，身份证34052419800101001X，楼道灯不亮',
      first_name: '桂兰',
      last_name: '王',
      phone: '13800001111',
      email: 'wang@example.cn',
      address_string: '3号楼王桂兰家门口',
    })
    const open = await show(number)
    expect(open).toMatchObject({
      status: 'open',
      service_code: 'light',
      service_name: '照明',
      agency_responsible: '城北社区',
      lat: 34.05,
      long: 113.05,
    })
    await step('acceptMatter', number)
    await step('noteProgress', number, { text: '内部：电工明天来', public: false })
    await step('noteProgress', number, { text: '已安排电工，联系 13900002222', public: true })
    const handled = await show(number)
    expect(handled.status_notes).toBe('进展：已安排电工，联系 139****2222')
    await step('answerMatter', number, { text: '已更换。' })
    const caller = await house.hire('clerk', at('north'))
    await step('recordCallback', number, { reached: true, solved: true, satisfaction: 'satisfied' }, caller)
    const closed = await show(number)
    expect(closed).toMatchObject({ status: 'closed', status_notes: '回访过了，已办结。答复：已更换。' })
    expect(closed.updated_datetime >= handled.updated_datetime).toBe(true)
    for (const format of ['xml', 'json']) {
      const { body } = await get(`requests/${number}.${format}`)
      for (const secret of [
        '王桂兰',
        '桂兰',
        '13800001111',
        '34052419800101001X',
        'example.cn',
        '张三',
        '内部',
        '13900002222',
      ])
        expect(body).not.toContain(secret)
    }
    inXml.requests.parse(xml((await get(`requests/${number}.xml`)).body))
  })

  it('keeps what came through a key that does not publish to that key', async () => {
    const number = await send({ api_key: quietKey })
    expect((await get(`requests/${number}.json`)).statusCode).toBe(404)
    expect((await get(`requests/${number}.json?api_key=${key}`)).statusCode).toBe(404)
    expect((await get(`tokens/${number}.json`)).statusCode).toBe(404)
    expect((await show(number, `api_key=${quietKey}`)).service_request_id).toBe(number)
    expect((await get(`requests.xml?service_request_id=${number}`)).body).not.toContain(number)
    expect((await get('requests.json?api_key=wrong')).statusCode).toBe(403)
    // A key of 城北 neither hands in nor reads elsewhere.
    const south = await send({ long: '113.15' })
    await refused(lamp({ api_key: quietKey, long: '113.15' }), 403, /城南社区/)
    expect((await get(`requests/${south}.json?api_key=${quietKey}`)).statusCode).toBe(404)
  })

  it('shows neither what came by other ways nor what turned out to be a private affair', async () => {
    const other = await act(clerk, 'recordMatter', {
      area: at('northFirst'),
      content: '窗口来说的事',
      category: 'light',
      channel: 'window',
    })
    expect((await get(`requests/${other.number}.json?api_key=${key}`)).statusCode).toBe(404)
    const number = await send()
    await step('acceptMatter', number)
    await step('reclassifyMatter', number, { category: 'dispute', class: 'complex', text: '是邻里纠纷' })
    expect((await get(`requests/${number}.json`)).statusCode).toBe(404)
  })

  it('filters by id, service, time and status', async () => {
    const [a, b] = [await send(), await send({ service_code: 'road', description: `路面坑洼 ${next()}` })]
    const found = async (query: string) => {
      const answer = await get(`requests.json?${query}`)
      expect([query, answer.statusCode]).toEqual([query, 200])
      inXml.requests.parse(xml((await get(`requests.xml?${query}`)).body))
      return inJson.requests.parse(answer.json()).map(({ service_request_id }) => service_request_id)
    }
    expect((await found(`service_request_id=${a},${b},nosuch&status=closed`)).sort()).toEqual([a, b].sort())
    const all = await found('')
    expect(all).toContain(a)
    expect(await found('service_code=road,nosuch')).toContain(b)
    expect(await found('service_code=road')).not.toContain(a)
    expect(await found('status=closed')).not.toContain(a)
    expect(await found('status=OPEN,closed')).toContain(a)
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 19)
    expect(await found(`start_date=${ago(1)}Z`)).toContain(a)
    expect(await found(`start_date=${ago(1)}+00:00`)).toContain(a)
    expect(await found(`end_date=${ago(1)}Z`)).not.toContain(a)
    expect(await found(`start_date=${ago(90)}Z&end_date=${ago(0.001)}Z`)).toBeDefined()
    for (const query of [
      `start_date=${ago(92)}Z&end_date=${ago(1)}Z`,
      `start_date=${ago(1)}Z&end_date=${ago(2)}Z`,
      'start_date=yesterday',
      'start_date=2026-02-30T00:00:00Z',
      'end_date=2026-01-01T00:00:00%2B99:00',
      'status=pending',
    ]) {
      const answer = await get(`requests.json?${query}`)
      expect([query, answer.statusCode]).toEqual([query, 400])
      inJson.errors.parse(answer.json())
    }
  })
})
