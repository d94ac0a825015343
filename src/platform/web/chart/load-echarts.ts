import type { EChartsCoreOption, EChartsType } from 'echarts/core'

export type { EChartsCoreOption, EChartsType }

let loaded: Promise<typeof import('./echarts-parts.ts')> | undefined

/** ECharts, fetched when the first chart is drawn. */
export const loadEcharts = () => {
  loaded ??= import('./echarts-parts.ts')
  return loaded
}
