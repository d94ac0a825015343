import { Button } from 'antd'
import type { RecordView } from '../../../../platform/contract/records.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { StatusTag } from '../../../../platform/web/feedback/status-tag.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { recordPage } from '../../record-page.ts'
import { isExpiring, wordExpiry } from './word-expiry.ts'

const Agreement = ({ agreement, may }: { agreement: RecordView; may: boolean }) => {
  const { day } = useViewpoint()
  const go = useGo()
  const { expiresOn } = agreement.values
  const late = typeof expiresOn === 'string' && expiresOn < day
  const due = isExpiring(expiresOn, day)
  const page = recordPage('agreement', agreement.id)!
  const name = agreement.display.name ?? '协议'
  return (
    <li className="todo">
      <div>
        <p className="todo-title">
          <PageLink to={page}>{name}</PageLink>{' '}
          <StatusTag tone={late ? 'bad' : due ? 'look' : 'plain'}>{wordExpiry(expiresOn, day)}</StatusTag>
        </p>
        <p className="quiet">
          {[
            agreement.display.kind,
            `${agreement.display.signedOn} 签订`,
            agreement.display.managerName && `社区责任人 ${agreement.display.managerName}`,
          ]
            .filter(Boolean)
            .join('，')}
        </p>
      </div>
      {may && due && (
        <div className="page-actions">
          <Button size="small" aria-label={`续签：${name}`} onClick={() => go(page, { edit: '1' })}>
            续签
          </Button>
          <Button size="small" aria-label={`终止：${name}`} onClick={() => go(page, { end: '1' })}>
            终止
          </Button>
        </div>
      )}
    </li>
  )
}

/** What an organisation has signed; what ends soon can be renewed or ended at once. */
export const AgreementList = ({ agreements, may }: { agreements: readonly RecordView[]; may: boolean }) =>
  agreements.length === 0 ? (
    <p className="quiet">还没有签过协议。</p>
  ) : (
    <ul className="plain-list">
      {agreements.map((agreement) => (
        <Agreement key={agreement.id} agreement={agreement} may={may} />
      ))}
    </ul>
  )
