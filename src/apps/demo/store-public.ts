import type { PoolClient } from 'pg'
import { addDays } from '../../core/time/index.ts'
import { newId } from '../../platform/server/new-id.ts'
import { copyRows } from '../../platform/server/repository/bulk.ts'

const services = [
  {
    kind: 'window',
    title: '老年人优待证',
    about: '年满 65 岁的老人办理优待证，乘公交、进公园用。',
    who: '本区户籍或持居住证、年满 65 岁的老人；可以由家人代办。',
    bring: '身份证原件\n一寸照片 2 张\n代办的带代办人身份证',
  },
  {
    kind: 'window',
    title: '残疾人两项补贴申请',
    about: '困难残疾人生活补贴、重度残疾人护理补贴的申请和变更。',
    who: '持有残疾人证、符合补贴条件的本区户籍残疾人或其监护人。',
    bring: '残疾人证\n户口簿\n本人银行卡\n低保证（有的带）',
  },
  {
    kind: 'agency',
    title: '代办高龄津贴年审',
    about: '行动不便的老人，由社区上门核实后代为年审。',
    who: '80 岁以上、不方便出门的老人。',
    bring: '身份证复印件\n上门时本人在家即可',
  },
]

const replies = [
  ['answer', '', '已办好', '您反映的“{摘要}”已由{承办单位}办好，请您看看。有问题随时告诉我们。'],
  ['answer', 'light', '灯已修好', '您反映的{地点}照明问题，已更换灯具并试亮。谢谢您告诉我们。'],
  [
    'callback',
    '',
    '回访',
    '您好，这里是{社区}。{受理日期}您反映“{摘要}”，{承办单位}已经答复。请问解决了吗？您满意吗？哪里还没有办好？',
  ],
] as const

const hours = [
  ['09:00', '10:00', 4],
  ['10:00', '11:00', 4],
  ['14:30', '16:00', 6],
] as const

/** Services with open times, announcements and a posting of the first community with a head; and some solved matters told. */
export const storePublic = async (
  client: PoolClient,
  { district, community, today }: { district: string; community: string; today: string },
): Promise<void> => {
  const made = services.map((service) => ({ id: newId(), ...service }))
  await copyRows(
    client,
    'public_service',
    ['district', 'id', 'area', 'kind', 'title', 'about', 'who', 'bring', 'place', 'hours', 'phone'],
    made.map(({ id, kind, title, about, who, bring }) => [
      district,
      id,
      community,
      kind,
      title,
      about,
      who,
      bring,
      '社区党群服务中心一楼大厅',
      '工作日 9:00–11:30，14:00–17:00',
      '',
    ]),
  )
  const days = Array.from({ length: 14 }, (_, index) => addDays(today, index + 1)).filter((day) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    return weekday !== 0 && weekday !== 6
  })
  await copyRows(
    client,
    'service_slot',
    ['district', 'id', 'service', 'starts_at', 'ends_at', 'capacity', 'booked'],
    made.flatMap(({ id }) =>
      days.flatMap((day) =>
        hours.map(([from, to, capacity]) => [
          district,
          newId(),
          id,
          new Date(`${day}T${from}:00+08:00`),
          new Date(`${day}T${to}:00+08:00`),
          capacity,
          0,
        ]),
      ),
    ),
  )
  const now = new Date(`${today}T00:00:00+08:00`)
  await copyRows(
    client,
    'notice',
    ['district', 'id', 'area', 'kind', 'title', 'body', 'from_day', 'to_day', 'objection', 'published_at'],
    [
      [
        district,
        newId(),
        community,
        'announcement',
        '二次供水水箱清洗停水通知',
        '周六 9:00–15:00 清洗水箱，请提前存水。来水后先放一放再用。',
        today,
        addDays(today, 6),
        '',
        now,
      ],
      [
        district,
        newId(),
        community,
        'posting',
        '拟纳入最低生活保障对象公示',
        '经入户调查和评议，拟将王某兰（一人户）、李某（二人户）纳入最低生活保障。',
        today,
        addDays(today, 7),
        '公示期内可以到社区党群服务中心书面或当面提出，署名的七日内答复。',
        now,
      ],
    ],
  )
  await copyRows(
    client,
    'reply_template',
    ['district', 'id', 'area', 'use', 'category', 'title', 'text'],
    replies.map(([use, category, title, text]) => [district, newId(), district, use, category, title, text]),
  )
  await client.query(
    `insert into matter_release (district, matter, area, category, text, solved_on, released_at)
      select p.district, p.id, left(p.area, 12), p.category, s.detail->>'text', p.closed_on, $3
      from (select distinct on (id) * from matter_past where district = $1 and area like $2 || '%' and ended is not null
        and solved and closed_on <= $4 order by id, version desc) p
      join lateral (select detail from matter_step s where s.district = p.district and s.matter = p.id
        and s.kind = 'answer' order by seq desc limit 1) s on true
      order by p.closed_on desc limit 6`,
    [district, community, now, today],
  )
}
