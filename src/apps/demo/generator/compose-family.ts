import { bornAtAge, makeChild, makePerson, marry } from './make-person.ts'
import type { Family, Person } from './person.ts'
import { drawFrom } from './random.ts'
import type { World } from './world.ts'

const makeCouple = (
  world: World,
  on: string,
  age: number,
  floating: boolean,
  husbandTraits: { surname?: string; ethnicity?: string } = {},
): [Person, Person] => {
  const { random } = world
  const wifeAge = Math.max(21, age - random.between(-1, 4))
  const husband = makePerson(world, on, {
    sex: '1',
    birthDate: bornAtAge(random, age, on),
    floating,
    ...husbandTraits,
  })
  const wife = makePerson(world, on, { sex: '2', birthDate: bornAtAge(random, wifeAge, on), floating })
  marry(random, husband, wife)
  return [husband, wife]
}

/** Children of a couple, born when the father was 26 or older, at most `oldest` years old. */
const makeChildren = (
  world: World,
  on: string,
  [father, mother]: [Person | undefined, Person | undefined],
  parentAge: number,
  count: number,
  oldest: number,
): Person[] => {
  const { random } = world
  const most = Math.min(oldest, parentAge - 26)
  if (most < 0) return []
  const first = random.between(Math.max(0, parentAge - 33), most)
  return Array.from({ length: count }, (_, index) => first - index * random.between(2, 5))
    .filter((age) => age >= 0)
    .map((age) => makeChild(world, on, { father, mother }, bornAtAge(random, age, on)))
}

type Compose = (world: World, on: string, floating: boolean) => Person[]

const single =
  (youngest: number, oldest: number): Compose =>
  (world, on, floating) => {
    const { random } = world
    const age = random.between(youngest, oldest)
    const sex = random.chance(0.54) ? '1' : '2'
    const marital = age < 30 ? '10' : random.chance(0.5) ? '40' : '10'
    return [makePerson(world, on, { sex, birthDate: bornAtAge(random, age, on), floating, marital })]
  }

const couple =
  (youngest: number, oldest: number): Compose =>
  (world, on, floating) =>
    makeCouple(world, on, world.random.between(youngest, oldest), floating)

const withChildren =
  (youngest: number, oldest: number, count: number, oldestChild: number): Compose =>
  (world, on, floating) => {
    const age = world.random.between(youngest, oldest)
    const parents = makeCouple(world, on, age, floating)
    return [...parents, ...makeChildren(world, on, parents, age, count, oldestChild)]
  }

const loneElder: Compose = (world, on, floating) => {
  const { random } = world
  const age = random.between(62, 80) + (random.chance(0.5) ? random.between(0, 14) : 0)
  const sex = random.chance(0.34) ? '1' : '2'
  const marital = random.chance(0.86) ? '30' : random.chance(0.7) ? '40' : '10'
  return [makePerson(world, on, { sex, birthDate: bornAtAge(random, age, on), floating, marital })]
}

const elderCouple: Compose = (world, on, floating) =>
  makeCouple(world, on, 60 + Math.floor(world.random.next() * world.random.next() * 33), floating)

const threeGenerations: Compose = (world, on, floating) => {
  const { random } = world
  const age = random.between(29, 49)
  const parents = makeCouple(world, on, age, floating)
  const children = makeChildren(world, on, parents, age, random.chance(0.35) ? 2 : 1, 20)
  const child = random.chance(0.75) ? parents[0] : parents[1]
  const { surname, ethnicity } = child
  const [father, mother] = makeCouple(world, on, age + random.between(24, 30), floating, {
    surname,
    ethnicity,
  })
  child.father = father
  child.mother = mother
  father.children.push(child)
  mother.children.push(child)
  if (random.chance(0.36)) {
    const left = random.chance(0.7) ? mother : father
    left.spouse = undefined
    left.marital = '30'
    return [...parents, ...children, left]
  }
  return [...parents, ...children, father, mother]
}

const loneParent: Compose = (world, on, floating) => {
  const { random } = world
  const age = random.between(28, 52)
  const sex = random.chance(0.3) ? '1' : '2'
  const marital = random.chance(0.8) ? '40' : '30'
  const parent = makePerson(world, on, { sex, birthDate: bornAtAge(random, age, on), floating, marital })
  const children = makeChildren(
    world,
    on,
    sex === '1' ? [parent, undefined] : [undefined, parent],
    age,
    1,
    24,
  )
  return [parent, ...children]
}

