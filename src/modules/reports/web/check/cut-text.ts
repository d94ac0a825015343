import type { CheckResult, Finding } from '../../../../documents/check/index.ts'
import type { Paragraph } from '../../../../documents/docx/index.ts'
import type { Quantity } from '../../../../documents/quantity/index.ts'

/** A stretch of text over which the same marks lie. */
export interface Piece {
  start: number
  text: string
  quantity: Quantity | undefined
  /** Numbers (from 1) of the findings that lie over it. */
  findings: number[]
  /** Numbers of the findings that begin here. */
  begins: number[]
}

export interface Line {
  start: number
  end: number
  /** What it is in the document. */
  kind: Paragraph['kind']
  cell: Paragraph['cell']
  pieces: Piece[]
}

interface Spanned {
  start: number
  end: number
}

const within = ({ start, end }: Spanned, line: { start: number; end: number }): boolean =>
  start < line.end && end > line.start

const cutLine = (
  text: string,
  line: Spanned,
  quantities: readonly Quantity[],
  findings: readonly { finding: Finding; number: number }[],
): Piece[] => {
  const cuts = new Set([line.start, line.end])
  for (const { start, end } of [...quantities, ...findings.map(({ finding }) => finding)]) {
    if (start > line.start && start < line.end) cuts.add(start)
    if (end > line.start && end < line.end) cuts.add(end)
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1]!
    const over = findings.filter(({ finding }) => finding.start < end && finding.end > start)
    return {
      start,
      text: text.slice(start, end),
      quantity: quantities.find((quantity) => quantity.start < end && quantity.end > start),
      findings: over.map(({ number }) => number),
      // A finding from an earlier line is numbered where it began.
      begins: over.filter(({ finding }) => finding.start === start).map(({ number }) => number),
    }
  })
}

/** Cuts a checked text into its lines and each into pieces, every piece under one set of marks. */
export const cutText = ({ text, paragraphs, quantities, findings }: CheckResult): Line[] => {
  const numbered = findings.map((finding, at) => ({ finding, number: at + 1 }))
  const lines: Line[] = []
  let quantity = 0
  let paragraph = 0
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    while (quantity < quantities.length && quantities[quantity]!.end <= start) quantity++
    while (paragraph < paragraphs.length && paragraphs[paragraph]!.end < end) paragraph++
    const of = paragraphs[paragraph]
    const here: Quantity[] = []
    for (let at = quantity; at < quantities.length && quantities[at]!.start < end; at++)
      here.push(quantities[at]!)
    const line = { start, end }
    lines.push({
      ...line,
      kind: of && of.start <= start ? of.kind : 'body',
      cell: of && of.start <= start ? of.cell : undefined,
      pieces: cutLine(
        text,
        line,
        here,
        numbered.filter(({ finding }) => within(finding, line)),
      ),
    })
    start = end + 1
  }
  return lines
}
