import { valuesOf } from '../../../platform/server/repository/write.ts'
import { classOf } from '../category/categories.ts'
import { splitMatter as contract } from '../contract.ts'
import { matter } from '../definition.ts'
import { linkMatters } from '../storage/links.ts'
import { defineStep } from './define-step.ts'
import { receive } from './receive.ts'
import { refuseUnknownCategory } from './reclassify-matter.ts'

/** Several things said at once become matters of their own, with clocks of their own; the first one stays as their roof. */
export const splitMatter = defineStep(contract, 'split', async (context, { parts }) => {
  const { repository, facts, clocks, now, zone } = context
  const said = valuesOf(repository, matter, context.matter.row)
  const into: string[] = []
  for (const part of parts) {
    refuseUnknownCategory(part.category)
    const made = await receive(
      repository,
      {
        area: facts.area,
        channel: String(said.channel),
        place: said.place as string | undefined,
        longitude: said.longitude as number | undefined,
        latitude: said.latitude as number | undefined,
        reporterName: said.reporterName as string | undefined,
        reporterPhone: said.reporterPhone as string | undefined,
        anonymous: said.anonymous as boolean | undefined,
        owner: facts.owner,
        submitted: false,
        ...part,
        class: classOf(part.category),
      },
      { clocks, now, zone },
    )
    await linkMatters(repository, context.matter.id, made.id, 'split')
    into.push(made.id)
  }
  return { kind: 'split', detail: { into, text: parts.map(({ title }) => title).join('；') } }
})
