import { Button } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { confirmForm } from '../../contract.ts'
import type { RequestView, RowChoice } from '../../contract-request.ts'
import { FieldMapping } from './field-mapping.tsx'
import { Memory } from './memory.tsx'
import { Preview } from './preview.tsx'
import { RowSet } from './row-set.tsx'

type Sheet = RequestView['sheets'][number]

const lead = (sheet: Sheet): string => {
  const place = sheet.headerRows
    ? sheet.headerRows[0] === sheet.headerRows[1]
      ? `表头在第 ${sheet.headerRows[0]} 行`
      : `表头在第 ${sheet.headerRows[0]}～${sheet.headerRows[1]} 行`
    : ''
  const shapes = {
    table: '名单',
    vertical: '一户（人）一表',
    mixed: '表和名单',
    statistical: '统计表',
    none: '',
  }
  return [shapes[sheet.shape], place].filter(Boolean).join('，')
}

/** One sheet: what its columns mean and which rows go in, as proposed; confirmed once, remembered afterwards. */
export const SheetUnderstanding = ({ request, sheet }: { request: RequestView; sheet: Sheet }) => {
  const { past } = useViewpoint()
  const { send, sending, problem } = useAction(confirmForm)
  const [mapping, setMapping] = useState<Readonly<Record<string, string | null>>>({})
  const [rows, setRows] = useState<RowChoice | null>(sheet.rows)
  const asks = sheet.fields.filter((field) => field.asks && !(field.place in mapping)).length
  const changed = Object.keys(mapping).length > 0 || JSON.stringify(rows) !== JSON.stringify(sheet.rows)
  const settled = (sheet.confirmed || sheet.memory?.match === 'same') && !changed
  const confirm = () =>
    void send({
      id: request.id,
      version: request.version,
      sheets: [{ name: sheet.name, mapping: { ...mapping }, rows, metric: sheet.statistics?.metric }],
    }).then(
      () => setMapping({}),
      () => undefined,
    )
  return (
    <>
      <Section title="填哪些行" extra={<span className="quiet">{lead(sheet)}</span>}>
        {sheet.statistics ? (
          <p>
            {sheet.statistics.cells} 个统计格，每格一个指标。
            {sheet.statistics.title && `没有另外写明的，统计${sheet.statistics.title}。`}
          </p>
        ) : (
          <RowSet sheet={sheet} rows={rows} change={setRows} />
        )}
      </Section>
      <Section title="每一列是什么">
        <Memory sheet={sheet} />
        <FieldMapping
          sheet={sheet}
          chosen={mapping}
          choose={(place, key) => setMapping({ ...mapping, [place]: key })}
        />
        <ProblemAlert problem={problem} />
        {!past && request.state !== 'closed' && (
          <div className="form-actions">
            <Button type={settled ? 'default' : 'primary'} loading={sending} onClick={confirm}>
              {settled ? '已确认，下次自动认出' : '确认并记住'}
            </Button>
            {asks > 0 && <span className="quiet">还有 {asks} 列没有选，确认后这些列留空。</span>}
          </div>
        )}
      </Section>
      <Section title="填好的样子">
        <Preview request={request} sheet={sheet} rows={rows} pending={Object.keys(mapping).length > 0} />
      </Section>
    </>
  )
}
