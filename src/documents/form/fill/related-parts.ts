import {
  movedRow,
  type PartChange,
  packText,
  plainXml,
  type Range,
  readRange,
  readRelationships,
  relationshipsOf,
  shiftFormula,
  writeRange,
  xmlText,
} from '../../xlsx/index.ts'
import type { ZipPackage } from '../../zip/index.ts'
import { moveAnchors } from './anchors.ts'
import type { Growth } from './ranges.ts'

/**
 * Parts beside a sheet that name its rows: tables, anchors of pictures and charts, comments, and the ranges that
 * charts draw. They change only where their rows moved or grew; all others are not touched.
 */
export const moveRelatedParts = (
  zip: ZipPackage,
  sheetPart: string,
  growth: Growth,
): ReadonlyMap<string, PartChange> => {
  const changes = new Map<string, PartChange>()
  const change = (part: string, edit: (xml: string) => string) => {
    const text = zip.has(part) ? zip.readText(part) : null
    if (!text?.ok) return
    const edited = edit(text.value)
    if (edited !== text.value) changes.set(part, packText(edited))
  }
  for (const { type, target } of relationsOf(zip, sheetPart)) {
    if (type === 'table') change(target, (xml) => growTable(xml, growth))
    if (growth.insertion === null) continue
    if (type === 'drawing') {
      change(target, (xml) => moveAnchors(xml, growth.insertion))
      for (const chart of relationsOf(zip, target))
        if (/chart/i.test(chart.type)) change(chart.target, (xml) => moveSeries(xml, growth))
    }
    if (type === 'comments' || type === 'threadedComment') change(target, (xml) => moveComments(xml, growth))
    if (type === 'vmlDrawing') change(target, (xml) => moveNotes(xml, growth))
  }
  return changes
}

const relationsOf = (zip: ZipPackage, part: string) => {
  const xml = zip.has(relationshipsOf(part)) ? zip.readText(relationshipsOf(part)) : null
  return xml?.ok ? readRelationships(xml.value, part).filter(({ external }) => !external) : []
}

/** A table that holds the rows grows with them; one below moves. */
const growTable = (xml: string, { insertion, first, last }: Growth): string => {
  const moved = (range: Range): Range => {
    const top = insertion === null ? range.top : movedRow(range.top, insertion)
    const holds = range.top <= first && range.bottom >= first
    const isEnd = insertion !== null && range.bottom === insertion.after
    const bottom =
      insertion === null ? range.bottom : movedRow(range.bottom, insertion) + (isEnd ? insertion.count : 0)
    return {
      ...range,
      top,
      bottom: holds && !/totalsRowCount="[1-9]/.test(xml) ? Math.max(bottom, last) : bottom,
    }
  }
  return xml.replace(
    /(<(?:[\w.-]+:)?(?:table|autoFilter|sortState|sortCondition)\b[^>]*?\sref=")([^"]*)/g,
    (whole, before: string, text: string) => {
      const range = readRange(text)
      return range ? before + writeRange(moved(range)) : whole
    },
  )
}

const moveSeries = (xml: string, { sheet, insertion }: Growth): string =>
  xml.replace(/(<(?:[\w.-]+:)?f>)([^<]*)(?=<)/g, (_, open: string, text: string) => {
    const formula = plainXml(text)
    const moved = shiftFormula(formula, sheet, null, insertion!)
    return open + (moved === formula ? text : xmlText(moved))
  })

const moveComments = (xml: string, { insertion }: Growth): string =>
  xml.replace(
    /(<(?:[\w.-]+:)?(?:comment|threadedComment)\b[^>]*?\sref=")([^"]*)/g,
    (whole, before: string, text: string) => {
      const range = readRange(text)
      const row = range && movedRow(range.top, insertion!)
      return range && row ? before + writeRange({ ...range, top: row, bottom: row }) : whole
    },
  )

/** The boxes of comments: `x:Row` and rows 3 and 7 of `x:Anchor` count from 0. */
const moveNotes = (xml: string, { insertion }: Growth): string => {
  const moved = (row: number) => movedRow(row + 1, insertion!) - 1
  return xml
    .replace(/(<x:Row>\s*)(\d+)/g, (_, open: string, row: string) => open + moved(Number(row)))
    .replace(
      /(<x:Anchor>)([^<]*)/g,
      (_, open: string, text: string) =>
        open +
        text
          .split(',')
          .map((one, index) => (index === 2 || index === 6 ? ` ${moved(Number(one))}` : one))
          .join(','),
    )
}
