import { Radio } from 'antd'
import type { z } from 'zod'
import { StatusTag, type Tone } from '../../../../platform/web/feedback/status-tag.tsx'
import type { compareReturnedFile } from '../../contract.ts'

type Row = z.infer<typeof compareReturnedFile.output>['rows'][number]
export type Choice = 'theirs' | 'ours' | 'skip'

const kinds: Record<Row['kind'], { title: string; tone: Tone; hint: string }> = {
  same: { title: '没有改动', tone: 'plain', hint: '' },
  change: { title: '改动', tone: 'good', hint: '' },
  conflict: { title: '两边都改过', tone: 'look', hint: '导出以后，系统里也改过同一项，请选用哪一边。' },
  added: { title: '新加的行', tone: 'look', hint: '没有编号，是后来加的。可以交给导入核对后登记。' },
  faulty: { title: '有错', tone: 'bad', hint: '改正后重新带回；这一行不会写入。' },
  gone: { title: '已移出', tone: 'plain', hint: '导出以后已移出台账，或不在您的辖区，不会写入。' },
  repeated: { title: '重复', tone: 'look', hint: '同一条记录在文件里出现了两次，只看前一行。' },
  unknown: { title: '编号不对', tone: 'bad', hint: '编号被改动过，认不出是哪条记录，不会写入。' },
}

interface ReturnedRowsProps {
  rows: readonly Row[]
  choices: Readonly<Record<string, Choice>>
  choose: (choices: Readonly<Record<string, Choice>>) => void
}

const Fields = ({ fields }: Pick<Row, 'fields'>) => (
  <ul className="plain-list">
    {fields.map(({ key, title, outcome, base, ours, theirs }) => (
      <li key={key}>
        {title}：{base || '空'} → <ins>{theirs || '空'}</ins>
        {outcome === 'conflict' && `；系统里已改为 ${ours || '空'}`}
        {outcome === 'ours' && `（文件没有改，系统里已改为 ${ours || '空'}，保留系统里的）`}
        {outcome === 'agreed' && '（系统里已经是这样）'}
      </li>
    ))}
  </ul>
)

/** Every row that is not simply the same: what it is, what changed, and what there is to decide. */
export const ReturnedRows = ({ rows, choices, choose }: ReturnedRowsProps) => (
  <ol className="plain-list returned-rows" aria-label="比对结果">
    {rows.map((row) => {
      const { title, tone, hint } = kinds[row.kind]
      const { id } = row
      return (
        <li key={row.number}>
          <p className="returned-head">
            <span className="quiet">第 {row.number} 行</span>
            <strong>{row.name}</strong>
            <span className="quiet">{row.area}</span>
            <StatusTag tone={tone}>{title}</StatusTag>
          </p>
          <Fields fields={row.fields} />
          {[...row.faults, ...row.notes, ...(hint ? [hint] : [])].map((words) => (
            <p key={words} className="quiet">
              {words}
            </p>
          ))}
          {id && (row.kind === 'change' || row.kind === 'conflict') && (
            <Radio.Group
              aria-label={`${row.name}用哪一边`}
              value={choices[id] ?? (row.kind === 'change' ? 'theirs' : undefined)}
              options={[
                { value: 'theirs', label: '用文件里的' },
                ...(row.kind === 'conflict' ? [{ value: 'ours', label: '用系统里的' }] : []),
                { value: 'skip', label: '这一行先不写' },
              ]}
              onChange={(event) => choose({ ...choices, [id]: event.target.value as Choice })}
            />
          )}
        </li>
      )
    })}
  </ol>
)
