import { CloseOutlined, FilterOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { type ReactNode, useEffect, useId, useState } from 'react'
import type { Search } from '../address/use-address.ts'
import { FilterControl } from './filter-control.tsx'
import type { Filterable } from './filterable.ts'
import { wordFilter } from './word-filter.ts'

interface FilterBarProps {
  filterables: readonly Filterable[]
  search: Search
  change: (change: Search) => void
  /** Buttons at the right. */
  tools: ReactNode
  searchHint: string | null
}

const QuickSearch = ({
  search,
  change,
  hint,
}: {
  search: Search
  change: (to: Search) => void
  hint: string
}) => {
  const [text, setText] = useState(search.q ?? '')
  useEffect(() => setText(search.q ?? ''), [search.q])
  return (
    <Input.Search
      className="quick-search"
      allowClear
      placeholder={hint}
      aria-label={`在列表中查找：${hint}`}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onSearch={(q) => change({ q: q.trim() === '' ? undefined : q.trim() })}
    />
  )
}

/** Narrows a list: a quick search, controls drawn from the fields, and the filters in force, each to be taken away. */
export const FilterBar = ({ filterables, search, change, tools, searchHint }: FilterBarProps) => {
  const [open, setOpen] = useState(false)
  const panel = useId()
  const inForce = filterables.filter((one) => search[one.key] !== undefined)
  const clear = () => change(Object.fromEntries(inForce.map((one) => [one.key, undefined])))
  return (
    <div className="filter-bar">
      <div className="filter-row">
        {searchHint && <QuickSearch search={search} change={change} hint={searchHint} />}
        <Button
          icon={<FilterOutlined aria-hidden="true" />}
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          筛选{inForce.length > 0 && ` ${inForce.length}`}
        </Button>
        <span className="filter-tools">{tools}</span>
      </div>
      {inForce.length > 0 && (
        <ul className="filter-chips" aria-label="正在使用的筛选">
          {inForce.map((one) => (
            <li key={one.key}>
              <button type="button" onClick={() => change({ [one.key]: undefined })}>
                {wordFilter(one, search[one.key]!)}
                <CloseOutlined aria-label="取消这项筛选" />
              </button>
            </li>
          ))}
          <li>
            <Button type="link" size="small" onClick={clear}>
              全部取消
            </Button>
          </li>
        </ul>
      )}
      <div id={panel} className="filter-panel" hidden={!open}>
        {open &&
          filterables.map((one) => (
            <fieldset key={one.key}>
              <legend>{one.title}</legend>
              <FilterControl
                control={one.control}
                title={one.title}
                value={search[one.key]}
                onChange={(value) => change({ [one.key]: value })}
              />
            </fieldset>
          ))}
      </div>
    </div>
  )
}
