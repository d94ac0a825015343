import {
  movedBottom,
  movedRow,
  plainXml,
  type Range,
  type RowInsertion,
  readRange,
  shiftFormula,
  writeRange,
  xmlText,
} from '../../xlsx/index.ts'
import { moveAnchors } from './anchors.ts'
import { type GroupMap, groupMerges, type LaidGroup } from './group-layout.ts'
import { withAttribute } from './sheet-xml.ts'

/** What filling does to the rows of a sheet. */
export interface Growth {
  readonly sheet: string
  /** New rows pushed in between, null where there was room. */
  readonly insertion: RowInsertion | null
  /** First and last row that hold data afterwards. */
  readonly first: number
  readonly last: number
  /** Merged areas within the row that new rows are copied from. */
  readonly rowMerges: readonly Range[]
  /** Rows that were copied from it. */
  readonly copiedRows: readonly number[]
  /** Groups with a 小计 each that now stand in the rows from `first` to `until` of the blank form. */
  readonly grouped?: { readonly until: number; readonly laid: readonly LaidGroup[]; readonly map: GroupMap }
}

const movedRange = (range: Range, { insertion }: Growth): Range =>
  insertion === null
    ? range
    : {
        ...range,
        top: movedRow(range.top, insertion),
        bottom: movedBottom(range.top, range.bottom, insertion),
      }

/** Rules on the first row to be filled hold for all that are filled. */
const grownRange = (range: Range, growth: Growth): Range => {
  const moved = movedRange(range, growth)
  return range.top <= growth.first && range.bottom >= growth.first && moved.bottom < growth.last
    ? { ...moved, bottom: growth.last }
    : moved
}

/** Ranges of a rule; where it holds for the first row it does so for all, and those of further groups are in it. */
const grownRanges = (text: string, growth: Growth): string => {
  const { grouped, first } = growth
  if (!grouped) return eachRange(text, (range) => grownRange(range, growth))
  const isIn = ({ top, bottom }: Range) => top > first && bottom <= grouped.until
  const all = text.split(/\s+/)
  const holdsFirst = all.some((one) => {
    const range = readRange(one)
    return range !== null && range.top <= first && range.bottom >= first
  })
  const kept = all.filter((one) => {
    const range = readRange(one)
    return !holdsFirst || range === null || !isIn(range)
  })
  return eachRange(kept.join(' '), (range) => {
    if (!isIn(range)) return grownRange(range, growth)
    const [top, bottom] = grouped.map.rows([range.top, range.bottom])
    return { ...range, top, bottom }
  })
}

const eachRange = (text: string, change: (range: Range) => Range): string =>
  text
    .split(/\s+/)
    .map((one) => {
      const range = readRange(one)
      // Whole rows and columns keep their way of writing.
      return range && /^\$?[A-Za-z]+\$?\d+/.test(one) ? writeRange(change(range)) : one
    })
    .join(' ')

/** Moves what follows the rows in a sheet's XML: merges, drop-downs, conditional formats, links, breaks, filters. */
export const growTail = (tail: string, growth: Growth): string =>
  moveAnchors(grownTail(tail, growth), growth.insertion)

const grownTail = (tail: string, growth: Growth): string => {
  const shifted = (formula: string) =>
    growth.insertion === null
      ? formula
      : xmlText(shiftFormula(plainXml(formula), growth.sheet, growth.sheet, growth.insertion))
  return mergesGrown(tail, growth)
    .replace(
      /(<(?:[\w.-]+:)?(?:dataValidation|conditionalFormatting)\b[^>]*?\ssqref=")([^"]*)/g,
      (_, before: string, text: string) => before + grownRanges(text, growth),
    )
    .replace(
      /(<(?:[\w.-]+:)?sqref>)([^<]*)/g,
      (_, before: string, text: string) => before + grownRanges(text, growth),
    )
    .replace(
      /(<(?:[\w.-]+:)?(?:ignoredError|protectedRange)\b[^>]*?\ssqref=")([^"]*)/g,
      (_, before: string, text: string) => before + eachRange(text, (range) => movedRange(range, growth)),
    )
    .replace(
      /(<(?:[\w.-]+:)?(?:autoFilter|hyperlink|sortState|sortCondition)\b[^>]*?\sref=")([^"]*)/g,
      (_, before: string, text: string) => before + eachRange(text, (range) => movedRange(range, growth)),
    )
    .replace(
      /(<(?:[\w.-]+:)?hyperlink\b[^>]*?\slocation=")([^"]*)/g,
      (_, before: string, text: string) => before + shifted(text),
    )
    .replace(
      /(<(?:[\w.-]+:)?(formula|formula1|formula2|f)(?:\s[^>]*)?>)([^<]*)/g,
      (_, before: string, __: string, text: string) => before + shifted(text),
    )
    .replace(/<(?:[\w.-]+:)?rowBreaks\b[\s\S]*?<\/(?:[\w.-]+:)?rowBreaks>/, (breaks) =>
      growth.insertion === null
        ? breaks
        : breaks.replace(
            /(\sid=")(\d+)/g,
            (_, before: string, id: string) => before + movedRow(Number(id), growth.insertion!),
          ),
    )
}

