import { areasServer, postsServer } from '../../modules/areas/server.ts'
import { disputesServer } from '../../modules/disputes/server.ts'
import { formsServer } from '../../modules/forms/server.ts'
import { followChanges, importHandOver, ledgersServer } from '../../modules/ledgers/server.ts'
import { mattersServer } from '../../modules/matters/server.ts'
import { messagesServer } from '../../modules/messages/server.ts'
import { noticesServer } from '../../modules/notices/server.ts'
import { privacyServer, retentionServer } from '../../modules/privacy/server.ts'
import { householdServer, registryServer } from '../../modules/registry/server.ts'
import { reportsServer } from '../../modules/reports/server.ts'
import { servicesServer } from '../../modules/services/server.ts'
import { differencesModule } from '../../platform/server/differences/differences-module.ts'
import { figuresModule } from '../../platform/server/figures/figures-module.ts'
import type { ServerModule } from '../../platform/server/http/module.ts'
import { platformModule } from '../../platform/server/records/platform-module.ts'
import { platformTraces } from '../../platform/server/repository/trace.ts'

const holders: ServerModule[] = [
  figuresModule,
  differencesModule,
  messagesServer,
  registryServer,
  householdServer([followChanges]),
  areasServer,
  postsServer([importHandOver]),
  ledgersServer,
  formsServer,
  mattersServer,
  privacyServer,
  disputesServer,
  servicesServer,
  noticesServer,
  reportsServer,
]

const traces = [...platformTraces, ...holders.flatMap(({ traces = [] }) => traces)]

const own: ServerModule[] = [...holders, retentionServer(traces)]

const actionTitles = (modules: readonly ServerModule[]) =>
  new Map(
    modules.flatMap((module) =>
      [
        ...module.actions,
        ...(module.publicPages ?? []).flatMap(({ action }) => action ?? []),
        ...(module.interfaces ?? []).flatMap(({ actions }) => actions),
      ].map(({ contract }) => [contract.name, contract.title] as const),
    ),
  )

const titles = new Map<string, string>()

/** The modules of the house, lower ones first; the platform's own before them. */
export const modules: readonly ServerModule[] = [platformModule(titles), ...own]

for (const [name, title] of actionTitles(modules)) titles.set(name, title)
