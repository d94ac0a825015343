import { Button, Input, Select } from 'antd'
import { useEffect, useId, useState } from 'react'
import { usePageSearch, useSetPageSearch } from '../address/use-address.ts'
import { DateField } from '../input/date-field.tsx'
import { useNarrow } from '../theme/use-narrow.ts'
import type { AuditAction } from './use-audit.ts'

const orUndefined = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())

const TextFilter = ({ id, name, placeholder }: { id: string; name: string; placeholder: string }) => {
  const held = usePageSearch()[name] ?? ''
  const setSearch = useSetPageSearch()
  const [text, setText] = useState(held)
  useEffect(() => setText(held), [held])
  const accept = () => text !== held && setSearch({ [name]: orUndefined(text) })
  return (
    <Input
      id={id}
      value={text}
      placeholder={placeholder}
      onChange={(event) => setText(event.target.value)}
      onBlur={accept}
      onPressEnter={accept}
    />
  )
}

const keys = ['action', 'actor', 'subject', 'from', 'to'] as const

const useInForce = (): number => {
  const search = usePageSearch()
  return keys.filter((key) => search[key] !== undefined).length
}

/** Narrows the log by action, person, what it was about, and days; held in the address. */
const Filters = ({ actions }: { actions: readonly AuditAction[] }) => {
  const search = usePageSearch()
  const setSearch = useSetPageSearch()
  const inForce = useInForce()
  const id = useId()
  const setDay = (name: 'from' | 'to') => (day: string) => setSearch({ [name]: orUndefined(day) })
  return (
    <search className="audit-filters">
      <div className="field">
        <label htmlFor={`${id}-action`}>操作</label>
        <Select
          id={`${id}-action`}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="全部"
          value={search.action ?? null}
          options={actions.map(({ name, title }) => ({ value: name, label: title }))}
          onChange={(action: string | null) => setSearch({ action: action ?? undefined })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-actor`}>谁做的</label>
        <TextFilter id={`${id}-actor`} name="actor" placeholder="姓名" />
      </div>
      <div className="field">
        <label htmlFor={`${id}-subject`}>哪条记录</label>
        <TextFilter id={`${id}-subject`} name="subject" placeholder="记录编号" />
      </div>
      <div className="field">
        <label htmlFor={`${id}-from`}>从</label>
        <DateField id={`${id}-from`} value={search.from ?? ''} onChange={setDay('from')} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-to`}>到</label>
        <DateField id={`${id}-to`} value={search.to ?? ''} onChange={setDay('to')} />
      </div>
      {inForce > 0 && (
        <Button
          type="link"
          onClick={() => setSearch(Object.fromEntries(keys.map((key) => [key, undefined])))}
        >
          全部取消
        </Button>
      )}
    </search>
  )
}

/** The filters; folded on a phone, where they would hide the log. */
export const AuditFilters = (props: { actions: readonly AuditAction[] }) => {
  const inForce = useInForce()
  if (!useNarrow()) return <Filters {...props} />
  return (
    <details className="audit-fold">
      <summary>筛选{inForce > 0 && ` ${inForce}`}</summary>
      <Filters {...props} />
    </details>
  )
}
