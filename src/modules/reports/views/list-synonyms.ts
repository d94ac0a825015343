import type { z } from 'zod'
import { findMetric } from '../../../platform/server/figures/segment.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { listSynonyms as route } from '../contract.ts'
import { listSynonymRows } from '../storage/synonym-row.ts'

/** The ways of saying that people taught, as far as they hold in one's areas. */
export const listSynonyms = async (repository: Repository): Promise<z.infer<typeof route.answer>> => ({
  synonyms: (await listSynonymRows(repository)).map(
    ({ id, phrase, metric, area, learned_at, learned_by_name }) => ({
      id,
      phrase,
      metric,
      title:
        metric === null
          ? '不在指标目录里'
          : (findMetric(repository.catalogue.metrics, metric)?.title ?? '已取消的指标'),
      area,
      areaName: repository.areas.nameOf(area),
      learnedBy: learned_by_name,
      learnedAt: learned_at.toISOString(),
      own: may(repository.actor, 'report.write', area),
    }),
  ),
})
