import type { z } from 'zod'

/** What the fields of requests are called, where a sentence has to name them. */
const titles: Readonly<Record<string, string>> = {
  area: '区域',
  areas: '区域',
  asOf: '截止日期',
  body: '承办单位',
  category: '类别',
  content: '内容',
  cursor: '翻页标记',
  date: '日期',
  definition: '台账',
  description: '说明',
  due: '期限',
  fields: '字段',
  file: '文件',
  filter: '筛选条件',
  from: '起始日期',
  id: '编号',
  key: '代号',
  label: '名称',
  ledger: '台账',
  limit: '每页条数',
  mapping: '列对应',
  name: '名称',
  on: '日期',
  options: '选项',
  passages: '段落',
  period: '期间',
  person: '居民',
  persons: '居民',
  phone: '电话',
  place: '地点',
  purpose: '用途',
  q: '搜索内容',
  reason: '原因',
  role: '岗位',
  rows: '行',
  sheet: '工作表',
  sort: '排序',
  staff: '人员',
  subject: '对象',
  template: '模板',
  text: '文字',
  title: '名称',
  to: '截止日期',
  type: '类型',
  unit: '单位',
  username: '用户名',
  values: '填写的内容',
  version: '版本',
}

/** Where in a request something is, as people say it: `fields.2.title` is 第 3 个字段的名称. */
export const wordPath = (path: readonly PropertyKey[]): string => {
  let place = ''
  for (const step of path) {
    const isIndex = typeof step === 'number' || /^\d+$/.test(String(step))
    if (isIndex) place = `第 ${Number(step) + 1} 个${place || '项'}`
    else {
      const title = titles[String(step)] ?? `「${String(step)}」`
      place = place === '' ? title : `${place}的${title}`
    }
  }
  return place
}

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '“是”或“否”',
  array: '一个列表',
  record: '一组内容',
  object: '一组内容',
  date: '日期',
}

const formats: Readonly<Record<string, string>> = {
  uuid: '编号的格式不对，请刷新页面后重试',
  date: '日期应写作 2026-01-12',
  datetime: '时间的格式不对',
  url: '网址的格式不对',
  email: '邮箱的格式不对',
}

const sizes: Readonly<Record<string, string>> = { string: ' 个字', array: ' 项', set: ' 项', file: ' 字节' }

/** What is wrong with a value, in words that stand after its name. For `z.config`: a schema's own words come first. */
export const wordIssue: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? '没有填写'
        : `应为${kinds[issue.expected] ?? '另一种内容'}`
    case 'invalid_value':
      if (issue.input === undefined || issue.input === null) return '没有填写'
      return issue.values.length === 1
        ? `只能是 ${String(issue.values[0])}`
        : `只能是其中之一：${issue.values.map(String).join('、')}`
    case 'too_big':
      return `最多${sizes[issue.origin] ? '' : '为'} ${issue.maximum}${sizes[issue.origin] ?? ''}`
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return '没有填写'
      return `至少${sizes[issue.origin] ? '' : '为'} ${issue.minimum}${sizes[issue.origin] ?? ''}`
    case 'invalid_format':
      return formats[issue.format] ?? '格式不对'
    case 'not_multiple_of':
      return `应为 ${issue.divisor} 的倍数`
    case 'unrecognized_keys':
      return `有不认识的内容：${issue.keys.join('、')}`
    default:
      return '内容不对'
  }
}
