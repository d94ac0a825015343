import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import type { RequestView } from '../../contract-request.ts'

/** What was recognised from the last time, and only what is different now. */
export const Memory = ({ sheet }: { sheet: RequestView['sheets'][number] }) => {
  const { memory } = sheet
  if (!memory) return null
  const differences = [
    memory.moved.length > 0 && `换了位置：${memory.moved.join('、')}`,
    memory.added.length > 0 && `新增：${memory.added.join('、')}`,
    memory.gone.length > 0 && `没有了：${memory.gone.join('、')}`,
  ].filter(Boolean)
  return (
    <div className="form-memory">
      <p>
        {memory.match === 'same'
          ? `和“${memory.title}”是同一张表，已按上次确认的对应。`
          : `认出是“${memory.title}”的新样子，只有不同的地方要您看。`}
      </p>
      <p className="quiet">
        {[...differences, `上次由 ${memory.confirmedBy} 于 ${wordInstant(memory.confirmedAt)} 确认`].join(
          '；',
        )}
        。
      </p>
    </div>
  )
}