/** Joined cells, as a sheet's XML lists them. */
export const readMerges = (tail: string): Range[] =>
  [...tail.matchAll(/<(?:[\w.-]+:)?mergeCell\b[^>]*?\sref="([^"]*)"/g)].flatMap(
    ([, text]) => readRange(text ?? '') ?? [],
  )

const mergesGrown = (whole: string, growth: Growth): string => {
  const { grouped } = growth
  const added = grouped
    ? groupMerges(readMerges(whole), grouped.laid)
    : growth.copiedRows.flatMap((row) =>
        growth.rowMerges.map((merge) => ({ ...merge, top: row, bottom: row })),
      )
  // Those within the groups are written anew.
  const tail = grouped
    ? whole.replace(/<(?:[\w.-]+:)?mergeCell\b[^>]*?\sref="([^"]*)"[^>]*>/g, (merge, text: string) => {
        const range = readRange(text)
        return range && range.top >= growth.first && range.bottom <= grouped.until ? '' : merge
      })
    : whole
  const moved = tail.replace(
    /(<(?:[\w.-]+:)?mergeCell\b[^>]*?\sref=")([^"]*)/g,
    (_, before: string, text: string) =>
      before +
      eachRange(text, (range) =>
        range.top === range.bottom
          ? { ...movedRange({ ...range, bottom: range.top }, growth), bottom: movedRange(range, growth).top }
          : movedRange(range, growth),
      ),
  )
  if (added.length === 0) return moved
  return moved.replace(
    /<((?:[\w.-]+:)?)mergeCells\b([^>]*)>([\s\S]*?)<\/(?:[\w.-]+:)?mergeCells>/,
    (_, prefix: string, attributes: string, inner: string) => {
      const all = inner + added.map((merge) => `<${prefix}mergeCell ref="${writeRange(merge)}"/>`).join('')
      return `<${prefix}mergeCells${withAttribute(attributes, 'count', String(all.split(`<${prefix}mergeCell `).length - 1))}>${all}</${prefix}mergeCells>`
    },
  )
}

/** The used area at the head of a sheet's XML. */
export const growHead = (head: string, growth: Growth): string =>
  head.replace(/(<(?:[\w.-]+:)?dimension\b[^>]*?\sref=")([^"]*)/, (_, before: string, text: string) => {
    const range = readRange(text)
    if (!range) return before + text
    const moved = movedRange(range, growth)
    return before + writeRange({ ...moved, bottom: Math.max(moved.bottom, growth.last) })
  })

/** Names of ranges, print areas among them. */
export const growNames = (workbook: string, growth: Growth): string =>
  workbook.replace(
    /(<(?:[\w.-]+:)?definedName\b([^>]*)>)([^<]*)/g,
    (_, open: string, attributes: string, text: string) => {
      const formula = plainXml(text)
      const moved =
        growth.insertion === null ? formula : shiftFormula(formula, growth.sheet, null, growth.insertion)
      return open + xmlText(/_xlnm\.Print_Area/.test(attributes) ? printAreaGrown(moved, growth) : moved)
    },
  )

/** Formulas of another sheet that point to the one filled. */
export const moveFormulas = (xml: string, own: string, { sheet, insertion }: Growth): string =>
  insertion === null
    ? xml
    : xml.replace(
        /(<(?:[\w.-]+:)?(?:f|formula|formula1|formula2)(?:\s[^>]*)?>)([^<]*)(?=<)/g,
        (_, open: string, text: string) => {
          const formula = plainXml(text)
          const moved = shiftFormula(formula, sheet, own, insertion)
          return open + (moved === formula ? text : xmlText(moved))
        },
      )

const printAreaGrown = (formula: string, growth: Growth): string => {
  const match = /^('?)(.+?)\1!(\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?)(\d+)$/.exec(formula)
  const range = match && readRange(`${match[3]}${match[4]}`)
  if (!match || !range || match[2]!.replaceAll("''", "'") !== growth.sheet) return formula
  const holdsData = range.top <= growth.first && range.bottom >= growth.first
  return holdsData && range.bottom < growth.last ? formula.replace(/\d+$/, String(growth.last)) : formula
}
