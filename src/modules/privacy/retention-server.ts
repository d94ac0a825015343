import type { Definition } from '../../core/definition/index.ts'
import { Problem } from '../../platform/contract/problem.ts'
import { type Action, defineAction } from '../../platform/server/action/define-action.ts'
import type { Beat, ServerModule } from '../../platform/server/http/module.ts'
import { defineReader } from '../../platform/server/http/mount-route.ts'
import type { JobHandler } from '../../platform/server/jobs/job-queue.ts'
import { type Office, repositoryFor } from '../../platform/server/office.ts'
import { may } from '../../platform/server/permission/actor.ts'
import { systemActor } from '../../platform/server/permission/system-actor.ts'
import { isoInstant } from '../../platform/server/repository/instant.ts'
import {
  type Catalogue,
  findDefinition,
  type Repository,
} from '../../platform/server/repository/repository.ts'
import type { Trace } from '../../platform/server/repository/trace.ts'
import { eraseDue, yearsBefore } from './erase-due.ts'
import { eraseExpired, getRetention, previewErasure, setRetentionRule } from './retention-contract.ts'
import { countDue } from './storage/due-records.ts'
import { listErasures } from './storage/erasures.ts'
import { dropRule, listRules, type RetentionRule, saveRule } from './storage/retention-rules.ts'

/** What can be erased: all but records that move by the steps of their own module. */
const erasable = ({ records, ledgers }: Catalogue): Definition[] => [
  ...[...records.values()].filter(({ managed }) => !managed),
  ...ledgers.values(),
]

/** It holds for the whole office: who manages its staff decides. */
const refuseWithoutOffice = (repository: Repository): void => {
  if (may(repository.actor, 'staff.manage', repository.district)) return
  throw new Problem('right.missing', '保存期限由全区统一设定，请联系系统管理员。')
}

const getErasable = (repository: Repository, name: string): Definition => {
  const definition = findDefinition(repository.catalogue, name)
  if (definition && erasable(repository.catalogue).includes(definition)) return definition
  throw new Problem('definition.not_found', `没有「${name}」这种登记项或台账，或者它不按保存期限删除。`)
}

const setRule = defineAction(setRetentionRule, async (repository, { definition: name, years, ...rest }) => {
  refuseWithoutOffice(repository)
  const { name: definition } = getErasable(repository, name)
  if (years === null) await dropRule(repository, definition)
  else await saveRule(repository, { definition, years, ...rest })
  return {
    answer: { definition },
    audit: { definition, area: repository.district, purpose: rest.reason, detail: { years, ...rest } },
  }
})

const findRule = async (repository: Repository, definition: string): Promise<RetentionRule> => {
  const rule = (await listRules(repository)).find((each) => each.definition === definition)
  if (!rule) throw new Problem('rule.unmet', '还没有设定保存期限，什么也不会删除。请先设定。')
  return rule
}

/** Refuses where something else is due than was previewed; the erasing itself is a job. */
const orderErasing = defineAction(eraseExpired, async (repository, { definition: name, records }, office) => {
  refuseWithoutOffice(repository)
  const definition = getErasable(repository, name)
  const rule = await findRule(repository, name)
  const due = await countDue(repository, definition, yearsBefore(repository.today, rule.years))
  if (due.records !== records)
    throw new Problem('record.stale', `到期的现在是 ${due.records} 条，和您看到的不一样。请再预览一次。`)
  const job = await office.jobs.send(repository, {
    kind: 'eraseExpired',
    title: `删除到期的${definition.title}（${records} 条）`,
    input: { definition: name },
  })
  return {
    answer: { job },
    audit: {
      definition: name,
      area: repository.district,
      purpose: rule.reason,
      detail: { ordered: records },
    },
  }
})

const eraseJob =
  (office: Office, traces: readonly Trace[]): JobHandler =>
  async ({ input }, repository) => {
    refuseWithoutOffice(repository)
    const definition = getErasable(repository, String(input.definition))
    const rule = await findRule(repository, definition.name)
    const records = await eraseDue(office, repository.actor, definition, rule, traces)
    return { message: `已删除${definition.title} ${records} 条，证明在“保存期限”页面。` }
  }

/** Carries out the rules that are to run by themselves. Safe on several servers: who comes second finds nothing. */
const dailyErasing = (office: Office, traces: readonly Trace[]): Beat => ({
  name: 'erase-expired',
  everySeconds: 6 * 3600,
  async run() {
    const actor = systemActor(office.district)
    const rules = await listRules(repositoryFor(office, actor))
    // Entries before the people whom they hold, people before households, households before dwellings.
    const { records, ledgers } = office.catalogue
    const inOrder = [...ledgers.values(), ...records.values()]
    for (const definition of inOrder.filter((each) => erasable(office.catalogue).includes(each))) {
      const rule = rules.find((each) => each.definition === definition.name)
      if (rule?.automatic) await eraseDue(office, actor, definition, rule, traces)
    }
  },
})

/** Retention rules: what has ended is erased after some years, with a certificate. `traces`: what goes along. */
export const retentionServer = (traces: readonly Trace[]): ServerModule => ({
  actions: [setRule, orderErasing] as Action[],
  readers: [
    defineReader(getRetention, async (repository) => {
      const mayChange = may(repository.actor, 'staff.manage', repository.district)
      const rules = await listRules(repository)
      return {
        mayChange,
        definitions: erasable(repository.catalogue).map(({ name, title }) => {
          const rule = rules.find(({ definition }) => definition === name)
          return {
            name,
            title,
            rule: rule ? { years: rule.years, reason: rule.reason, automatic: rule.automatic } : null,
          }
        }),
        erasures: (await listErasures(repository)).map(
          ({ ended_by, at, by_name, definition: _, ...rest }) => ({
            ...rest,
            endedBy: ended_by,
            at: isoInstant(at),
            by: by_name,
          }),
        ),
      }
    }),
    defineReader(previewErasure, async (repository, { params, query }) => {
      refuseWithoutOffice(repository)
      const endedBy = yearsBefore(repository.today, query.years)
      return { endedBy, ...(await countDue(repository, getErasable(repository, params.definition), endedBy)) }
    }),
  ],
  jobs: (office) => ({ eraseExpired: eraseJob(office, traces) }),
  beats: (office) => [dailyErasing(office, traces)],
})
