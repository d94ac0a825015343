import { expect, test } from 'vitest'
import { splitProblem } from './split-problem.ts'

const problem = (places: { field?: string; message: string }[]) => ({
  type: 'urn:youju:field.invalid',
  title: '有几处填写不对。',
  status: 422,
  code: 'field.invalid',
  places,
})
const fields = new Map([['idNumber', '公民身份号码']])

test('what the fields can show is not said twice', () => {
  const split = splitProblem(
    problem([{ field: 'idNumber', message: '公民身份号码：校验码不对，应为 X。' }]),
    fields,
  )
  expect(split).toEqual({ atFields: { idNumber: '校验码不对，应为 X。' }, elsewhere: null })
})

test('what no field shows stays above the form', () => {
  const split = splitProblem(problem([{ field: 'area', message: '不在您的工作范围内。' }]), fields)
  expect(split.atFields).toEqual({})
  expect(split.elsewhere?.places).toHaveLength(1)
})

test('a problem without places stays above the form', () => {
  expect(splitProblem(problem([]), fields).elsewhere?.title).toBe('有几处填写不对。')
  expect(splitProblem(null, fields)).toEqual({ atFields: {}, elsewhere: null })
})
