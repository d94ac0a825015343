import { Checkbox, Select } from 'antd'
import { findingTitles, severityTitles } from '../../../../documents/check/finding-titles.ts'
import type { FindingKind, Severity } from '../../../../documents/check/index.ts'
import type { FindingFilter, Numbered } from './use-findings.ts'

interface FindingFiltersProps {
  all: readonly Numbered[]
  filter: FindingFilter
  setFilter: (filter: FindingFilter) => void
}

const severities: readonly Severity[] = ['error', 'warning', 'note']

/** Narrows the findings by how grave they are and by kind. */
export const FindingFilters = ({ all, filter, setFilter }: FindingFiltersProps) => {
  const kinds = [...new Set(all.map(({ finding }) => finding.kind))]
  const count = (is: (one: Numbered) => boolean) => all.filter(is).length
  return (
    <div className="finding-filters">
      <ul className="verdict-filter" aria-label="按轻重筛选">
        {severities.map((severity) => (
          <li key={severity}>
            <button
              type="button"
              aria-pressed={filter.severity === severity}
              onClick={() =>
                setFilter({ ...filter, severity: filter.severity === severity ? null : severity })
              }
            >
              {severityTitles[severity]} {count(({ finding }) => finding.severity === severity)}
            </button>
          </li>
        ))}
      </ul>
      {kinds.length > 1 && (
        <Select
          aria-label="按种类筛选"
          allowClear
          placeholder="全部种类"
          value={filter.kind}
          options={kinds.map((kind) => ({
            value: kind,
            label: `${findingTitles[kind]} ${count(({ finding }) => finding.kind === kind)}`,
          }))}
          onChange={(kind: FindingKind | null) => setFilter({ ...filter, kind: kind ?? null })}
        />
      )}
      <Checkbox
        checked={filter.openOnly}
        onChange={(event) => setFilter({ ...filter, openOnly: event.target.checked })}
      >
        只看没处理的
      </Checkbox>
    </div>
  )
}
