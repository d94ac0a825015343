import { memo, type ReactNode, useMemo } from 'react'
import { findingTitles } from '../../../../documents/check/finding-titles.ts'
import type { CheckResult } from '../../../../documents/check/index.ts'
import type { Compared } from '../../against/verdict-words.ts'
import { cutText, type Line, type Piece } from './cut-text.ts'
import { layLines } from './lay-lines.ts'
import { wordQuantity } from './word-quantity.ts'

/** Quantity → its place in the report, and how it stands against the ledgers. */
type Places = ReadonlyMap<CheckResult['quantities'][number], { number: number; verdict: string }>

interface LineProps {
  line: Line
  result: CheckResult
  places: Places
  /** The finding looked at, where this line has to do with it. */
  selected: number | null
  select: (number: number) => void
}

const severityOf = (result: CheckResult, piece: Piece): string | undefined =>
  result.findings[(piece.findings.at(-1) ?? 0) - 1]?.severity

const MarkedPiece = ({
  piece,
  result,
  places,
  selected,
  select,
}: Omit<LineProps, 'line'> & { piece: Piece }) => {
  const looked = selected !== null && piece.findings.includes(selected)
  const related =
    selected !== null &&
    result.findings[selected - 1]?.related.some(
      ({ start, end }) => start < piece.start + piece.text.length && end > piece.start,
    )
  const place = piece.quantity && places.get(piece.quantity)
  const body = piece.quantity ? (
    <span
      className={`quantity ${place?.verdict ?? ''}`}
      data-quantity={place?.number}
      title={wordQuantity(piece.quantity)}
    >
      {piece.text}
    </span>
  ) : (
    piece.text
  )
  if (piece.findings.length === 0) return related ? <mark className="related">{body}</mark> : body
  return (
    <>
      {piece.begins.map((number) => (
        <button
          key={number}
          type="button"
          className="finding-number"
          data-finding-mark={number}
          aria-label={`第 ${number} 处：${findingTitles[result.findings[number - 1]!.kind]}`}
          onClick={() => select(number)}
        >
          {number}
        </button>
      ))}
      <mark className={`${severityOf(result, piece)}${looked ? ' looked' : ''}`}>{body}</mark>
    </>
  )
}

const TextLine = memo(({ line, ...rest }: LineProps) => (
  <p className={line.kind}>
    {line.pieces.map((piece) => (
      <MarkedPiece key={piece.start} piece={piece} {...rest} />
    ))}
    {line.end === line.start && ' '}
  </p>
))

const TextTable = ({ rows, draw }: { rows: Line[][][]; draw: (line: Line) => ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
  <section className="checked-table" aria-label="文中的表格" tabIndex={0}>
    <table>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells[0]?.[0]?.start}>
            {cells.map((lines) => (
              <td key={lines[0]?.start} colSpan={lines[0]?.cell?.span ?? 1}>
                {lines.map(draw)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

interface CheckedTextProps {
  result: CheckResult
  compared: readonly Compared[]
  selected: number | null
  select: (number: number) => void
}

/** The text with its quantities and findings marked. */
export const CheckedText = ({ result, compared, selected, select }: CheckedTextProps) => {
  const laid = useMemo(() => layLines(cutText(result)), [result])
  const places = useMemo<Places>(() => {
    const verdicts = new Map(compared.map(({ number, verdict }) => [number, verdict]))
    return new Map(
      result.quantities.map((quantity, number) => [
        quantity,
        { number, verdict: verdicts.get(number) ?? '' },
      ]),
    )
  }, [result, compared])
  const looked = selected === null ? undefined : result.findings[selected - 1]
  const concerns = (line: Line): boolean =>
    looked !== undefined &&
    [looked, ...looked.related].some(({ start, end }) => start <= line.end && end >= line.start)
  const draw = (line: Line) => (
    <TextLine
      key={line.start}
      line={line}
      result={result}
      places={places}
      selected={concerns(line) ? selected : null}
      select={select}
    />
  )
  return (
    <div className="checked-text">
      {laid.map((one) =>
        one.kind === 'line' ? (
          draw(one.line)
        ) : (
          <TextTable key={`table.${one.table}`} rows={one.rows} draw={draw} />
        ),
      )}
    </div>
  )
}
