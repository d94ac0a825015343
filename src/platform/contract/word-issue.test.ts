import { expect, test } from 'vitest'
import { z } from 'zod'
import { wordIssue, wordPath } from './word-issue.ts'

const input = z.object({
  area: z.string(),
  id: z.uuid(),
  limit: z.coerce.number().max(500),
  fields: z.array(z.object({ title: z.string().min(2).max(5), type: z.enum(['text', 'date']) })).min(1),
  purpose: z.string().min(2, '请写明导出的用途'),
})

const told = (value: unknown) =>
  input
    .safeParse(value, { error: wordIssue })
    .error?.issues.map(({ path, message }) => `${wordPath(path)}：${message}`)

test('what is wrong with a request, nested or not, is said as people say it', () => {
  expect(
    told({
      id: 'x',
      limit: 900,
      fields: [{ title: '甲乙' }, { title: '一二三四五六', type: 'x' }],
      purpose: '',
    }),
  ).toEqual([
    '区域：没有填写',
    '编号：编号的格式不对，请刷新页面后重试',
    '每页条数：最多为 500',
    '第 1 个字段的类型：没有填写',
    '第 2 个字段的名称：最多 5 个字',
    '第 2 个字段的类型：只能是其中之一：text、date',
    '用途：请写明导出的用途',
  ])
  expect(told({ area: 3, id: crypto.randomUUID(), limit: 1, fields: [], purpose: '存档' })).toEqual([
    '区域：应为文字',
    '字段：至少 1 项',
  ])
})
