import { useMemo } from 'react'
import { wordNumber } from '../wording/word-number.ts'
import { Chart } from './chart.tsx'
import { type ChartColours, useChartColours } from './chart-colours.ts'
import type { EChartsCoreOption } from './load-echarts.ts'

export interface TrendPoint {
  on: string
  /** Null where it cannot be told. */
  value: number | null
}

export interface TrendSeries {
  title: string
  points: readonly TrendPoint[]
}

interface TrendChartProps {
  /** At most five; each is labelled at its end, not in a legend. */
  series: readonly TrendSeries[]
  unit: string
  label: string
  height?: number
}

const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [2, 6]] as const

const wordMonth = (on: string): string => `${Number(on.slice(2, 4))}年${Number(on.slice(5, 7))}月`

const drawLine = (one: TrendSeries, index: number, colours: ChartColours) => {
  const last = one.points.findLastIndex((point) => point.value !== null)
  return {
    type: 'line',
    name: one.title,
    data: one.points.map((point) => point.value),
    color: colours.series[index],
    lineStyle: { width: 2, type: dashes[index] },
    showSymbol: true,
    symbol: (_: unknown, at: { dataIndex: number }) => (at.dataIndex === last ? 'circle' : 'none'),
    symbolSize: 6,
    connectNulls: false,
    endLabel: { show: true, formatter: '{a}', color: colours.text, fontSize: 12, distance: 8 },
    labelLayout: { moveOverlap: 'shiftY' },
    animation: false,
  }
}

/** How metrics went over months, directly labelled and readable when printed grey. */
export const TrendChart = ({ series, unit, label, height = 240 }: TrendChartProps) => {
  const colours = useChartColours()
  const option = useMemo<EChartsCoreOption>(() => {
    const shown = series.slice(0, 5)
    const longest = Math.max(0, ...shown.map((one) => one.title.length))
    return {
      grid: { left: 8, right: Math.min(180, longest * 13 + 20), top: 16, bottom: 8, containLabel: true },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: shown[0]?.points.map((point) => wordMonth(point.on)) ?? [],
        axisLine: { lineStyle: { color: colours.line } },
        axisTick: { show: false },
        axisLabel: { color: colours.muted, hideOverlap: true },
      },
      yAxis: {
        type: 'value',
        scale: true,
        splitLine: { lineStyle: { color: colours.line } },
        axisLabel: { color: colours.muted, formatter: (value: number) => wordNumber(value) },
      },
      tooltip: {
        trigger: 'axis',
        confine: true,
        valueFormatter: (value: unknown) =>
          typeof value === 'number' ? `${wordNumber(value)}${unit}` : '无法得出',
      },
      series: shown.map((one, index) => drawLine(one, index, colours)),
    }
  }, [series, unit, colours])
  return <Chart option={option} label={label} height={height} />
}
