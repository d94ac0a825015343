import { expect, test } from 'vitest'
import { makeIntent } from './intent.ts'

test('a command sent again without an answer keeps its key', () => {
  const intent = makeIntent()
  expect(intent.keyFor('{"a":1}')).toBe(intent.keyFor('{"a":1}'))
})

test('another command, or the same after an answer, is a new intent', () => {
  const intent = makeIntent()
  const first = intent.keyFor('{"a":1}')
  expect(intent.keyFor('{"a":2}')).not.toBe(first)
  const second = intent.keyFor('{"a":2}')
  intent.answered()
  expect(intent.keyFor('{"a":2}')).not.toBe(second)
})

test('keys are version 4 UUIDs', () => {
  expect(makeIntent().keyFor('x')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
})
