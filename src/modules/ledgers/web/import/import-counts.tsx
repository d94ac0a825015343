import { SourceLens } from '../../../../platform/web/lens/source-lens.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { wordNumber } from '../../../../platform/web/wording/word-number.ts'
import type { ImportView } from '../../contract.ts'
import { useAreaName } from './use-area-name.ts'

type Count = keyof ImportView['counts']

const titles: Record<'preview' | 'done', readonly (readonly [Count, string])[]> = {
  preview: [
    ['add', '将新增'],
    ['change', '将更新'],
    ['same', '没有变化'],
    ['newPersons', '新登记居民'],
    ['faulty', '有错误'],
  ],
  done: [
    ['add', '已新增'],
    ['change', '已更新'],
    ['same', '没有变化'],
    ['newPersons', '新登记居民'],
    ['faulty', '有错误，未导入'],
  ],
}

const meanings: Record<Count, string> = {
  rows: '表里有内容的行。',
  add: '表里有、台账里没有的人或单位，各一行。',
  change: '台账里已有，但表里的内容不同的行。',
  same: '和台账里完全一致的行，不会写入。',
  newPersons: '按身份证号在居民登记里找不到的人，导入时一并登记。',
  faulty: '至少有一格不能写入的行，整行不导入。',
}

/** What an import would do or did, each number with its meaning. */
export const ImportCounts = ({ view }: { view: ImportView }) => {
  const areaName = useAreaName(view.area)
  const { today } = useViewpoint()
  const listed = titles[view.state === 'done' ? 'done' : 'preview']
  return (
    <dl className="import-counts">
      {listed.map(([key, title]) => {
        const text = wordNumber(view.counts[key])
        const unit = key === 'newPersons' ? '人' : '行'
        return (
          <div key={key} className={key === 'faulty' && view.counts.faulty > 0 ? 'faulty' : undefined}>
            <dt>{title}</dt>
            <dd>
              <SourceLens
                stated={{ title, text, unit, description: meanings[key], areaName, asOf: today }}
                label={`${title} ${text} ${unit}，查看含义`}
              />
              <span className="quiet"> {unit}</span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
