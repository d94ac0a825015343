import { findElement } from '../../../core/dictionary/index.ts'
import { addDays } from '../../../core/time/index.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { refuseForeignArea } from '../../../platform/server/repository/scope.ts'
import { type AskedElement, listRepeated, sumBurden } from '../storage/asked-elements.ts'
import { readTypingTime } from '../storage/typing-time.ts'

const groupByElement = (asked: readonly AskedElement[]) => {
  const groups = new Map<string, AskedElement[]>()
  for (const one of asked) groups.set(one.element, [...(groups.get(one.element) ?? []), one])
  return [...groups].map(([element, times]) => ({
    element,
    title: findElement(element)?.title ?? element,
    times: times.length,
    requests: times.map(({ request, title, askedBy, on, answered }) => ({
      request,
      title,
      askedBy,
      on,
      answered,
    })),
  }))
}

/** What forms cost in a period (a year where nothing is said), and which fields were asked more than once. */
export const readBurden = async (
  repository: Repository,
  asked: { area?: string | undefined; from?: string | undefined; to?: string | undefined },
) => {
  refuseForeignArea(repository, 'data.export', asked.area)
  const to = asked.to ?? repository.today
  const from = asked.from ?? addDays(to, -365)
  const byDepartment = await sumBurden(repository, { area: asked.area, from, to })
  const seconds = await readTypingTime(repository)
  const sum = (key: 'requests' | 'cells' | 'minutes') =>
    byDepartment.reduce((total, department) => total + department[key], 0)
  return {
    from,
    to,
    requests: sum('requests'),
    cells: sum('cells'),
    minutes: Math.round(sum('minutes') * 10) / 10,
    secondsPerCell: seconds,
    assumption: `按手工填一格（含查找）${seconds} 秒估计，不是实测；填写时的假定随每份表记下。`,
    byDepartment,
    repeated: groupByElement(await listRepeated(repository, { area: asked.area, from, to })),
  }
}