const grandparentsAndChild: Compose = (world, on, floating) => {
  const { random } = world
  const age = random.between(56, 68)
  const elders = makeCouple(world, on, age, floating)
  // The parents work elsewhere; the child knows them, the house does not.
  const parent = makeChild(
    world,
    on,
    { father: elders[0], mother: elders[1] },
    bornAtAge(random, age - 26, on),
  )
  const grandchild = makeChild(world, on, { father: parent }, bornAtAge(random, random.between(2, 13), on))
  return [...elders, grandchild]
}

const tenants: Compose = (world, on, floating) =>
  Array.from({ length: world.random.between(2, 4) }, () => single(20, 38)(world, on, floating)[0]!)

interface Kind {
  readonly compose: Compose
  readonly floating: number
  readonly rents: number
}

const kinds = {
  youngSingle: { compose: single(21, 39), floating: 0.55, rents: 0.72 },
  middleSingle: { compose: single(40, 59), floating: 0.2, rents: 0.3 },
  loneElder: { compose: loneElder, floating: 0.02, rents: 0.05 },
  elderCouple: { compose: elderCouple, floating: 0.03, rents: 0.05 },
  youngCouple: { compose: couple(24, 37), floating: 0.38, rents: 0.5 },
  middleCouple: { compose: couple(45, 61), floating: 0.12, rents: 0.15 },
  oneChild: { compose: withChildren(27, 52, 1, 24), floating: 0.17, rents: 0.2 },
  twoChildren: { compose: withChildren(30, 48, 2, 20), floating: 0.22, rents: 0.24 },
  grownChild: { compose: withChildren(49, 64, 1, 33), floating: 0.05, rents: 0.06 },
  threeGenerations: { compose: threeGenerations, floating: 0.08, rents: 0.06 },
  loneParent: { compose: loneParent, floating: 0.12, rents: 0.25 },
  grandparentsAndChild: { compose: grandparentsAndChild, floating: 0.15, rents: 0.15 },
  tenants: { compose: tenants, floating: 0.85, rents: 1 },
} satisfies Record<string, Kind>

const drawSettled = drawFrom<Kind>([
  [kinds.youngSingle, 9.5],
  [kinds.middleSingle, 2.5],
  [kinds.loneElder, 7],
  [kinds.elderCouple, 13],
  [kinds.youngCouple, 5],
  [kinds.middleCouple, 6],
  [kinds.oneChild, 22],
  [kinds.twoChildren, 9.5],
  [kinds.grownChild, 10.5],
  [kinds.threeGenerations, 12],
  [kinds.loneParent, 3],
  [kinds.grandparentsAndChild, 1.5],
  [kinds.tenants, 2.5],
])

const drawIncoming = drawFrom<Kind>([
  [kinds.youngSingle, 24],
  [kinds.middleSingle, 5],
  [kinds.loneElder, 2],
  [kinds.elderCouple, 4],
  [kinds.youngCouple, 14],
  [kinds.middleCouple, 6],
  [kinds.oneChild, 22],
  [kinds.twoChildren, 11],
  [kinds.threeGenerations, 6],
  [kinds.loneParent, 3],
  [kinds.tenants, 3],
])

const composeKind = (world: World, on: string, kind: Kind, floatingMore: number): Family => {
  const floating = world.random.chance(Math.min(0.95, kind.floating * floatingMore))
  const rents = world.random.chance(floating ? Math.max(kind.rents, 0.6) : kind.rents)
  return { members: kind.compose(world, on, floating), rents }
}

/** A family that has long lived here. */
export const composeSettledFamily = (world: World, on: string): Family =>
  composeKind(world, on, drawSettled(world.random), 1)

/** A family that moves here: younger, and more often registered elsewhere. At most `most` members. */
export const composeIncomingFamily = (world: World, on: string, most: number): Family => {
  for (;;) {
    const family = composeKind(world, on, most === 1 ? kinds.youngSingle : drawIncoming(world.random), 1.5)
    if (family.members.length <= most) return family
  }
}
