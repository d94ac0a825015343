import type { Tone } from '../../../../platform/web/feedback/status-tag.tsx'
import type { ImportView } from '../../contract.ts'

/** How far an import is, in words. */
export const stateTitles: Readonly<Record<ImportView['state'], string>> = {
  reading: '正在读取',
  preview: '等待确认',
  importing: '正在导入',
  done: '已导入',
  failed: '没能读取',
  cancelled: '已放弃',
}

type Status = ImportView['columns'][number]['status']

/** What becomes of a column, and why. */
export const statusWords: Readonly<Record<Status, { title: string; reason: string; tone: Tone }>> = {
  mapped: { title: '已对应', reason: '', tone: 'good' },
  ambiguous: { title: '请选择', reason: '可能是几个项目中的一个，选定后才会导入。', tone: 'look' },
  unknown: { title: '没认出', reason: '这一列不会导入；需要的话请选择对应的项目。', tone: 'plain' },
  'not-held': {
    title: '不采集',
    reason: '服务居民用不到这类信息，系统不保存，这一列不会导入。',
    tone: 'plain',
  },
  manual: { title: '不导入', reason: '序号、签字、意见等不进入台账。', tone: 'plain' },
}

/** Rows that would change something. */
export const changing = ({ counts }: Pick<ImportView, 'counts'>): number => counts.add + counts.change

/** What an import did or would do, in a line. */
export const wordCounts = ({ state, counts }: Pick<ImportView, 'state' | 'counts'>): string => {
  if (state === 'reading') return ''
  const done = state === 'done'
  return [
    counts.add > 0 && `${done ? '新增' : '将新增'} ${counts.add}`,
    counts.change > 0 && `${done ? '更新' : '将更新'} ${counts.change}`,
    counts.add + counts.change === 0 && counts.same > 0 && '没有任何变化',
    counts.faulty > 0 && `有错误 ${counts.faulty}`,
  ]
    .filter(Boolean)
    .join('，')
}
