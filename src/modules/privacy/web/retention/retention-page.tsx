import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { getRetention } from '../../retention-contract.ts'
import { Certificates } from './certificates.tsx'
import { RuleForm } from './rule-form.tsx'
import '../privacy.css'

type Line = z.infer<typeof getRetention.answer>['definitions'][number]

const wordRule = ({ rule }: Line): string =>
  rule
    ? `结束满 ${rule.years} 年后删除，${rule.automatic ? '到期自动删除' : '到期由人删除'}。依据：${rule.reason}`
    : '没有设定，一直保存。'

const RuleLine = ({ line, mayChange }: { line: Line; mayChange: boolean }) => {
  const [open, setOpen] = useState(false)
  return (
    <li>
      <p>
        <strong>{line.title}</strong>
      </p>
      <p className="quiet">{wordRule(line)}</p>
      {mayChange &&
        (open ? (
          <RuleForm name={line.name} title={line.title} rule={line.rule} close={() => setOpen(false)} />
        ) : (
          <Button size="small" aria-label={`设定${line.title}的保存期限`} onClick={() => setOpen(true)}>
            设定
          </Button>
        ))}
    </li>
  )
}

/** 保存期限: how long what has ended is kept, what would go today, and proofs of what went. */
const RetentionPage = () => {
  const { data, error, refetch } = useRoute(getRetention, {})
  return (
    <Page
      title="保存期限"
      lead="已经结束的记录（迁走、去世、退出台账）满了年限，连同以前的各个版本一并删除，不能恢复；留一份证明，只写数目和编号摘要。没有设定的一直保存。"
    >
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Loading lines={6} />}
      {data && (
        <>
          {!data.mayChange && <p className="quiet">由全区统一设定；要调整，请联系系统管理员。</p>}
          <div className="no-print">
            <Section title="各种记录保存多久">
              <ul className="plain-list">
                {data.definitions.map((line) => (
                  <RuleLine key={line.name} line={line} mayChange={data.mayChange} />
                ))}
              </ul>
            </Section>
          </div>
          <Certificates erasures={data.erasures} />
        </>
      )}
    </Page>
  )
}

export default RetentionPage
