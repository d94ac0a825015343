import { attribute, flag, plainXml, XmlScanner } from './xml-scanner.ts'

export interface SheetEntry {
  readonly name: string
  /** Relationship that leads to its part. */
  readonly relationship: string
  readonly hidden: boolean
}

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[]
  readonly is1904: boolean
  /** Names given to ranges, such as `教育程度` → `代码表!$A$1:$A$9`; `scope` is the index of the only sheet that sees it. */
  readonly names: readonly { readonly name: string; readonly formula: string; readonly scope?: number }[]
}

/** Reads xl/workbook.xml. */
export const readWorkbookPart = (xml: string): WorkbookPart => {
  const sheets: SheetEntry[] = []
  const names: { name: string; formula: string; scope?: number }[] = []
  let is1904 = false
  let open: { name: string; scope?: number } | null = null
  let formula = ''
  const scanner = new XmlScanner({
    open(name, attributes) {
      if (name === 'sheet')
        sheets.push({
          name: attribute(attributes, 'name') ?? `Sheet${sheets.length + 1}`,
          relationship:
            attribute(attributes, 'r:id') ?? /\w+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '',
          hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
        })
      else if (name === 'workbookPr') is1904 = flag(attributes, 'date1904')
      else if (name === 'definedName') {
        const scope = attribute(attributes, 'localSheetId')
        open = {
          name: attribute(attributes, 'name') ?? '',
          ...(scope === undefined ? {} : { scope: Number(scope) }),
        }
        formula = ''
      }
    },
    close(name) {
      if (name === 'definedName' && open) {
        names.push({ ...open, formula: plainXml(formula) })
        open = null
      }
    },
    text(raw) {
      if (open) formula += raw
    },
  })
  scanner.write(xml)
  return { sheets, is1904, names }
}
