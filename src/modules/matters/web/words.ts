import { titleOf } from '../../../core/code/index.ts'
import type { Tone } from '../../../platform/web/feedback/status-tag.tsx'
import { categories } from '../category/categories.ts'
import { closingReason, matterClass } from '../codes.ts'
import { type State, states } from '../life/states.ts'

export const stateTitle = (state: string): string => states[state as State] ?? state

const tones: Partial<Record<State, Tone>> = {
  submitted: 'look',
  assigned: 'look',
  deciding: 'look',
  closed: 'good',
}
export const stateTone = (state: string): Tone => tones[state as State] ?? 'plain'

export const categoryTitle = (code: string): string =>
  categories.find((category) => category.code === code)?.title ?? code

export const classTitle = (code: string): string => titleOf(matterClass, code)
export const closingTitle = (code: string): string => titleOf(closingReason, code)

const hour = 3_600_000
const day = 24 * hour

/** How long until an instant, in the one unit that matters: 还剩 3 天, 超期 2 小时. */
export const wordLeft = (due: string, now: number = Date.now()): string => {
  const left = Date.parse(due) - now
  const size = Math.abs(left)
  const text =
    size >= 2 * day
      ? `${Math.floor(size / day)} 天`
      : size >= hour
        ? `${Math.floor(size / hour)} 小时`
        : `${Math.max(1, Math.floor(size / 60_000))} 分钟`
  return left >= 0 ? `还剩 ${text}` : `超期 ${text}`
}
