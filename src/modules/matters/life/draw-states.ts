import { type State, states, type Transition, transitions } from './states.ts'

/** The picture of the table, in Mermaid's words; `docs/matters.md` carries it, and a test holds the two together. */
export const drawStates = (): string => {
  const edges = new Map<string, string[]>()
  for (const { title, from, to } of Object.values(transitions) as Transition[])
    for (const start of from)
      for (const end of to.filter((each) => each !== start)) {
        const edge = `${start} --> ${end}`
        edges.set(edge, [...(edges.get(edge) ?? []), title])
      }
  return [
    'stateDiagram-v2',
    ...(Object.keys(states) as State[]).map((state) => `  ${state}: ${states[state]}`),
    '  [*] --> submitted: 网上反映',
    '  [*] --> handling: 受理',
    ...[...edges].map(([edge, titles]) => `  ${edge}: ${titles.join('、')}`),
    '  closed --> [*]',
  ].join('\n')
}
