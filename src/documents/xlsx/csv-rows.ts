import type { Cell, Row } from './workbook.ts'

const delimiters = [',', '\t', ';', '|']

/** The separator that the first lines use most; a comma where none stands out. */
const delimiterOf = (head: string): string => {
  const bare = head.replace(/"(?:[^"]|"")*"?/g, '')
  const counted = delimiters.map((sign) => ({ sign, times: bare.split(sign).length }))
  return counted.reduce((best, each) => (each.times > best.times ? each : best)).sign
}

const headLength = 20_000

/** A longer record in quotes is a quote that somebody forgot to close. */
const longestQuoted = 100_000

/** Fields of a line with quotes; undefined where one of them is not closed. */
const splitQuoted = (line: string, delimiter: string): string[] | undefined => {
  const fields: string[] = []
  for (let at = 0; ; ) {
    let field = ''
    let next = at
    while (line.charCodeAt(next) === 32) next++
    if (line[next] === '"') {
      for (next++; ; ) {
        const quote = line.indexOf('"', next)
        if (quote < 0) return undefined
        field += line.slice(next, quote)
        next = quote + 1
        if (line[next] !== '"') break
        field += '"'
        next++
      }
      at = next
    }
    const end = line.indexOf(delimiter, at)
    fields.push(field + line.slice(at, end < 0 ? line.length : end))
    if (end < 0) return fields
    at = end + 1
  }
}

/**
 * Splits CSV (RFC 4180, with any common separator) into rows as its text comes in, in constant memory. Rows count
 * as a spreadsheet program numbers them; empty ones are left out. A quote that is never closed is taken as written.
 */
export class CsvRows {
  #rest = ''
  #delimiter: string | undefined
  #number = 0

  /** Takes a piece and answers the rows that are whole by now. */
  write(piece: string): Row[] {
    this.#rest += piece
    return this.#delimiter === undefined && this.#rest.length < headLength ? [] : this.#take(false)
  }

  /** The rows that no line break closed. */
  end(): Row[] {
    return this.#take(true)
  }

  #take(isLast: boolean): Row[] {
    const source = this.#rest
    this.#delimiter ??= delimiterOf(source.slice(0, headLength))
    const rows: Row[] = []
    let at = 0
    while (at < source.length) {
      const record = this.#record(source, at, isLast)
      if (!record) break
      this.#number++
      const row = this.#row(record.fields)
      if (row) rows.push(row)
      at = record.next
    }
    this.#rest = source.slice(at)
    return rows
  }

  /** The record that begins at a place; undefined where it is not all there yet. */
  #record(source: string, from: number, isLast: boolean): { fields: string[]; next: number } | undefined {
    const delimiter = this.#delimiter!
    let plain: { fields: string[]; next: number } | undefined
    for (let search = from; ; ) {
      const feed = source.indexOf('\n', search)
      if (feed < 0 && !isLast) return source.length - from > longestQuoted ? plain : undefined
      const next = feed < 0 ? source.length : feed + 1
      const end = feed < 0 ? next : source.charCodeAt(feed - 1) === 13 && feed > from ? feed - 1 : feed
      const line = source.slice(from, end)
      if (!line.includes('"')) return { fields: line.split(delimiter), next }
      const fields = splitQuoted(line, delimiter)
      if (fields) return { fields, next }
      plain ??= { fields: line.split(delimiter), next }
      if (feed < 0 || next - from > longestQuoted) return plain
      search = next
    }
  }

  #row(fields: readonly string[]): Row | undefined {
    const cells: Cell[] = []
    for (let index = 0; index < fields.length; index++) {
      const text = fields[index]!.trim()
      if (text !== '') cells.push({ row: this.#number, column: index + 1, kind: 'text', text, value: text })
    }
    return cells.length === 0 ? undefined : { number: this.#number, hidden: false, cells }
  }
}
