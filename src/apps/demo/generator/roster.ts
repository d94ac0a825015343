import type { Random } from './random.ts'

/** A set from which any member can be drawn at once. */
export interface Roster<T> {
  readonly size: number
  add(member: T): void
  remove(member: T): void
  has(member: T): boolean
  /** One by chance; undefined where there is none. */
  draw(random: Random): T | undefined
  /** All as they are now; changing the roster does not disturb it. */
  list(): T[]
}

export const makeRoster = <T>(): Roster<T> => {
  const members: T[] = []
  const places = new Map<T, number>()
  return {
    get size() {
      return members.length
    },
    add(member) {
      if (places.has(member)) return
      places.set(member, members.length)
      members.push(member)
    },
    remove(member) {
      const place = places.get(member)
      if (place === undefined) return
      const last = members.pop()!
      places.delete(member)
      if (last === member) return
      members[place] = last
      places.set(last, place)
    },
    has: (member) => places.has(member),
    draw: (random) => (members.length === 0 ? undefined : random.pick(members)),
    list: () => [...members],
  }
}
