import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import type { AreaView } from '../../../../platform/contract/session.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { getAreaContents, listAreaBuildings, splitArea } from '../../contract.ts'
import { useChangeNotice } from './use-change-notice.ts'

interface Piece {
  key: string
  title: string
  persons: number
  part: { buildings: { estate: string; number: string }[]; areas: string[] }
}

/** What an area can be split by: its grids, or where it has none its buildings. */
const usePieces = (area: AreaView): readonly Piece[] | undefined => {
  const contents = useRoute(getAreaContents, { params: { path: area.path } })
  const buildings = useRoute(listAreaBuildings, { params: { path: area.path } })
  if (!contents.data || (!buildings.data && !buildings.error)) return undefined
  if (contents.data.children.length > 0)
    return contents.data.children.map((child) => ({
      key: child.path,
      title: child.name,
      persons: child.contents.persons,
      part: { buildings: [], areas: [child.path] },
    }))
  return (buildings.data?.buildings ?? []).map(({ estate, number, persons }) => ({
    key: `${estate} ${number}`,
    title: number ? `${estate}${number}幢` : `${estate}（没有幢号）`,
    persons,
    part: { buildings: [{ estate, number }], areas: [] },
  }))
}

/** Parts of an area become an area of their own: choose them, name it, say from when. */
export const SplitForm = ({ area, finish }: { area: AreaView; finish: () => void }) => {
  const { today } = useViewpoint()
  const id = useId()
  const pieces = usePieces(area)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [name, setName] = useState('')
  const [on, setOn] = useState(today)
  const { send, sending, problem } = useAction(splitArea)
  const notice = useChangeNotice()
  if (!pieces) return <Loading lines={5} />
  const taken = pieces.filter(({ key }) => chosen.includes(key))
  const persons = taken.reduce((sum, piece) => sum + piece.persons, 0)
  const split = async () => {
    const part = {
      name: name.trim(),
      buildings: taken.flatMap((piece) => piece.part.buildings),
      areas: taken.flatMap((piece) => piece.part.areas),
    }
    const answer = await send({ area: area.path, parts: [part], on }).catch(() => undefined)
    if (!answer) return
    notice(`已从${area.name}分出${name.trim()}。`, answer)
    finish()
  }
  return (
    <Section title={`拆分${area.name}`}>
      {pieces.length < 2 ? (
        <p className="quiet">这里只有一栋楼或一个网格，不能再拆分。</p>
      ) : (
        <form
          className="record-form"
          onSubmit={(event) => {
            event.preventDefault()
            void split()
          }}
        >
          <fieldset className="field">
            <legend>分出去的楼栋或网格</legend>
            <Checkbox.Group
              value={[...chosen]}
              options={pieces.map((piece) => ({
                value: piece.key,
                label: `${piece.title}（${piece.persons} 人）`,
              }))}
              onChange={(keys) => setChosen(keys.map(String))}
            />
          </fieldset>
          <div className="field">
            <label htmlFor={`${id}name`}>新区域的名称</label>
            <Input id={`${id}name`} value={name} onChange={(event) => setName(event.target.value)} />
          </div>
          <div className="field">
            <label htmlFor={`${id}on`}>从哪一天起分开</label>
            <DateField id={`${id}on`} value={on} max={today} onChange={setOn} />
          </div>
          {taken.length > 0 && (
            <div className="notice" role="note" aria-label="拆分会改动什么">
              <p>
                {taken.length} 处、{persons} 位居民分到{name.trim() || '新的区域'}
                ，连同住户、房屋和台账；边界按楼栋位置先划一条，可以再上传准确的。
              </p>
            </div>
          )}
          <ProblemAlert problem={problem} />
          <p>
            <Button
              type="primary"
              htmlType="submit"
              loading={sending}
              disabled={taken.length === 0 || taken.length === pieces.length || name.trim().length < 2}
            >
              拆分
            </Button>
          </p>
        </form>
      )}
    </Section>
  )
}
