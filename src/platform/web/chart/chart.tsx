import { useEffect, useRef } from 'react'
import { type EChartsCoreOption, type EChartsType, loadEcharts } from './load-echarts.ts'

interface ChartProps {
  option: EChartsCoreOption
  /** What the chart shows, in a sentence, for those who cannot see it. */
  label: string
  height: number
}

/** An ECharts drawing (SVG, so that it prints sharply), fetched and drawn only when it is on the page. */
export const Chart = ({ option, label, height }: ChartProps) => {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const latest = useRef(option)
  latest.current = option

  useEffect(() => {
    let gone = false
    const observer = new ResizeObserver(() => chart.current?.resize())
    void loadEcharts().then(({ init }) => {
      if (gone || !box.current) return
      chart.current = init(box.current, null, { renderer: 'svg' })
      chart.current.setOption(latest.current)
      observer.observe(box.current)
    })
    return () => {
      gone = true
      observer.disconnect()
      chart.current?.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])

  return <div ref={box} role="img" aria-label={label} className="chart" style={{ height }} />
}
