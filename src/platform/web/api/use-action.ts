import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { ProblemDetails } from '../../contract/problem.ts'
import type { ActionContract } from '../../contract/route.ts'
import { fetchJson } from './fetch-route.ts'
import { makeIntent } from './intent.ts'
import { asProblem, ProblemError } from './problem-error.ts'

const unanswered = (error: unknown): boolean =>
  error instanceof ProblemError && (error.problem.status === 0 || error.problem.status >= 500)

export interface ActionHandle<Input extends z.ZodType, Output extends z.ZodType> {
  /** Sends the command. Rejects with `ProblemError`, which is also kept in `problem`. */
  send(input: z.input<Input>): Promise<z.output<Output>>
  sending: boolean
  problem: ProblemDetails | null
  clear(): void
}

/**
 * A command of the contract. One idempotency key per intent: sending the same input again after no answer came
 * reuses the key, so that nothing is done twice. Once it is done everything on the screen is asked anew.
 */
export const useAction = <Input extends z.ZodType, Output extends z.ZodType>(
  contract: ActionContract<Input, Output>,
): ActionHandle<Input, Output> => {
  const queries = useQueryClient()
  const [intent] = useState(makeIntent)
  const mutation = useMutation({
    mutationFn: async (input: z.input<Input>) => {
      const body = JSON.stringify(input)
      const answer = await fetchJson(`/api/actions/${contract.name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': intent.keyFor(body) },
        body,
      })
      return answer as z.output<Output>
    },
    retry: (failures, error) =>
      failures < 2 && error instanceof ProblemError && error.problem.code === 'client.unreachable',
    onError: (error) => {
      if (!unanswered(error)) intent.answered()
    },
    onSuccess: () => {
      intent.answered()
      void queries.invalidateQueries()
    },
  })
  return {
    send: mutation.mutateAsync,
    sending: mutation.isPending,
    problem: mutation.error ? asProblem(mutation.error) : null,
    clear: mutation.reset,
  }
}
