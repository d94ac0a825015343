/** To what the sealed facts of a dispute are bound: moved to another row they do not open. */
export const factsPlace = (id: string): string => `dispute.facts.${id}`

/** As {@link factsPlace}, of one step. */
export const stepPlace = (id: string, seq: number): string => `dispute.step.${id}.${seq}`
