/** How long things took, in milliseconds from when they were due, and what failed how often. */
export interface Times {
  readonly times: number[]
  readonly failed: Record<string, number>
}

/** The value below which a share of numbers lies. */
export const quantile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length * share)] ?? Number.NaN

/**
 * Sends so many a second whether or not those before were answered, as many people do not wait for one another;
 * time counts from when each was due. `send` is told that time, and answers undefined, or what went wrong.
 */
export const openLoop = async (
  { perSecond, seconds }: { perSecond: number; seconds: number },
  send: (turn: number, due: number) => Promise<string | undefined>,
): Promise<Times> => {
  const times: number[] = []
  const failed: Record<string, number> = {}
  const fail = (why: string) => {
    failed[why] = (failed[why] ?? 0) + 1
  }
  const start = performance.now() + 100
  const running: Promise<void>[] = []
  for (let turn = 0; turn < perSecond * seconds; turn++) {
    const due = start + (turn * 1000) / perSecond
    while (performance.now() < due)
      await new Promise((next) => setTimeout(next, Math.max(0, due - performance.now())))
    running.push(
      send(turn, due).then(
        (wrong) => (wrong === undefined ? void times.push(performance.now() - due) : fail(wrong)),
        (error: Error) => fail(error.message),
      ),
    )
  }
  await Promise.all(running)
  return { times, failed }
}
