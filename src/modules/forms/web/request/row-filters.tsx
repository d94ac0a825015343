import { Input } from 'antd'
import { useId, useState } from 'react'
import type { DefinitionView } from '../../../../platform/contract/catalogue.ts'
import { useDefinition } from '../../../../platform/web/definition/use-definition.ts'
import { FilterBar } from '../../../../platform/web/table/filter-bar.tsx'
import { filterablesOf } from '../../../../platform/web/table/filterable.ts'
import type { RowChoice } from '../../contract-request.ts'
import { choosable, readTerms, writeRule } from './rule-terms.ts'

interface RowFiltersProps {
  definition: DefinitionView
  rows: RowChoice
  change: (rows: RowChoice) => void
}

/** Narrows the rows as a list is narrowed; what filters cannot say stays a rule, for those who know how. */
export const RowFilters = ({ definition, rows, change }: RowFiltersProps) => {
  const id = useId()
  const subject = useDefinition(definition.of)
  const filterables = choosable(filterablesOf(definition, subject))
  const terms = readTerms(rows.where, filterables)
  const [written, setWritten] = useState(false)
  return (
    <>
      {terms ? (
        <FilterBar
          filterables={filterables}
          search={terms}
          change={(more) => change({ ...rows, where: writeRule({ ...terms, ...more }, filterables) })}
          tools={null}
          searchHint={null}
        />
      ) : (
        <p className="quiet">这个条件用筛选表达不了，只能看规则原文。清空规则就可以重新筛选。</p>
      )}
      <details
        className="form-rule"
        open={written || terms === null}
        onToggle={(event) => setWritten(event.currentTarget.open)}
      >
        <summary>用规则写条件</summary>
        <div className="field">
          <label htmlFor={`${id}-where`}>
            规则<span className="field-optional">可不填</span>
          </label>
          <Input
            id={`${id}-where`}
            value={rows.where}
            placeholder={definition.kind === 'ledger' ? 'person.age >= 60' : 'age >= 60'}
            aria-describedby={`${id}-help`}
            onChange={(event) => change({ ...rows, where: event.target.value })}
          />
          <p id={`${id}-help`} className="field-help">
            和上面的筛选是同一个条件，例如 person.age &gt;= 60 &amp;&amp; level in ['1',
            '2']。写错了，下面的预览会告诉您错在哪里。
          </p>
        </div>
      </details>
    </>
  )
}
