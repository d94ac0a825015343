import { categories } from './categories.ts'

/** Danger goes before everything else that is said. */
const urgency = 3

/**
 * The categories that a resident's words may mean, the likeliest first: each known word counts by its length, so
 * that 路灯 weighs more than 灯. Empty where nothing is known; nothing is guessed.
 */
export const proposeCategories = (text: string, most = 3): string[] =>
  categories
    .map(({ code, words, class: of }) => {
      const found = words.filter((word) => text.includes(word))
      const weight = found.reduce((sum, word) => sum + word.length ** 1.5, 0)
      return { code, weight: of === 'danger' ? weight * urgency : weight }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ code }) => code)
