import { useMemo } from 'react'
import { wordNumber } from '../wording/word-number.ts'
import { Chart } from './chart.tsx'
import { useChartColours } from './chart-colours.ts'
import type { EChartsCoreOption } from './load-echarts.ts'

interface BarChartProps {
  groups: readonly { title: string; value: number | null }[]
  unit: string
  label: string
}

/** A breakdown as horizontal bars, each labelled with its value. */
export const BarChart = ({ groups, unit, label }: BarChartProps) => {
  const colours = useChartColours()
  const option = useMemo<EChartsCoreOption>(
    () => ({
      grid: { left: 8, right: 64, top: 4, bottom: 4, containLabel: true },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: groups.map((group) => group.title),
        axisLine: { lineStyle: { color: colours.line } },
        axisTick: { show: false },
        axisLabel: { color: colours.text, width: 140, overflow: 'truncate' },
      },
      series: [
        {
          type: 'bar',
          data: groups.map((group) => group.value),
          color: colours.series[0],
          barMaxWidth: 18,
          animation: false,
          label: {
            show: true,
            position: 'right',
            color: colours.text,
            formatter: ({ value }: { value: number | null }) =>
              value === null ? '无法得出' : `${wordNumber(value)}${unit}`,
          },
        },
      ],
    }),
    [groups, unit, colours],
  )
  return <Chart option={option} label={label} height={Math.max(60, groups.length * 28 + 8)} />
}
