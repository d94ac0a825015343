import type { ReactNode } from 'react'
import { Section } from '../../../../platform/web/page/section.tsx'
import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import type { OrderFault, OrdersRead } from '../../contract-orders.ts'

const Faults = ({ faults }: { faults: readonly OrderFault[] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section className="table-scroll" aria-label="有错误的格的表格" tabIndex={0}>
    <table className="record-table">
      <caption className="visually-hidden">有错误的格</caption>
      <thead>
        <tr>
          <th scope="col">位置</th>
          <th scope="col">列名</th>
          <th scope="col">表里写的</th>
          <th scope="col">为什么不行</th>
        </tr>
      </thead>
      <tbody>
        {faults.map((fault) => (
          <tr key={`${fault.row}.${fault.column}.${fault.message}`}>
            <th scope="row">
              第 {fault.row} 行{fault.column && ` ${fault.column} 列`}
            </th>
            <td>{fault.header}</td>
            <td>{fault.text || '（空）'}</td>
            <td>
              {fault.message}
              {fault.blocking ? '' : '（其余照常导入）'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const Sample = ({ rows }: { rows: OrdersRead['sample'] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section className="table-scroll" aria-label="将要受理的前几件的表格" tabIndex={0}>
    <table className="record-table">
      <caption className="visually-hidden">将要受理的前几件</caption>
      <thead>
        <tr>
          <th scope="col">工单编号</th>
          <th scope="col">诉求</th>
          <th scope="col">类别</th>
          <th scope="col">归到</th>
          <th scope="col">办理时限</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <th scope="row">{row.external}</th>
            <td>{row.title}</td>
            <td>{row.category}</td>
            <td>{row.areaName}</td>
            <td>{row.dueAt ? wordInstant(row.dueAt) : '按类别'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

/** What a spreadsheet would become: its columns, how many rows, which cells are wrong, the first matters. */
export const OrderPreview = ({
  read,
  fileName,
  children,
}: {
  read: OrdersRead
  fileName: string
  children: ReactNode
}) => (
  <>
    <Section title="认出来的">
      <p>
        {fileName}，“{read.sheet}”表：可受理 <strong>{read.fresh}</strong> 件，以前已导入 {read.known} 件
        {read.faulty > 0 && `，${read.faulty} 行有错误不导入`}。
      </p>
      <ul className="order-columns">
        {read.columns.map(({ letters, header, title }) => (
          <li key={letters}>
            {letters} 列“{header}” → {title ?? <span className="quiet">不用</span>}
          </li>
        ))}
      </ul>
      {children}
    </Section>
    {read.faults.length > 0 && (
      <Section title="有错误的格">
        <Faults faults={read.faults} />
      </Section>
    )}
    {read.sample.length > 0 && (
      <Section title="前几件">
        <Sample rows={read.sample} />
      </Section>
    )}
  </>
)
