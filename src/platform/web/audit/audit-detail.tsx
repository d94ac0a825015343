import type { AuditView } from '../../contract/audit.ts'
import { PageLink } from '../address/page-link.tsx'

const word = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** What else an entry says: its number in the chain, the record, whether it is sealed. */
export const AuditDetail = ({ entry }: { entry: AuditView }) => (
  <details className="audit-detail">
    <summary>
      展开<span className="visually-hidden">第 {entry.seq} 条的详情</span>
    </summary>
    <dl className="facts">
      <div>
        <dt>序号</dt>
        <dd>{entry.seq}</dd>
      </div>
      <div>
        <dt>封存</dt>
        <dd>{entry.sealed ? '已封存' : '等待下一批封存'}</dd>
      </div>
      {entry.subject && (
        <div>
          <dt>记录</dt>
          <dd>
            {entry.subject}{' '}
            <PageLink to="/audit" search={{ subject: entry.subject }}>
              只看这条记录
            </PageLink>
          </dd>
        </div>
      )}
      {Object.entries(entry.detail).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{word(value)}</dd>
        </div>
      ))}
    </dl>
  </details>
)
