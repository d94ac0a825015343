import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

const special = /[\\\t\n\r]/
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const escapeText = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character]!) : text

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escapeText(value)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (value instanceof Date) return value.toISOString()
  return escapeText(JSON.stringify(value))
}

const chunkLength = 64 * 1024

const lineOf = (row: readonly unknown[]): string => {
  let line = textOf(row[0])
  for (let column = 1; column < row.length; column++) line += `\t${textOf(row[column])}`
  return `${line}\n`
}

/** Lines gathered into pieces that are worth a write. */
function* textChunks(rows: Iterable<readonly unknown[]>, count: () => void) {
  let chunk = ''
  for (const row of rows) {
    chunk += lineOf(row)
    count()
    if (chunk.length < chunkLength) continue
    yield Buffer.from(chunk)
    chunk = ''
  }
  if (chunk) yield Buffer.from(chunk)
}

/** As {@link textChunks}, of rows that are waited for. */
async function* comingChunks(rows: AsyncIterable<readonly unknown[]>, count: () => void) {
  let chunk = ''
  for await (const row of rows) {
    chunk += lineOf(row)
    count()
    if (chunk.length < chunkLength) continue
    yield Buffer.from(chunk)
    chunk = ''
  }
  if (chunk) yield Buffer.from(chunk)
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * Writes rows by COPY, in the transaction that the client is in; they are taken as fast as the server does, so that
 * memory stays level. Values as for a query; objects and arrays become JSON. Nothing is stored where a row or the
 * source of the rows fails. Answers how many rows there were.
 */
export const copyRows = async (
  client: ClientBase,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>,
): Promise<number> => {
  let count = 0
  const target = client.query(copyFrom(`copy ${quote(table)} (${columns.map(quote).join(', ')}) from stdin`))
  const counted = () => count++
  await pipeline(Symbol.iterator in rows ? textChunks(rows, counted) : comingChunks(rows, counted), target)
  return count
}
