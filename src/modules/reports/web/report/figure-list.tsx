import { SourceLens } from '../../../../platform/web/lens/source-lens.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import type { ReportView } from '../../contract.ts'

type Figure = ReportView['figures'][number]

const FigureLines = ({ figures }: { figures: readonly Figure[] }) => (
  <ul className="figure-list">
    {figures.map((figure) => (
      <li key={figure.id}>
        <span>{figure.title}</span>
        <span className="figure-list-value">
          {figure.value === null ? (
            <span className="quiet">无法得出</span>
          ) : (
            <>
              <SourceLens
                figure={figure}
                label={`${figure.areaName}${figure.title} ${figure.text}${figure.unit}，查看出处`}
              />{' '}
              <span className="quiet">{figure.unit}</span>
            </>
          )}
        </span>
      </li>
    ))}
  </ul>
)

/** Each metric of an area and period once; changes are seen in the lens of the value. */
const distinct = (figures: readonly Figure[]): readonly Figure[] => [
  ...new Map(
    figures
      .filter(({ aspect }) => aspect === 'value')
      .map((figure) => [`${figure.metric}.${figure.area}.${figure.from}.${figure.asOf}`, figure] as const),
  ).values(),
]

/** The figures of a report: those of its own area, and folded those of the areas below. */
export const FigureList = ({ report }: { report: ReportView }) => {
  const listed = distinct(report.figures)
  if (listed.length === 0) return null
  const own = listed.filter(({ area }) => area === report.area)
  const below = new Map<string, Figure[]>()
  for (const figure of listed)
    if (figure.area !== report.area)
      below.set(figure.areaName, [...(below.get(figure.areaName) ?? []), figure])
  return (
    <Section title="文中的数字" extra={<span className="quiet">{listed.length} 个</span>}>
      <FigureLines figures={own} />
      {[...below].map(([areaName, figures]) => (
        <details key={areaName} className="figure-area">
          <summary>
            {areaName} <span className="quiet">{figures.length} 个</span>
          </summary>
          <FigureLines figures={figures} />
        </details>
      ))}
    </Section>
  )
}
