import { useState } from 'react'
import { listDrafts } from '../draft/drafts.ts'
import { useJobs } from '../jobs/use-jobs.ts'
import { useModules } from '../module/modules-context.ts'
import type { Todo } from '../module/web-module.ts'
import { useMay, useMe } from '../session/use-me.ts'
import { wordInstant } from '../wording/word-instant.ts'

const useDraftTodos = (): readonly Todo[] => {
  const { id } = useMe()
  const [drafts] = useState(() => listDrafts(id))
  return drafts.map((draft) => ({
    key: `draft.${draft.key}`,
    title: `没填完的草稿：${draft.title}`,
    detail: `${wordInstant(draft.savedAt)}存在这台电脑上`,
    due: null,
    act: { title: '接着填', to: draft.to },
  }))
}

const useJobTodos = (): readonly Todo[] => {
  const { jobs } = useJobs()
  return jobs
    .filter((job) => job.state !== 'done')
    .map((job) => ({
      key: `job.${job.id}`,
      title: job.title,
      detail: job.message || (job.state === 'failed' ? '没有完成' : '正在进行'),
      due: null,
      act: { title: '查看', to: '/jobs' },
      waiting: job.state !== 'failed',
    }))
}

const byDue = (a: Todo, b: Todo): number => (a.due ?? '9999').localeCompare(b.due ?? '9999')

/** Everything there is to do, by due day; what waits for others or for the machine apart. */
export const useAllTodos = (): { mine: readonly Todo[]; waiting: readonly Todo[] } => {
  const may = useMay()
  const fromDrafts = useDraftTodos()
  const fromJobs = useJobTodos()
  // The list of modules never changes while the page is open, so the order of these hooks is fixed.
  const fromModules = useModules().flatMap((module) =>
    module.todos ? module.todos.use(may(module.todos.right)) : [],
  )
  const all = [...fromModules, ...fromDrafts, ...fromJobs].sort(byDue)
  return { mine: all.filter((todo) => !todo.waiting), waiting: all.filter((todo) => todo.waiting) }
}
