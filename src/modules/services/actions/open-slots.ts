import { daysBetween } from '../../../core/time/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { openSlots as contract } from '../contract.ts'
import { instantAt, workingDays } from '../day-slots.ts'
import { getOwnService } from '../storage/services.ts'
import { openSlot } from '../storage/slots.ts'

const longest = 92

/** Opens times on the working days from one day to another. */
export const openSlots = defineAction(
  contract,
  async (repository, { service: id, from, to, times }, office) => {
    const service = await getOwnService(repository, id)
    const refuse = (field: string, message: string): never => {
      throw new Problem('field.invalid', `${message}。`, { places: [{ field, message }] })
    }
    if (from < repository.today) refuse('from', '开始日期已经过去，请改日期')
    if (to < from) refuse('to', '结束日期早于开始日期，请改日期')
    if (daysBetween(from, to) > longest) refuse('to', `一次最多开放 ${longest} 天`)
    times.forEach((time, index) => {
      if (time.to <= time.from) refuse(`times.${index}.to`, '时段的结束早于开始，请改时间')
    })
    const days = workingDays(from, to)
    if (days.length === 0) refuse('to', '这几天没有工作日，请改日期')
    for (const day of days)
      for (const time of times)
        await openSlot(repository, id, {
          startsAt: instantAt(day, time.from, office.zone),
          endsAt: instantAt(day, time.to, office.zone),
          capacity: time.capacity,
        })
    const slots = days.length * times.length
    return { answer: { slots }, audit: { subject: id, area: service.area, detail: { from, to, slots } } }
  },
)
