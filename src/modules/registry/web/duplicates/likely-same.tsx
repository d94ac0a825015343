import type { RecordView } from '../../../../platform/contract/records.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { listLikelySame } from '../../duplicate-contract.ts'

/** Says on a person's page that somebody else may be the same person. */
export const LikelySame = ({ person }: { person: RecordView }) => {
  const { data } = useRoute(listLikelySame, { params: { id: person.id } })
  const likely = data?.likely[0]
  if (!likely) return null
  return (
    <p className="notice">
      可能有重复登记：{likely.person.display.name}（{likely.person.areaName}），{likely.reasons.join('；')}。
      <PageLink to="/registry/changes/mergePersons" search={{ person: person.id, other: likely.person.id }}>
        对照着看
      </PageLink>
    </p>
  )
}
