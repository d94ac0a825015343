import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { SourceLens } from '../../../../platform/web/lens/source-lens.tsx'
import type { MapArea } from '../../contract.ts'

interface MapListProps {
  areas: readonly MapArea[]
  metric: { name: string; title: string; unit: string }
  textOf: (path: string) => string
  asOf: string | undefined
}

/** What the map shows, as a table: for those who cannot see it, and to go on by keyboard. */
export const MapList = ({ areas, metric, textOf, asOf }: MapListProps) => (
  <div className="table-scroll">
    <table className="record-table">
      <caption className="visually-hidden">各区域的{metric.title}</caption>
      <thead>
        <tr>
          <th scope="col">区域</th>
          <th scope="col" className="number">
            {metric.title}（{metric.unit}）
          </th>
        </tr>
      </thead>
      <tbody>
        {areas.map(({ path, name, boundary }) => (
          <tr key={path}>
            <th scope="row">
              <PageLink to="/areas" search={{ area: path }}>
                {name}
              </PageLink>
              {boundary === null && <span className="quiet">（没有边界）</span>}
            </th>
            <td className="number">
              <SourceLens
                metric={metric.name}
                area={path}
                asOf={asOf}
                label={`${name}${metric.title} ${textOf(path)}，查看出处`}
              >
                {textOf(path)}
              </SourceLens>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
