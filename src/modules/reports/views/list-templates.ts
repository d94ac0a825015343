import type { z } from 'zod'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { listTemplates as route } from '../contract.ts'
import { anyPeriod } from '../making/choose-template.ts'
import { listTemplateRows } from '../storage/template-row.ts'
import { builtInTemplates } from '../templates/built-in.ts'

/** The templates that come with the house, then the office's own. */
export const listTemplates = async (repository: Repository): Promise<z.infer<typeof route.answer>> => ({
  templates: [
    ...builtInTemplates.map(({ name, title, description, periods, metrics }) => ({
      name,
      title,
      description,
      builtIn: true,
      periods: [...periods],
      figures: metrics.length,
    })),
    ...(await listTemplateRows(repository)).map(({ name, title, description, figures }) => ({
      name,
      title,
      description,
      builtIn: false,
      periods: [...anyPeriod],
      figures,
    })),
  ],
})
