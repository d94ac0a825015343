import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { ActionContract } from '../../contract/route.ts'
import { fetchJson } from './fetch-route.ts'
import { asProblem } from './problem-error.ts'

/** Long enough that a word is typed before it is asked about. */
const pauseMilliseconds = 350

const useSettled = (text: string | null): string | null => {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMilliseconds)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/**
 * What an action would answer for this input, without anything being done; null: nothing to ask yet. `problem` is
 * why it would be refused.
 */
export const useRehearsal = <Input extends z.ZodType, Output extends z.ZodType>(
  contract: ActionContract<Input, Output>,
  input: object | null,
) => {
  const body = useSettled(input === null ? null : JSON.stringify(input))
  const { data, error, isFetching } = useQuery({
    queryKey: ['rehearsal', contract.name, body],
    queryFn: async ({ signal }) =>
      (await fetchJson(`/api/rehearsals/${contract.name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: body!,
        signal,
      })) as z.output<Output>,
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  })
  return {
    answer: body === null || error ? undefined : data,
    problem: error ? asProblem(error) : null,
    asking: isFetching,
  }
}
