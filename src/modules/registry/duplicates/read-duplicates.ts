import { Problem } from '../../../platform/contract/problem.ts'
import { getRecord } from '../../../platform/server/repository/find.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { person } from '../definition.ts'
import { findCandidatesOf, lastFound, listDifferent, listPairs } from '../storage/duplicate-pairs.ts'
import { weighPair } from './weigh-pair.ts'

const readCursor = (text: string) => {
  const [score, a, b] = text.split('.')
  if (!a || !b || !/^\d{1,3}$/.test(score ?? '') || !/^[0-9a-f-]{36}$/.test(a) || !/^[0-9a-f-]{36}$/.test(b))
    throw new Problem('request.invalid', '翻页标记不对，请回到第一页。')
  return { score: Number(score), a, b }
}

/** One page of open pairs, both sides as their reader may see them. */
export const readDuplicates = async (
  repository: Repository,
  { area, cursor, limit }: { area?: string | undefined; cursor?: string | undefined; limit: number },
) => {
  const after = cursor ? readCursor(cursor) : undefined
  const found = await listPairs(repository, { area, after, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    pairs: await Promise.all(
      page.map(async ({ a, b, score, reasons }) => ({
        a: await getRecord(repository, person, a),
        b: await getRecord(repository, person, b),
        score,
        reasons: [...reasons],
      })),
    ),
    next: found.length > limit && last ? `${last.score}.${last.a}.${last.b}` : null,
    foundAt: await lastFound(repository),
  }
}

/** Who may be the same as this person, the likeliest first; at most five. */
export const readLikelySame = async (repository: Repository, id: string) => {
  const different = await listDifferent(repository, id)
  const weighed = (await findCandidatesOf(repository, id)).flatMap((candidate) => {
    const found = different.has(candidate.b) ? undefined : weighPair(candidate)
    return found ? [{ id: candidate.b, ...found }] : []
  })
  const likeliest = weighed.sort((x, y) => y.score - x.score).slice(0, 5)
  return {
    likely: await Promise.all(
      likeliest.map(async ({ id: other, score, reasons }) => ({
        person: await getRecord(repository, person, other),
        score,
        reasons: [...reasons],
      })),
    ),
  }
}
