import { areasWeb } from '../../modules/areas/web/index.ts'
import { disputesWeb } from '../../modules/disputes/web/index.ts'
import { formsWeb } from '../../modules/forms/web/index.ts'
import { ledgersWeb } from '../../modules/ledgers/web/index.ts'
import { mattersWeb } from '../../modules/matters/web/index.ts'
import { messagesWeb } from '../../modules/messages/web/index.ts'
import { noticesWeb } from '../../modules/notices/web/index.ts'
import { privacyWeb } from '../../modules/privacy/web/index.ts'
import { registryWeb } from '../../modules/registry/web/index.ts'
import { reportsWeb } from '../../modules/reports/web/index.ts'
import { servicesWeb } from '../../modules/services/web/index.ts'
import { accountWeb } from '../../platform/web/account/index.ts'
import { auditWeb } from '../../platform/web/audit/index.ts'
import { deskWeb } from '../../platform/web/desk/index.ts'
import { jobsWeb } from '../../platform/web/jobs/index.ts'
import type { WebModule } from '../../platform/web/module/web-module.ts'
import { settingsWeb } from '../../platform/web/settings/index.ts'

/** The modules of the page. Their pages, navigation entries, search sources and to-dos come from here. */
export const modules: readonly WebModule[] = [
  deskWeb,
  registryWeb,
  areasWeb,
  ledgersWeb,
  mattersWeb,
  privacyWeb,
  disputesWeb,
  servicesWeb,
  noticesWeb,
  formsWeb,
  reportsWeb,
  messagesWeb,
  auditWeb,
  jobsWeb,
  accountWeb,
  settingsWeb,
]
