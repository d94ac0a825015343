import { type Actor, areasWith, may } from '../../../platform/server/permission/actor.ts'
import type { Body, Facts } from './facts.ts'
import { leads, type StepName, type Taker, transitions } from './states.ts'

/** Somebody before a matter: their bodies, and the area in which its owner works. */
export interface Standing {
  readonly actor: Actor
  readonly bodies: readonly Body[]
  readonly ownerArea: string
}

/** Over the owner stands whoever dispatches in an area that holds the owner's; a unit's own area is above it. */
const isAbove = ({ actor, ownerArea }: Standing, { owner }: Facts): boolean =>
  areasWith(actor, 'matter.dispatch').some(
    (area) => ownerArea.startsWith(area) && (owner.startsWith('unit:') || area.length < ownerArea.length),
  )

/** As what somebody may act on a matter. */
export const takersOf = (standing: Standing, facts: Facts): Set<Taker> => {
  const takers = new Set<Taker>()
  if (standing.bodies.includes(facts.owner)) takers.add('owner')
  if (facts.pending && standing.bodies.includes(facts.pending)) takers.add('pending')
  if (isAbove(standing, facts)) takers.add('above')
  if (may(standing.actor, 'matter.callback', facts.area) && !facts.handlers.includes(standing.actor.id))
    takers.add('checker')
  return takers
}

/** Whether facts other than the state stand in the way of a step. */
const isPointless = (step: StepName, facts: Facts): boolean => {
  if (step === 'grantPause') return facts.request?.kind !== 'pause'
  if (step === 'grantExtension') return facts.request?.kind !== 'extension'
  if (step === 'refuseRequest') return facts.request === null
  if (step === 'pause' || step === 'extend') return facts.request !== null
  if (step === 'return') return facts.binding
  if (step === 'answer') return facts.parts.some((part) => part.state === 'open')
  return false
}

/** The steps that somebody may take now, as the page draws its buttons. */
export const stepsOf = (standing: Standing, facts: Facts): StepName[] => {
  const takers = takersOf(standing, facts)
  return (Object.keys(transitions) as StepName[]).filter(
    (step) =>
      leads(step, facts.state) &&
      !isPointless(step, facts) &&
      (transitions[step].by as readonly Taker[]).some((taker) => takers.has(taker)),
  )
}

/** Whether somebody may see the number to call: while they handle the matter, until it is answered, or are to call back. */
export const mayCall = (takers: ReadonlySet<Taker>, facts: Facts): boolean => {
  if (facts.state === 'closed') return false
  if (facts.state === 'answered') return takers.has('checker')
  return takers.has('owner') || takers.has('pending')
}
