import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeCipher } from '../cipher/cipher.ts'
import { freshKeyRing } from '../cipher/key-ring.ts'
import { solvePuzzle } from '../testing/solve-puzzle.ts'
import { isSolved, puzzleAttribute, puzzleScript } from './form-puzzle.ts'
import { isLookedThrough, issueTicket, readTicket } from './form-ticket.ts'

const script = /<script>([\s\S]*)<\/script>/.exec(puzzleScript.text)![1]!
const bits = /"(\d+)"/.exec(puzzleAttribute.text)![1]!

/** What the script does on a page whose form carries this ticket; `sendAt` looks: the form is sent that early. */
const runOnPage = (ticket: string, work = '', sendAt = Number.POSITIVE_INFINITY) => {
  const field = { value: work as string | number }
  const button = { disabled: false, textContent: '提交' }
  let sent = 0
  let prevented = 0
  let onSubmit: ((event: { preventDefault(): void }) => void) | undefined
  const waiting: (() => void)[] = []
  const form = {
    elements: { work: field, ticket: { value: ticket } },
    getAttribute: () => bits,
    addEventListener: (_: string, listener: typeof onSubmit) => {
      onSubmit = listener
    },
    querySelector: () => button,
    submit: () => void sent++,
  }
  const document = { querySelector: () => form }
  // A clock that runs out at every look, so that one number is tried at a time.
  let time = 0
  const Clock = { now: () => (time += 20) }
  runInNewContext(script, {
    document,
    Date: Clock,
    setTimeout: (next: () => void) => void waiting.push(next),
  })
  for (let look = 0; waiting.length > 0; look++) {
    if (look === sendAt) onSubmit?.({ preventDefault: () => void prevented++ })
    waiting.shift()!()
  }
  if (sendAt === Number.POSITIVE_INFINITY) onSubmit?.({ preventDefault: () => void prevented++ })
  return { work: String(field.value), sent, prevented, button }
}

/** A ticket whose puzzle is solved after few numbers, but not at once. */
const easyTicket = (() => {
  for (let n = 0; ; n++)
    for (let work = 50; work < 2000; work++) {
      if (isSolved(`easy.${n}`, String(work)) && solvePuzzle(`easy.${n}`) === String(work)) return `easy.${n}`
    }
})()

it('is solved by the page’s script for tickets of any length, as the server counts', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9._-]{1,140}$/), (ticket) => {
      expect(runOnPage(ticket).work).toBe(solvePuzzle(ticket))
    }),
    { numRuns: 3 },
  )
})

it('holds a form back that is sent before the number is found, and sends it then', {
  timeout: 30_000,
}, () => {
  const ticket = easyTicket
  expect(runOnPage(ticket, '', 3)).toMatchObject({
    work: solvePuzzle(ticket),
    sent: 1,
    prevented: 1,
    button: { disabled: true },
  })
  expect(runOnPage(ticket)).toMatchObject({ sent: 0, prevented: 0 })
})

it('is another one for every ticket, and nothing but its number solves it', () => {
  const [one, other] = ['one.ticket', 'another.ticket']
  const work = solvePuzzle(one)
  expect(isSolved(one, work)).toBe(true)
  expect(isSolved(other, work)).toBe(false)
  for (const wrong of ['', '-1', `0${work}`, `${work} `, '99999999999', '1e3'])
    expect(isSolved(one, wrong)).toBe(false)
})

it('takes a few kilobytes', () => {
  expect(script.length).toBeLessThan(3000)
})

it('knows who looked their words through, by the same form alone', () => {
  const cipher = makeCipher(freshKeyRing())
  const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000)
  const read = (ticket: string) => readTicket(cipher, ticket, at(60))!
  const ticket = read(issueTicket(cipher, at(0)))
  const again = issueTicket(cipher, at(20), ticket.nonce)
  expect(isLookedThrough(cipher, ticket, again, at(24))).toBe(false)
  expect(isLookedThrough(cipher, ticket, again, at(25))).toBe(true)
  expect(isLookedThrough(cipher, ticket, again, at(200_000))).toBe(false)
  // Neither the form's own ticket, nor one of another form, nor a made-up one.
  expect(isLookedThrough(cipher, ticket, issueTicket(cipher, at(0), ticket.nonce), at(60))).toBe(false)
  expect(isLookedThrough(cipher, ticket, issueTicket(cipher, at(20)), at(60))).toBe(false)
  expect(isLookedThrough(cipher, ticket, again.slice(0, -2), at(60))).toBe(false)
})
