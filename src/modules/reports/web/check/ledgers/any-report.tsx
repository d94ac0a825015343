import { Button } from 'antd'
import { useId, useMemo } from 'react'
import type { CheckResult } from '../../../../../documents/check/index.ts'
import { PageLink } from '../../../../../platform/web/address/page-link.tsx'
import { ProblemAlert } from '../../../../../platform/web/feedback/problem-alert.tsx'
import { AreaSelect } from '../../../../../platform/web/input/area-select.tsx'
import { DateField } from '../../../../../platform/web/input/date-field.tsx'
import { Section } from '../../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../../platform/web/viewpoint/use-viewpoint.ts'
import { passagesOf } from '../../../against/passages-of.ts'
import { ComparedList } from './compared-list.tsx'
import type { Comparison } from './use-comparison.ts'

interface AnyReportProps {
  result: CheckResult
  comparison: Comparison
  showInText: (quantity: number) => void
}

/** Any report's numbers against the ledgers: says what is sent, asks where and as of when, lists the answers. */
export const AnyReport = ({ result, comparison, showInText }: AnyReportProps) => {
  const id = useId()
  const { today } = useViewpoint()
  const passages = useMemo(() => passagesOf(result), [result])
  const { area, setArea, asOf, setAsOf, results, compare, comparing, problem, taught, takeBack } = comparison
  return (
    <Section title="对照台账" extra={<PageLink to="/check/words">教过的说法</PageLink>}>
      <div className="against-ledgers">
        {passages.length === 0 ? (
          <p>文中没有可以对照的数。</p>
        ) : (
          <>
            <p>
              看文中的数和台账对不对得上。只把含数字的 {passages.length}{' '}
              句话和所在的标题发给服务器，文件仍不上传。
            </p>
            <div className="against-where">
              <div className="field">
                <label htmlFor={`${id}-area`}>报告说的是哪里</label>
                <AreaSelect id={`${id}-area`} value={area} onChange={setArea} />
              </div>
              <div className="field">
                <label htmlFor={`${id}-day`}>截至哪一天</label>
                <DateField id={`${id}-day`} value={asOf} onChange={setAsOf} max={today} />
              </div>
              <Button
                type={results ? 'default' : 'primary'}
                loading={comparing}
                disabled={area === undefined || asOf === ''}
                onClick={() => void compare()}
              >
                {results ? '再对照一次' : '对照台账'}
              </Button>
            </div>
          </>
        )}
        <ProblemAlert problem={problem} />
        {taught && (
          <p role="status" className="taught">
            记住了：“{taught.phrase}”{taught.title}。
            <Button size="small" onClick={() => void takeBack()}>
              撤销
            </Button>
          </p>
        )}
        {results && (
          <ComparedList result={result} results={results} comparison={comparison} showInText={showInText} />
        )}
      </div>
    </Section>
  )
}
