import { formatDateChinese } from '../../../core/time/format-date.ts'
import type { StatedFigure } from './lens-source.ts'

/** A number whose meaning the page states, such as how many records match the filters. */
export const StatedExplained = ({ stated }: { stated: StatedFigure }) => (
  <>
    <h2>{stated.title}</h2>
    <p className="lens-value">
      {stated.text}
      <span className="lens-unit">{stated.unit}</span>
    </p>
    <dl className="facts">
      <div>
        <dt>口径</dt>
        <dd>{stated.description}</dd>
      </div>
      <div>
        <dt>区域</dt>
        <dd>{stated.areaName}</dd>
      </div>
      <div>
        <dt>截至</dt>
        <dd>{formatDateChinese(stated.asOf)}</dd>
      </div>
    </dl>
  </>
)
