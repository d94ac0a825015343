import { Button } from 'antd'
import { Section } from '../../../../platform/web/page/section.tsx'
import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import type { ErasureView } from '../../retention-contract.ts'

const Certificate = ({ erasure }: { erasure: ErasureView }) => (
  <li className="certificate">
    <p>
      <strong>
        {erasure.title}：删除 {erasure.records} 条，{erasure.versions} 个版本
      </strong>
    </p>
    <p>
      {wordInstant(erasure.at)}，{erasure.by}。规则：结束满 {erasure.years} 年（{erasure.endedBy}{' '}
      或更早）。依据：{erasure.reason}
    </p>
    <p className="quiet">证明编号 {erasure.id}</p>
    <p className="quiet">编号摘要 {erasure.digest}</p>
  </li>
)

/** Proofs of what was erased; `youju verify` holds them against the audit and against what is there. */
export const Certificates = ({ erasures }: { erasures: readonly ErasureView[] }) => (
  <Section
    title="删除证明"
    extra={
      erasures.length > 0 && (
        <Button className="no-print" size="small" onClick={() => window.print()}>
          打印
        </Button>
      )
    }
  >
    {erasures.length === 0 ? (
      <p className="quiet">还没有删除过。删除后，这里留下每一次的数目、规则、日期和编号摘要。</p>
    ) : (
      <ul className="plain-list">
        {erasures.map((erasure) => (
          <Certificate key={erasure.id} erasure={erasure} />
        ))}
      </ul>
    )}
  </Section>
)
