import { useRoute } from '../../../platform/web/api/use-route.ts'
import { useViewpoint } from '../../../platform/web/viewpoint/use-viewpoint.ts'
import { getResponsible } from '../contract.ts'

/** Who answers for an area on the day looked at. */
export const ResponsibleList = ({ area }: { area: string }) => {
  const { asOf } = useViewpoint()
  const { data } = useRoute(getResponsible, { params: { path: area }, query: { asOf } })
  if (!data) return null
  if (data.responsible.length === 0) return <p className="quiet">这一天没有安排人。</p>
  return (
    <ul className="plain-list">
      {data.responsible.map((one) => (
        <li key={`${one.name}.${one.roleTitle}.${one.areaName}`}>
          {one.name}
          <p className="quiet">
            {one.areaName} {one.roleTitle}
          </p>
        </li>
      ))}
    </ul>
  )
}
