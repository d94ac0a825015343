import type { Element } from './element.ts'
import list from './elements.json' with { type: 'json' }

export type { Element, ElementType } from './element.ts'

/** The data dictionary: every element that Youju knows, in the order of the entities. */
export const elements: readonly Element[] = list as readonly Element[]

const byKey = new Map(elements.map((element) => [element.key, element]))

/** The element of that key, such as `person.idNumber`, if the dictionary has it. */
export const findElement = (key: string): Element | undefined => byKey.get(key)
