import { useState } from 'react'
import type { CheckResult } from '../../../../../documents/check/index.ts'
import { useAction } from '../../../../../platform/web/api/use-action.ts'
import { useMe } from '../../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../../platform/web/viewpoint/use-viewpoint.ts'
import { passagesOf } from '../../../against/passages-of.ts'
import type { Compared } from '../../../against/verdict-words.ts'
import { compareWithLedgers, forgetSynonym, learnSynonym } from '../../../contract.ts'

interface Taught {
  id: string
  phrase: string
  title: string
}

/** A report's numbers held against the ledgers, and what a person teaches on the way. */
export const useComparison = (result: CheckResult) => {
  const viewpoint = useViewpoint()
  const { posts } = useMe()
  const [area, setArea] = useState(viewpoint.area ?? posts[0]?.area)
  const [asOf, setAsOf] = useState(viewpoint.day)
  const [results, setResults] = useState<readonly Compared[] | null>(null)
  const [taught, setTaught] = useState<Taught | null>(null)
  const comparing = useAction(compareWithLedgers)
  const learning = useAction(learnSynonym)
  const forgetting = useAction(forgetSynonym)

  const compare = async () => {
    if (area === undefined || asOf === '') return
    const answer = await comparing.send({ area, asOf, passages: passagesOf(result) }).catch(() => null)
    if (answer) setResults(answer.results)
  }
  /** These words mean this metric from now on, or none. */
  const teach = async (phrase: string, metric: string | null, title: string) => {
    if (area === undefined) return
    const learnt = await learning.send({ area, phrase, metric }).catch(() => null)
    if (!learnt) return
    setTaught({ id: learnt.id, phrase, title })
    await compare()
  }
  const takeBack = async () => {
    if (!taught) return
    const forgotten = await forgetting.send({ id: taught.id }).catch(() => null)
    if (!forgotten) return
    setTaught(null)
    await compare()
  }
  return {
    area,
    setArea,
    asOf,
    setAsOf,
    results,
    compare,
    comparing: comparing.sending,
    problem: comparing.problem ?? learning.problem ?? forgetting.problem,
    taught,
    teach,
    takeBack,
  }
}

export type Comparison = ReturnType<typeof useComparison>
