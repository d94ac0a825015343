import type { DefinitionView } from '../../contract/catalogue.ts'
import { SourceLens } from '../lens/source-lens.tsx'
import { useCountingMetric } from '../lens/use-counting-metric.ts'
import type { Viewpoint } from '../viewpoint/use-viewpoint.ts'
import { wordNumber } from '../wording/word-number.ts'

interface TotalProps {
  total: number
  definition: DefinitionView
  view: Viewpoint
  /** The filters in force, in words. */
  narrowed: readonly string[]
}

/** How many records the list has, through the lens: the metric's figure, or what the filters mean. */
export const Total = ({ total, definition, view, narrowed }: TotalProps) => {
  const metric = useCountingMetric(definition.name)
  const text = wordNumber(total)
  const source =
    metric && narrowed.length === 0
      ? { metric, area: view.area, asOf: view.asOf }
      : {
          stated: {
            title: `${definition.title}：${narrowed.length > 0 ? '符合筛选的记录' : '全部记录'}`,
            text,
            unit: definition.unit,
            description:
              narrowed.length > 0
                ? `列表中同时满足以下条件的记录数：${narrowed.join(';')}。`
                : '所选区域内、所看日期有效的记录数。',
            areaName: view.areaName,
            asOf: view.day,
          },
        }
  return (
    <p className="total" role="status">
      共{' '}
      <SourceLens {...source} label={`共 ${text} ${definition.unit}，查看出处`}>
        {text}
      </SourceLens>{' '}
      {definition.unit}
    </p>
  )
}
