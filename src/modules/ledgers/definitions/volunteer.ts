import { volunteerTeamKind } from '../../../core/code/index.ts'
import { code, date, defineLedger, text } from '../../../core/definition/index.ts'
import { person } from '../../registry/index.ts'

/** 志愿者台账: people, beside the teams of 志愿服务队伍台账 (民政部令第67号: who, in which service). */
export const volunteer = defineLedger({
  name: 'volunteer',
  title: '志愿者台账',
  unit: '人',
  of: person,
  description: '在社区登记的志愿者和所参加的服务。',
  basis: { kind: 'consent', rule: '《志愿服务条例》' },
  entry: {
    // 志愿服务条例 allows minors with their guardian; below 14 nobody is entered (check).
    rule: 'person.age >= 14',
    message: '未满 14 周岁，不登记为志愿者。',
  },
  upkeep: { keeper: '社区社工', everyDays: 365 },
  fields: {
    number: { type: text({ max: 30 }), title: '志愿者编号', listed: false },
    teamKind: {
      type: code(volunteerTeamKind),
      title: '所在队伍类型',
      element: 'organisation.kind',
      required: true,
    },
    skills: { type: text({ max: 100 }), title: '特长', element: 'volunteer.activityContent' },
    registeredOn: { type: date, title: '注册时间', element: 'volunteer.startedAt' },
  },
})
