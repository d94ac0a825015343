import { strToU8 } from 'fflate'
import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import {
  addRelationship,
  readRelationships,
  readText,
  setContentType,
  type WordPackage,
} from '../opc/index.ts'
import type { CommentAuthor } from './comment.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const escaped = (text: string): string =>
  text
    // What XML cannot hold.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** A comment as comments.xml holds it (ECMA-376-1 §17.13.4.2). */
export const commentXml = (id: number, text: string, { name, initials, at }: CommentAuthor): string => {
  const paragraphs = text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
  return `<w:comment w:id="${id}" w:author="${escaped(name)}" w:initials="${escaped(initials)}" w:date="${at}">${paragraphs.join('')}</w:comment>`
}

const find = (file: WordPackage): string | undefined => {
  const relationships = readRelationships(file, file.main)
  const target = relationships.ok
    ? relationships.value.find(({ type }) => type.endsWith('/relationships/comments'))?.target
    : undefined
  return target != null && file.parts.has(target) ? target : undefined
}

/** The first number that no comment of the file has. */
export const firstFreeId = (file: WordPackage): number => {
  const part = find(file)
  const xml = part === undefined ? '' : readText(file.parts.get(part)!)
  const taken = [...xml.matchAll(/<w:comment\s[^>]*?w:id="(-?\d+)"/g)].map(([, id]) => Number(id))
  return Math.max(-1, ...taken) + 1
}

/** Adds comments to the file's part of them, which is made where there is none; those there stay as they are. */
export const appendComments = (file: WordPackage, comments: readonly string[]): Parsed<null> => {
  const known = find(file)
  if (known === undefined) {
    const folder = file.main.slice(0, file.main.lastIndexOf('/') + 1)
    let part = `${folder}comments.xml`
    for (let n = 1; file.parts.has(part); n++) part = `${folder}comments${n}.xml`
    const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${NAMESPACE}">${comments.join('')}</w:comments>`
    file.parts.set(part, strToU8(xml))
    setContentType(file, part, TYPE)
    addRelationship(file, file.main, RELATIONSHIP, part)
    return parsed(null)
  }
  const xml = readText(file.parts.get(known)!)
  const end = xml.lastIndexOf('</w:comments>')
  const empty = /<w:comments\b[^>]*\/>\s*$/.exec(xml)
  if (end < 0 && !empty)
    return refused('文档里原有的批注读不出来，不能再加批注。请用 Word 或 WPS 另存一次再试。')
  const next = empty
    ? `${xml.slice(0, empty.index)}${empty[0].replace(/\s*\/>\s*$/, '>')}${comments.join('')}</w:comments>`
    : xml.slice(0, end) + comments.join('') + xml.slice(end)
  file.parts.set(
    known,
    strToU8(next.replace(/^\ufeff/, '').replace(/encoding="UTF-16"/i, 'encoding="UTF-8"')),
  )
  return parsed(null)
}
