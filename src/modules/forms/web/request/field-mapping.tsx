import { Select } from 'antd'
import { StatusTag } from '../../../../platform/web/feedback/status-tag.tsx'
import type { FormField, RequestView } from '../../contract-request.ts'
import { statusWords } from '../words.ts'

interface FieldMappingProps {
  sheet: RequestView['sheets'][number]
  /** Choices not yet confirmed: place → element, or null for “left empty”. */
  chosen: Readonly<Record<string, string | null>>
  choose: (place: string, key: string | null) => void
}

const leftEmpty = '-'

const optionsFor = (field: FormField, sheet: RequestView['sheets'][number]) => {
  const likely = new Set(field.candidates.map(({ key }) => key))
  const option = ({ key, title, from }: { key: string; title: string; from: string }) => ({
    value: key,
    label: from ? `${title}（${from}）` : title,
  })
  const rest = sheet.choices.filter(({ key }) => !likely.has(key)).map(option)
  return [
    { value: leftEmpty, label: '留空' },
    ...(field.candidates.length > 0
      ? [{ label: '可能是', options: field.candidates.map((each) => option({ ...each, from: '' })) }]
      : []),
    ...(rest.length > 0 ? [{ label: '全部', options: rest }] : []),
  ]
}

/** The columns, those that a person has to look at first; each with what it means and where it comes from. */
export const FieldMapping = ({ sheet, chosen, choose }: FieldMappingProps) => {
  const fields = sheet.fields.toSorted((a, b) => Number(b.asks) - Number(a.asks))
  return (
    <ul className="form-fields">
      {fields.map((field) => {
        const key = field.place in chosen ? chosen[field.place] : field.key
        const words = statusWords[field.status]
        return (
          <li key={field.place} className={field.asks ? 'asks' : undefined}>
            <span className="form-place">{field.place}</span>
            <strong>{field.header}</strong>
            <Select
              aria-label={`${field.place}“${field.header}”填什么`}
              showSearch={{ optionFilterProp: 'label' }}
              value={key ?? leftEmpty}
              options={optionsFor(field, sheet)}
              onChange={(value: string) => choose(field.place, value === leftEmpty ? null : value)}
            />
            <span className="form-field-status">
              {field.place in chosen ? (
                <StatusTag tone="look">待确认</StatusTag>
              ) : (
                <StatusTag tone={words.tone}>{words.title}</StatusTag>
              )}{' '}
              <span className="quiet">
                {[
                  field.by === 'memory' && '上次确认过',
                  field.by === 'person' && '已由人确认',
                  field.from,
                  field.reason,
                ]
                  .filter(Boolean)
                  .join('，')}
              </span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
