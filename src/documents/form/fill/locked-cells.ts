import { attribute, XmlScanner } from '../../xlsx/index.ts'

/**
 * Which cell styles are locked, by their index in `cellXfs`. Cells are locked unless their style says otherwise
 * (ECMA-376 18.8.33); it matters only where the sheet is protected.
 */
export const readLockedStyles = (styles: string): readonly boolean[] => {
  const locked: boolean[] = []
  let inCellFormats = false
  const scanner = new XmlScanner({
    open(name, attributes) {
      if (name === 'cellXfs') inCellFormats = true
      else if (inCellFormats && name === 'xf') locked.push(true)
      else if (inCellFormats && name === 'protection')
        locked[locked.length - 1] = !/^(0|false)$/.test(attribute(attributes, 'locked') ?? '1')
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
    text() {},
  })
  scanner.write(styles)
  return locked
}

/** Whether a sheet's XML says that it is protected. */
export const isProtectedSheet = (tail: string): boolean =>
  /<(?:[\w.-]+:)?sheetProtection\b[^>]*\ssheet="(?:1|true)"/.test(tail)

/** Styles of whole columns, for cells that the sheet has no XML for: column → style. */
export const readColumnStyles = (head: string): ReadonlyMap<number, string> => {
  const styles = new Map<number, string>()
  for (const [, attributes] of head.matchAll(/<(?:[\w.-]+:)?col\s([^>]*?)\/?>/g)) {
    const style = attribute(` ${attributes}`, 'style')
    if (style === undefined) continue
    const first = Number(attribute(` ${attributes}`, 'min'))
    const last = Number(attribute(` ${attributes}`, 'max'))
    for (let column = first; column <= Math.min(last, first + 1000); column++) styles.set(column, style)
  }
  return styles
}
