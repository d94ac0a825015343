import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { problemStatus } from './problem.ts'

it('documents every error code with its status', () => {
  const text = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8')
  const documented = Object.fromEntries(
    [...text.matchAll(/^\| `([\w.]+)` \| (\d+) \|/gm)].map(([, code, status]) => [code, Number(status)]),
  )
  expect(documented).toEqual(problemStatus)
})
