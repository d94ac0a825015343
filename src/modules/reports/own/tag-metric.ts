import { type CatalogueEntry, findMetrics, type TemplateTag } from '../../../documents/template/index.ts'
import type { Catalogue } from '../../../platform/server/repository/repository.ts'

/** The catalogue as the authors of templates name it. */
export const metricEntries = ({ metrics }: Pick<Catalogue, 'metrics'>): CatalogueEntry[] =>
  [...metrics.values()].map(({ name, title, synonyms }) => ({ name, title, synonyms: [...synonyms] }))

/** The metric that a tag asks for; undefined where it is one of the report's own words, a loop or none. */
export const metricOfTag = (
  { kind, name, fullWidth }: TemplateTag,
  entries: readonly CatalogueEntry[],
): string | undefined => (kind === 'value' && !fullWidth ? findMetrics(name, entries)[0]?.name : undefined)
