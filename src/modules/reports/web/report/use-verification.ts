import { useState } from 'react'
import type { z } from 'zod'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { type ReportView, verifyFigures } from '../../contract.ts'
import { figureTexts } from './figure-texts.ts'

/** Holds a report, as the page shows it, against the ledgers of today. */
export const useVerification = (report: ReportView) => {
  const { send, sending, problem } = useAction(verifyFigures)
  const [results, setResults] = useState<z.infer<typeof verifyFigures.output>['results'] | null>(null)
  return {
    verify: () =>
      void send({ report: report.id, texts: figureTexts(report) })
        .then((answer) => setResults(answer.results))
        .catch(() => undefined),
    verifying: sending,
    problem,
    results,
  }
}
