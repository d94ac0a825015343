import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { formatDateChinese } from '../../../../core/time/index.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { SourceLens } from '../../../../platform/web/lens/source-lens.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { getMeasures, type Measured, setWeights } from '../../contract-measures.ts'
import { type Weights, weighed, weighedTitles } from '../../measures/weigh.ts'
import '../matters.css'

const Row = ({ measured, weights }: { measured: Measured; weights: Weights }) => (
  <tr>
    <th scope="row">{measured.areaName}</th>
    {weighed.map((part) => (
      <td key={part} className="number">
        {measured[part].value === null ? (
          '—'
        ) : (
          <SourceLens
            figure={measured[part]}
            label={`${measured.areaName}${weighedTitles[part]} ${measured[part].text}%，查看出处`}
          />
        )}
      </td>
    ))}
    <td className="number">
      {measured.score === null ? (
        '无法得出'
      ) : (
        <SourceLens
          stated={{
            title: '综合得分',
            text: measured.score.toFixed(2),
            unit: '分',
            description: weighed
              .map((part) => `${weighedTitles[part]} ${measured[part].text}% × ${weights[part]}%`)
              .join(' + '),
            areaName: measured.areaName,
            asOf: measured.response.asOf,
          }}
          label={`${measured.areaName}综合得分 ${measured.score.toFixed(2)}，查看怎么算的`}
        />
      )}
    </td>
  </tr>
)

const WeightsForm = ({ weights, close }: { weights: Weights; close: () => void }) => {
  const [values, setValues] = useState(weights)
  const { send, sending, problem } = useAction(setWeights)
  const sum = weighed.reduce((all, part) => all + values[part], 0)
  return (
    <form
      className="form-stack reply-form"
      aria-label="权重"
      onSubmit={(event) => {
        event.preventDefault()
        void send(values).then(close, () => undefined)
      }}
    >
      <ProblemAlert problem={problem} />
      {weighed.map((part) => (
        <div key={part} className="field">
          <label htmlFor={`weight-${part}`}>{weighedTitles[part]}</label>
          <InputNumber
            id={`weight-${part}`}
            min={0}
            max={100}
            precision={0}
            suffix="%"
            value={values[part]}
            onChange={(value) => setValues((now) => ({ ...now, [part]: value ?? 0 }))}
          />
        </div>
      ))}
      <p className={sum === 100 ? 'quiet' : 'field-error'}>合计 {sum}%，应为 100%。</p>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending} disabled={sum !== 100}>
          保存
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </form>
  )
}

/** 办理考评: the three rates of areas and what they come to; parts shown, no ranking, nobody's name. */
const MeasuresPage = () => {
  const { area, day } = useViewpoint()
  const { posts } = useMe()
  const [weighing, setWeighing] = useState(false)
  const from = `${day.slice(0, 4)}-01-01`
  const query = { area: area ?? posts[0]?.area ?? '', from, asOf: day }
  const { data, error, isPending, refetch } = useRoute(getMeasures, { query }, { keepPrevious: true })
  return (
    <Page
      title="办理考评"
      lead={
        <>
          <PageLink to="/matters">诉求</PageLink> · {formatDateChinese(from)}至{formatDateChinese(day)}
          办结的诉求。只算区域和单位，不算个人，不排名次。
        </>
      }
      actions={data?.mayWeigh && !weighing && <Button onClick={() => setWeighing(true)}>设置权重</Button>}
    >
      {data && weighing && <WeightsForm weights={data.weights} close={() => setWeighing(false)} />}
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {isPending && !error && <Loading lines={6} />}
      {data && (
        <Section title="综合得分">
          <p className="quiet">
            综合得分 = {weighed.map((part) => `${weighedTitles[part]} × ${data.weights[part]}%`).join(' + ')}
            ；有一项得不出的不算。
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <section className="table-scroll" aria-label="综合得分的表格" tabIndex={0}>
            <table className="record-table">
              <thead>
                <tr>
                  <th scope="col">区域</th>
                  {weighed.map((part) => (
                    <th key={part} scope="col" className="number">
                      {weighedTitles[part]}（%）
                    </th>
                  ))}
                  <th scope="col" className="number">
                    综合得分
                  </th>
                </tr>
              </thead>
              <tbody>
                {[data.whole, ...data.below].map((measured) => (
                  <Row key={measured.area} measured={measured} weights={data.weights} />
                ))}
              </tbody>
            </table>
          </section>
        </Section>
      )}
    </Page>
  )
}

export default MeasuresPage
