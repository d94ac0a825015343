import { Button, Select } from 'antd'
import { useState } from 'react'
import { listMetrics } from '../../../../../platform/contract/figures.ts'
import { useRoute } from '../../../../../platform/web/api/use-route.ts'
import type { Compared } from '../../../against/verdict-words.ts'
import type { Comparison } from './use-comparison.ts'

const ChooseMetric = ({ choose }: { choose: (name: string, title: string) => void }) => {
  const { data, isPending } = useRoute(listMetrics)
  const metrics = data?.metrics ?? []
  return (
    <Select
      aria-label="选一个指标"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="选一个指标"
      loading={isPending}
      popupMatchSelectWidth={false}
      options={metrics.map(({ name, title }) => ({ value: name, label: title }))}
      onChange={(name: string) => choose(name, metrics.find((one) => one.name === name)?.title ?? name)}
    />
  )
}

/** Lets a person say which metric a number's words mean, so that it is known the next time. */
export const TeachWord = ({ one, comparison }: { one: Compared; comparison: Comparison }) => {
  const [choosing, setChoosing] = useState(false)
  const { teach } = comparison
  const sure = one.verdict === 'differs'
  return (
    <div className="teach-word">
      {!sure &&
        one.candidates.slice(0, 3).map(({ metric, title }) => (
          <Button
            key={metric}
            size="small"
            onClick={() => void teach(one.phrase, metric, `就是「${title}」`)}
          >
            就是「{title}」
          </Button>
        ))}
      {choosing ? (
        <ChooseMetric choose={(metric, title) => void teach(one.phrase, metric, `就是「${title}」`)} />
      ) : (
        <Button size="small" onClick={() => setChoosing(true)}>
          {one.candidates.length > 0 ? '是别的指标…' : '告诉系统是哪个指标…'}
        </Button>
      )}
      {one.candidates.length > 0 && (
        <Button size="small" onClick={() => void teach(one.phrase, null, '不在指标目录里')}>
          不在指标里
        </Button>
      )}
    </div>
  )
}
