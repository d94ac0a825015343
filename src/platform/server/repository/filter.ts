import { type RawBuilder, sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import { Problem } from '../../contract/problem.ts'
import { escapeLike } from './escape-like.ts'
import { raw } from './raw.ts'
import type { Repository } from './repository.ts'
import { findTerm, type Term } from './term.ts'
import type { Viewpoint } from './viewpoint.ts'

export interface Filter {
  readonly condition: RawBuilder<unknown>
  readonly ofSubject: boolean
}

const invalid = (title: string, text: string): Problem =>
  new Problem('request.invalid', `筛选条件「${title}」的值「${text}」不对，请重新选择。`)

/** A literal of the term's type; numbers and dates that are none are refused with the filter's name. */
const literal = (term: Term, title: string, text: string): unknown => {
  if (term.type === 'int' || term.type === 'double') {
    const value = Number(text)
    if (!Number.isFinite(value) || (term.type === 'int' && Math.abs(value) > 2_147_483_647))
      throw invalid(title, text)
    return value
  }
  if (term.type === 'date') {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) throw invalid(title, text)
    return text
  }
  if (term.type === 'bool') {
    if (text !== 'true' && text !== 'false') throw invalid(title, text)
    return text === 'true'
  }
  return text
}

const compare = (term: Term, operator: '>=' | '<=' | '==', value: unknown): RawBuilder<unknown> => {
  const better = term.compare?.(operator, value)
  if (better) return raw(better.sql, better.parameters)
  return sql`${sql.raw(term.sql)} ${sql.raw(operator === '==' ? '=' : operator)} ${value}`
}

const condition = (term: Term, title: string, text: string): RawBuilder<unknown> => {
  if (text === '') return sql`${sql.raw(term.sql)} is null`
  if (text.startsWith('~') && term.type === 'string')
    return sql`${sql.raw(term.sql)} like ${`%${escapeLike(text.slice(1))}%`}`
  const range = /^(.*)\.\.(.*)$/.exec(text)
  if (range && term.type !== 'string') {
    const [, from, to] = range as unknown as [string, string, string]
    const parts = [
      from === '' ? [] : [compare(term, '>=', literal(term, title, from))],
      to === '' ? [] : [compare(term, '<=', literal(term, title, to))],
    ].flat()
    return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `)
  }
  const choices = text.split(',').map((choice) => compare(term, '==', literal(term, title, choice)))
  return sql`(${sql.join(choices, sql` or `)})`
}

/**
 * Filters as they stand in a URL (`kind=1,2`, `person.age=60..`, `name=~张`, `mobile=`), made into conditions.
 * A name that the definition does not have is refused.
 */
export const readFilters = (
  repository: Repository,
  definition: Definition,
  viewpoint: Viewpoint,
  filters: Readonly<Record<string, string>>,
): Filter[] =>
  Object.entries(filters).map(([path, text]) => {
    const term = findTerm(repository, definition, viewpoint, path)
    if (!term) throw new Problem('request.invalid', `${definition.title}没有可筛选的「${path}」一项。`)
    return { condition: condition(term, term.field?.title ?? path, text), ofSubject: term.ofSubject }
  })
