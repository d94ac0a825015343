import { Button } from 'antd'
import type { ImportView } from '../../contract.ts'
import { changing } from './import-words.ts'

/** The cells that cannot be written: where, what stands there, why not, and what it should be. */
export const FaultList = ({ view }: { view: ImportView }) => (
  <div className="fault-list">
    <p>
      {view.counts.faulty} 行有错误{changing(view) > 0 && view.state === 'preview' && ',其余的行可以先导入'}。
      {view.faults.length >= 200 && '下面是前 200 处，全部见下载的表。'}
      <Button href={`/api/imports/${view.id}/faults`} download>
        下载错误行
      </Button>
    </p>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
    <section className="table-scroll fault-scroll" aria-label="有错误的格的表格" tabIndex={0}>
      <table className="record-table">
        <caption className="visually-hidden">有错误的格</caption>
        <thead>
          <tr>
            <th scope="col">位置</th>
            <th scope="col">表头</th>
            <th scope="col">表里写的</th>
            <th scope="col">为什么不行</th>
            <th scope="col">建议</th>
          </tr>
        </thead>
        <tbody>
          {view.faults.map((fault) => (
            <tr key={`${fault.sheet}.${fault.row}.${fault.column}.${fault.message}`}>
              <th scope="row">
                {view.sheets.length > 1 && `${fault.sheet} `}第 {fault.row} 行
                {fault.column && ` ${fault.column} 列`}
              </th>
              <td>{fault.header}</td>
              <td>{fault.text || '（空）'}</td>
              <td className="fault-message">{fault.message}</td>
              <td>{fault.suggestion ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </div>
)
