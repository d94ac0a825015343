import { readFileSync } from 'node:fs'
import type { LabelledForm } from './form.ts'

/**
 * Forms made up in the style of departments, `# title` and `header>key | …`; `!` marks what is left alone. They were
 * written before the matcher was read.
 */
const read = (file: string): LabelledForm[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split(/^# /m)
    .slice(1)
    .map((text, index) => {
      const [title = '', ...lines] = text.split('\n')
      const columns = lines
        .join(' ')
        .split(' | ')
        .map((cell) => {
          const at = cell.lastIndexOf('>')
          const key = cell.slice(at + 1).trim()
          return { header: cell.slice(0, at).trim(), key: key.startsWith('!') ? null : key }
        })
      return {
        id: `${file} ${index + 1}`,
        title,
        columns,
        headerRows: headerRows(columns.map(({ header }) => header)),
      }
    })

/** 监护人信息/姓名 stands in two rows; 专职/兼职 in one. */
const headerRows = (headers: readonly string[]): string[][] => {
  const group = (header: string) => /^(.{2,6}信息|户籍地|来源地|家庭成员|居住人)\//.exec(header)?.[1] ?? null
  if (headers.every((header) => group(header) === null)) return [[...headers]]
  const top = headers.map((header, index) => {
    const own = group(header)
    return own === null ? header : index > 0 && group(headers[index - 1]!) === own ? '' : own
  })
  const below = headers.map((header) => (group(header) === null ? '' : header.slice(header.indexOf('/') + 1)))
  return [top, below]
}

const written = read('made-up.txt')

export const madeUpForms = {
  /** Read while the wording was worked on. */
  development: [...written.filter((_, index) => index % 2 === 0), ...read('made-up-more.txt')],
  /** Kept apart until their first score, and read since. */
  apartAtFirst: written.filter((_, index) => index % 2 === 1),
  /** Kept apart: only their score was looked at. */
  apart: read('made-up-apart.txt'),
  /** Four sittings more, each written before its first score was looked at, and read since. */
  third: read('made-up-third.txt'),
  fourth: read('made-up-fourth.txt'),
  fifth: read('made-up-fifth.txt'),
  sixth: read('made-up-sixth.txt'),
}
