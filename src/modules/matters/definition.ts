import {
  code,
  date,
  decimal,
  defineRecord,
  flag,
  integer,
  longText,
  phone,
  text,
} from '../../core/definition/index.ts'
import { matterCategory } from './category/categories.ts'
import { closingReason, matterChannel, matterClass, matterState, satisfaction } from './codes.ts'

/**
 * 诉求: from a resident's word to the callback. Only the module's own steps change it; the record is what the
 * steps came to, so that lists, metrics, forms and reports treat it like any other. It ends when it is closed.
 */
export const matter = defineRecord({
  name: 'matter',
  title: '诉求',
  unit: '件',
  table: 'matter',
  rights: { read: 'matter.read', write: 'matter.write' },
  managed: true,
  fields: {
    number: { type: text({ max: 30 }), title: '编号', required: true, search: ['text'], kept: true },
    title: { type: text({ max: 60 }), title: '摘要', required: true, search: ['text'] },
    content: { type: longText({ max: 8000 }), title: '内容', required: true, listed: false },
    category: { type: code(matterCategory), title: '类别', required: true },
    class: { type: code(matterClass), title: '时限类别', required: true, listed: false },
    channel: { type: code(matterChannel), title: '来源渠道', required: true },
    state: { type: code(matterState), title: '状态', required: true, kept: true },
    place: { type: text({ max: 120 }), title: '地点', search: ['text'] },
    longitude: { type: decimal({ decimals: 6, min: -180, max: 180 }), title: '经度', listed: false },
    latitude: { type: decimal({ decimals: 6, min: -90, max: 90 }), title: '纬度', listed: false },
    reporterName: { type: text({ max: 50 }), title: '反映人', sensitive: 'contact', listed: false },
    reporterPhone: {
      type: phone,
      title: '反映人电话',
      sensitive: 'contact',
      search: ['whole', 'tail'],
      listed: false,
    },
    anonymous: { type: flag, title: '匿名', listed: false },
    owner: { type: text({ max: 60 }), title: '承办单位', required: true, kept: true, listed: false },
    pending: { type: text({ max: 60 }), title: '待签收单位', kept: true, listed: false },
    receivedOn: { type: date, title: '受理日期', required: true, kept: true },
    dueOn: { type: date, title: '应办结日期', required: true, kept: true },
    closedOn: { type: date, title: '办结日期', kept: true, listed: false },
    overdue: { type: flag, title: '是否超期', kept: true },
    respondedInTime: { type: flag, title: '是否按时响应', kept: true, listed: false },
    acceptedInTime: { type: flag, title: '是否按时签收', kept: true, listed: false },
    finishedInTime: { type: flag, title: '是否按时办结', kept: true, listed: false },
    returns: { type: integer({ min: 0, max: 99 }), title: '退回次数', unit: '次', kept: true, listed: false },
    reopened: {
      type: integer({ min: 0, max: 99 }),
      title: '重办次数',
      unit: '次',
      kept: true,
      listed: false,
    },
    reports: { type: integer({ min: 1, max: 99999 }), title: '反映人次', unit: '人次', kept: true },
    closing: { type: code(closingReason), title: '办结方式', kept: true, listed: false },
    solved: { type: flag, title: '是否解决', kept: true, listed: false },
    satisfaction: { type: code(satisfaction), title: '满意度', kept: true, listed: false },
    notOurs: { type: text({ max: 60 }), title: '应由谁办理', kept: true, listed: false },
  },
})
