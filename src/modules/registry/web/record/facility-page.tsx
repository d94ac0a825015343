import type { RecordView } from '../../../../platform/contract/records.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { recordPage } from '../../record-page.ts'
import { OneRecordPage } from './one-record-page.tsx'

const lead = ({ display, values, areaName }: RecordView) => (
  <>
    {[display.kind, display.state, display.address, areaName].filter(Boolean).join('，')}
    {display.maintainer && (
      <>
        ，由
        <PageLink to={recordPage('organisation', String(values.maintainer))!}>{display.maintainer}</PageLink>
        养护
      </>
    )}
  </>
)

/** Broken, or not looked at for half a year. */
const Next = ({ record }: { record: RecordView }) => {
  const { day } = useViewpoint()
  const { state, checkedOn } = record.values
  const stale = typeof checkedOn !== 'string' || Date.parse(day) - Date.parse(checkedOn) > 183 * 86_400_000
  const words = [
    ...(state === '2' ? ['待维修：修好后请把状态改为完好。'] : []),
    ...(stale && state !== '3' ? ['半年内没有检查过：看过后请填写最近检查日期。'] : []),
  ]
  return words.length > 0 && <p className="notice">{words.join('')}</p>
}

/** A place or facility: what and where it is, who looks after it, whether it works. */
const FacilityPage = () => (
  <OneRecordPage
    definition="facility"
    nameOf={({ display }) => display.name ?? '场所设施'}
    lead={lead}
    next={(record) => <Next record={record} />}
  />
)

export default FacilityPage
