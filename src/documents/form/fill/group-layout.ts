import { movedRow, type Range, type RowInsertion } from '../../xlsx/index.ts'
import type { RowGroup } from '../row-groups.ts'

/** Rows that go into one group of a form. */
export interface GroupRows {
  readonly count: number
  /** Name of the group, written before 小计 where the form writes one there. */
  readonly label: string
  /** Which of the form's groups takes them, from 0; null for a group that has to be added. */
  readonly printed: number | null
}

/** A group as it will stand. */
export interface LaidGroup extends GroupRows {
  /** The group of the blank form that it looks like. */
  readonly model: RowGroup
  readonly first: number
  /** Last row of the group, filled or left free. */
  readonly last: number
  readonly subtotal: number
}

/**
 * Where groups come to stand: one after the other, those of the form with at least the rows they had. All of the
 * form's groups must be among `groups`, in their order.
 */
export const layGroups = (planned: readonly RowGroup[], groups: readonly GroupRows[]): LaidGroup[] => {
  let next = planned[0]!.first
  return groups.map((group) => {
    const model = planned[group.printed ?? 0]!
    const first = next
    const room = group.printed === null ? 1 : model.last - model.first + 1
    const subtotal = first + Math.max(group.count, room)
    next = subtotal + 1
    return { ...group, model, first, last: subtotal - 1, subtotal }
  })
}

type Rows = readonly [top: number, bottom: number]

/** Says where rows of the blank form are once its groups are laid, seen from one group or from outside. */
export class GroupMap {
  readonly #planned: readonly RowGroup[]
  readonly #laid: readonly LaidGroup[]
  readonly #insertion: RowInsertion | null

  constructor(planned: readonly RowGroup[], laid: readonly LaidGroup[], insertion: RowInsertion | null) {
    this.#planned = planned
    this.#laid = laid
    this.#insertion = insertion
  }

  /** Rows named by a formula, which stands in `own` or outside of all groups. */
  rows([top, bottom]: Rows, own: LaidGroup | null = null): [number, number] {
    const { first } = this.#planned[0]!
    const end = this.#planned.at(-1)!
    if (own && top >= own.model.first && bottom <= own.model.subtotal)
      return [within(own, top, true), within(own, bottom, false)]
    // What spans all groups goes on doing so, also where more were added.
    if (top <= first && bottom >= end.last && bottom <= end.subtotal) {
      const last = this.#laid.at(-1)!
      return [top, bottom === end.subtotal ? last.subtotal : last.last]
    }
    return [this.#row(top, true), this.#row(bottom, false)]
  }

  /**
   * A formula that adds up every group of the form, by its 小计 (`E6+E10`) or by its rows (`SUM(E3:E5,E7:E9)`), for
   * all groups that there are now; null where it is none.
   */
  sumOfGroups(formula: string): string | null {
    const parts = formula
      .replace(/^\+/, '')
      .split(/[+,]/)
      .map((part) => /^(?:SUM\()*(\$?[A-Z]{1,3})\$?(\d+)(?::\1\$?(\d+))?\)*$/i.exec(part.replace(/\s+/g, '')))
    const planned = this.#planned
    if (parts.length !== planned.length || parts[0] === null) return null
    const column = parts[0]!.at(1)!
    const isSame = (row: (group: RowGroup) => Rows) =>
      parts.every((part, index) => {
        const [top, bottom] = row(planned[index]!)
        return part?.[1] === column && Number(part[2]) === top && Number(part[3] ?? part[2]) === bottom
      })
    if (isSame(({ subtotal }) => [subtotal, subtotal]))
      return sumOf(this.#laid.map(({ subtotal }) => `${column}${subtotal}`))
    if (isSame(({ first, last }) => [first, last]))
      return sumOf(this.#laid.map(({ first, last }) => `${column}${first}:${column}${last}`))
    return null
  }

  #row(row: number, isTop: boolean): number {
    const group = this.#laid.find(
      ({ model, printed }) => printed !== null && row >= model.first && row <= model.subtotal,
    )
    if (group) return within(group, row, isTop)
    return this.#insertion === null ? row : movedRow(row, this.#insertion)
  }
}

const within = ({ model, first, last, subtotal }: LaidGroup, row: number, isTop: boolean): number => {
  if (row === model.subtotal) return subtotal
  return row === model.last && !(isTop && row === model.first) ? last : first + (row - model.first)
}

/** A function takes 255 arguments. */
const mostArguments = 255

const sumOf = (parts: readonly string[]): string => {
  if (parts.length <= mostArguments) return `SUM(${parts.join(',')})`
  const sums: string[] = []
  for (let at = 0; at < parts.length; at += mostArguments)
    sums.push(sumOf(parts.slice(at, at + mostArguments)))
  return sumOf(sums)
}

/** Joined cells of the groups that are laid, after those of the groups they look like. */
export const groupMerges = (merges: readonly Range[], laid: readonly LaidGroup[]): Range[] =>
  laid.flatMap((group) => {
    const { model, first, last } = group
    return merges.flatMap((merge): Range[] => {
      if (merge.top < model.first || merge.bottom > model.subtotal) return []
      if (merge.top === model.first && merge.bottom === model.first)
        return Array.from({ length: last - first + 1 }, (_, index) => ({
          ...merge,
          top: first + index,
          bottom: first + index,
        }))
      // Every row looks like the first one.
      if (merge.top === merge.bottom && merge.top < model.subtotal) return []
      const moved = {
        ...merge,
        top: within(group, merge.top, true),
        bottom: within(group, merge.bottom, false),
      }
      return moved.top === moved.bottom && moved.left === moved.right ? [] : [moved]
    })
  })
