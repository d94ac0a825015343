import type { RecordView } from '../../../../platform/contract/records.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { recordPage } from '../../record-page.ts'
import { OneRecordPage } from '../record/one-record-page.tsx'
import { wordExpiry } from './word-expiry.ts'

const Lead = ({ record: { display, values, areaName } }: { record: RecordView }) => {
  const { day } = useViewpoint()
  return (
    <>
      {values.organisation ? (
        <PageLink to={recordPage('organisation', String(values.organisation))!}>
          {display.organisation ?? '签约单位'}
        </PageLink>
      ) : null}
      {['', display.kind, wordExpiry(values.expiresOn, day), areaName].join('，')}
    </>
  )
}

/** An agreement: with whom, until when, and what was agreed. */
const AgreementPage = () => (
  <OneRecordPage
    definition="agreement"
    nameOf={({ display }) => display.name ?? '协议'}
    lead={(record) => <Lead record={record} />}
  />
)

export default AgreementPage
