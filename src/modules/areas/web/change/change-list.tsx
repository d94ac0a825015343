import { App, Button } from 'antd'
import type { z } from 'zod'
import { asProblem } from '../../../../platform/web/api/problem-error.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useMayWrite } from '../../../../platform/web/viewpoint/use-may-write.ts'
import { type getAreaContents, undoAreaChange } from '../../contract.ts'

type Change = z.output<typeof getAreaContents.answer>['changes'][number]

/** Merges and splits that were, the latest first; the latest of an area can be taken back. */
export const ChangeList = ({ changes }: { changes: readonly Change[] }) => {
  const { message } = App.useApp()
  const mayWrite = useMayWrite('area.manage')
  const { send, sending } = useAction(undoAreaChange)
  const undo = async (change: string) => {
    try {
      const { job } = await send({ change })
      void message.success(job ? '人数较多，已转到后台撤销。' : '已撤销，恢复到调整之前。')
    } catch (error) {
      void message.error(asProblem(error).title)
    }
  }
  return (
    <Section title="合并和拆分的记录">
      {changes.length === 0 ? (
        <p className="quiet">还没有合并或拆分过。</p>
      ) : (
        <ul className="plain-list">
          {changes.map((change) => (
            <li key={change.id} className="todo">
              <div>
                {change.title}
                {change.undone && '（已撤销）'}
                <p className="quiet">
                  自 {change.on} 起，移动 {change.persons} 位居民。{change.by} 记于 {change.at.slice(0, 10)}
                  {change.reason && `：${change.reason}`}
                </p>
              </div>
              {change.mayUndo && mayWrite && (
                <Button size="small" loading={sending} onClick={() => void undo(change.id)}>
                  撤销<span className="visually-hidden">：{change.title}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
