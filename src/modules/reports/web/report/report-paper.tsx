import { Fragment } from 'react'
import { SourceLens } from '../../../../platform/web/lens/source-lens.tsx'
import type { ReportBlock, ReportView } from '../../contract.ts'
import { type Laid, layBlocks } from './lay-blocks.ts'

type Span = ReportBlock['spans'][number]
type Figures = ReadonlyMap<string, ReportView['figures'][number]>

const Spans = ({ spans, figures }: { spans: readonly Span[]; figures: Figures }) =>
  spans.map((span, at) => {
    const figure = span.figure === null ? undefined : figures.get(span.figure)
    // A report is never reordered: the place is the key.
    const key = `${at}.${span.figure ?? ''}`
    return figure ? (
      <SourceLens key={key} figure={figure} label={`${figure.title} ${span.text}${figure.unit}，查看出处`}>
        {span.text}
      </SourceLens>
    ) : (
      <Fragment key={key}>{span.text}</Fragment>
    )
  })

const tags = {
  title: 'h2',
  subtitle: 'p',
  heading1: 'h3',
  heading2: 'h4',
  heading3: 'h5',
  paragraph: 'p',
  signature: 'p',
} as const

const Block = ({ laid, figures }: { laid: Laid; figures: Figures }) => {
  if (laid.kind === 'block') {
    const { kind, spans } = laid.block
    const Tag = tags[kind as keyof typeof tags]
    return (
      <Tag className={`paper-${kind}`}>
        <Spans spans={spans} figures={figures} />
      </Tag>
    )
  }
  const [head, ...body] = laid.rows
  const cells = (row: Span[][], Cell: 'th' | 'td') =>
    row.map((cell, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: cells are never reordered
      <Cell key={at} {...(Cell === 'th' ? { scope: 'col' } : {})}>
        <Spans spans={cell} figures={figures} />
      </Cell>
    ))
  return (
    <table className="paper-table">
      <thead>
        <tr>{cells(head ?? [], 'th')}</tr>
      </thead>
      <tbody>
        {body.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are never reordered
          <tr key={at}>{cells(row, 'td')}</tr>
        ))}
      </tbody>
    </table>
  )
}

/** The report as an official document (GB/T 9704-2012) on the screen and on paper. */
export const ReportPaper = ({ report }: { report: ReportView }) => {
  const figures: Figures = new Map(report.figures.map((figure) => [figure.id, figure]))
  return (
    <section className="paper" aria-label={`${report.title}正文`}>
      {layBlocks(report.blocks).map((laid, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are never reordered
        <Block key={at} laid={laid} figures={figures} />
      ))}
    </section>
  )
}
