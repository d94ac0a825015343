import { maskPhone } from '../../../core/identity/index.ts'

const numbers: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, () => '（邮箱）'],
  [/(?<!\d)\d{17}[\dXx](?!\d)/g, () => '（证件号码）'],
  [
    /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g,
    (found) => maskPhone(found.replace(/\D/g, '').slice(-11)),
  ],
  [/(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g, () => '（电话）'],
]

/**
 * What somebody wrote, fit to be read by everybody as far as a program can tell: without telephone and identity
 * numbers and e-mail addresses, and without `names`, which are known to be of people. Longer than it was it may get.
 */
export const maskText = (text: string, names: readonly string[] = []): string => {
  const plain = names
    .filter((name) => name.trim().length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name.trim(), '某某'), text)
  return numbers.reduce((left, [pattern, mask]) => left.replace(pattern, mask), plain)
}
