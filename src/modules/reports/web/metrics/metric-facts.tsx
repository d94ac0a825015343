import type { MetricView } from '../../../../platform/contract/figures.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { registryRecords } from '../../../registry/index.ts'

const flows: Record<MetricView['flow'], string> = {
  stock: '所看日期当天的在册数',
  entered: '期间内新进的数',
  left: '期间内移出的数',
}

/** Where the records of a definition are listed. */
const listOf = (of: string): { to: string; search?: { tab: string } } => {
  if (registryRecords.some(({ name }) => name === of)) return { to: '/registry', search: { tab: of } }
  return { to: of === 'matter' ? '/matters' : `/ledgers/${of}` }
}

/** What a metric counts, and how. */
export const MetricFacts = ({ metric }: { metric: MetricView }) => (
  <dl className="facts">
    <div>
      <dt>口径</dt>
      <dd>{metric.description}</dd>
    </div>
    <div>
      <dt>取自</dt>
      <dd>
        <PageLink {...listOf(metric.of)}>{metric.ofTitle}</PageLink>
      </dd>
    </div>
    {metric.kind === 'count' && (
      <div>
        <dt>统计</dt>
        <dd>{flows[metric.flow]}</dd>
      </div>
    )}
    {metric.rule !== '' && (
      <div>
        <dt>规则</dt>
        <dd className="metric-rule">{metric.rule}</dd>
      </div>
    )}
    {metric.synonyms.length > 0 && (
      <div>
        <dt>也叫</dt>
        <dd>{metric.synonyms.join('、')}</dd>
      </div>
    )}
    <div>
      <dt>模板标记</dt>
      <dd>
        <code>{`{${metric.title}}`}</code> 或 <code>{`{${metric.name}}`}</code>
      </dd>
    </div>
  </dl>
)
