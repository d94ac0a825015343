import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { getRecord, listRecords, type RecordView } from '../../contract/records.ts'
import { useRoute } from '../api/use-route.ts'

interface ReferenceSelectProps {
  id?: string
  /** Definition whose records are offered. */
  record: string
  value: string | undefined
  onChange: (id: string | undefined) => void
  describedBy?: string | undefined
  invalid?: boolean
  label?: string
}

const wordRecord = (row: RecordView): string =>
  [
    row.display.name ?? row.subject?.display.name ?? row.display.head,
    row.display.number ?? row.display.address ?? row.display.birthDate,
    row.areaName,
  ]
    .filter(Boolean)
    .join(' · ')

/** Chooses another record by name, pinyin initials, number or address. */
export const ReferenceSelect = (props: ReferenceSelectProps) => {
  const { id, record, value, onChange, describedBy, invalid, label } = props
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data, isFetching } = useRoute(
    listRecords,
    { params: { definition: record }, query: { q: q === '' ? undefined : q, limit: 20 } as never },
    { keepPrevious: true },
  )
  // What is chosen already need not be among the first.
  const held = useRoute(
    getRecord,
    { params: { definition: record, id: value ?? '' } },
    { enabled: value !== undefined && data !== undefined && !data.rows.some(({ id: one }) => one === value) },
  ).data
  const rows = held && held.id === value ? [held, ...(data?.rows ?? [])] : (data?.rows ?? [])
  return (
    <Select
      {...(id ? { id } : {})}
      {...(invalid ? { status: 'error' as const } : {})}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      loading={isFetching}
      placeholder="输入姓名、名称、号码或地址查找"
      aria-label={label}
      aria-describedby={describedBy}
      value={value ?? null}
      options={rows.map((row) => ({ value: row.id, label: wordRecord(row) }))}
      notFoundContent={q === '' ? '请输入要找的内容' : '没有找到，换个写法试试'}
      onChange={(chosen: string | null) => onChange(chosen ?? undefined)}
    />
  )
}
