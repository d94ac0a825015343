import { Radio } from 'antd'
import { type CalendarPeriodKind, periodContaining } from '../../../../core/time/period.ts'
import { usePageSearch, useSetPageSearch } from '../../../../platform/web/address/use-address.ts'

const kinds: readonly { kind: CalendarPeriodKind; label: string }[] = [
  { kind: 'month', label: '当月' },
  { kind: 'quarter', label: '当季' },
  { kind: 'half', label: '半年' },
  { kind: 'year', label: '当年' },
]

/** From which day a flow is counted, up to the day looked at: the month's first, unless one chooses otherwise. */
export const useFlowStart = (day: string): string =>
  usePageSearch().from ?? periodContaining('month', day).from

/** Chooses the stretch over which comings and goings are counted. */
export const FlowPeriod = ({ day }: { day: string }) => {
  const from = useFlowStart(day)
  const setSearch = useSetPageSearch()
  return (
    <Radio.Group
      optionType="button"
      aria-label="统计的期间"
      value={from}
      options={kinds.map(({ kind, label }) => ({ value: periodContaining(kind, day).from, label }))}
      onChange={(event) => setSearch({ from: event.target.value as string })}
    />
  )
}
