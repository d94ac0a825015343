/** Waits before each further try, in seconds: as the Standard Webhooks specification proposes. */
const waits = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400] as const

/** How long to wait after so many tries that failed, in seconds; undefined once it is given up. */
export const waitAfter = (tries: number): number | undefined => waits[tries - 1]
