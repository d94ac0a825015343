import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { drawStates } from './draw-states.ts'

it('draws in the docs what the table says', () => {
  const text = readFileSync(new URL('../../../../docs/matters.md', import.meta.url), 'utf8')
  expect(/```mermaid\n([\s\S]*?)\n```/.exec(text)?.[1]).toBe(drawStates())
})
