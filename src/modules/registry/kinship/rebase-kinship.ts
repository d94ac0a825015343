import { ageOn } from '../../../core/time/index.ts'

/** Somebody as far as relations between people can be read from it. */
export interface Relative {
  readonly sex: string
  readonly birthDate: string
  /** To the head of the household, GB/T 4761. */
  readonly relation: string | undefined
}

/** A relation to the head: certain, or the likeliest one that a person should confirm; without a code unknown. */
export interface Rebased {
  readonly code: string | undefined
  readonly certain: boolean
}

type Kind =
  | 'head'
  | 'spouse'
  | 'child'
  | 'childInLaw'
  | 'grandchild'
  | 'parent'
  | 'parentInLaw'
  | 'grandparent'
  | 'sibling'
  | 'unrelated'
  | 'other'

/** Codes of GB/T 4761 that say one thing about two people's kinship; the rest are `other`. */
const kinds: readonly (readonly [Kind, readonly string[]])[] = [
  ['head', ['01', '02']],
  ['spouse', ['10', '11', '12']],
  [
    'child',
    [
      '20',
      '21',
      '22',
      '23',
      '24',
      '25',
      '26',
      '27',
      '29',
      '30',
      '31',
      '32',
      '33',
      '34',
      '35',
      '36',
      '37',
      '39',
    ],
  ],
  ['childInLaw', ['28', '38']],
  ['grandchild', ['40', '41', '42', '43', '44']],
  ['parent', ['50', '51', '52', '57', '58']],
  ['parentInLaw', ['53', '54', '55', '56']],
  ['grandparent', ['60', '61', '62', '63', '64']],
  ['sibling', ['70', '71', '73', '75', '77']],
  ['unrelated', ['99']],
]

export const kindOf = (code: string | undefined): Kind =>
  kinds.find(([, codes]) => code !== undefined && codes.includes(code))?.[0] ?? 'other'

const sure = (code: string): Rebased => ({ code, certain: true })
const likely = (code: string): Rebased => ({ code, certain: false })
const unknown: Rebased = { code: undefined, certain: false }

const bySex = (person: Relative, male: string, female: string): string => (person.sex === '2' ? female : male)

const siblingOf = (person: Relative, other: Relative): Rebased =>
  person.birthDate === other.birthDate
    ? likely(bySex(person, '73', '77'))
    : sure(person.birthDate < other.birthDate ? bySex(person, '71', '75') : bySex(person, '73', '77'))

const isStep = (code: string | undefined): boolean =>
  code === '27' || code === '37' || code === '57' || code === '58'

/** What the old head is to the new one: the inverse of what the new one was to the old. */
const inverse = (head: Relative, fresh: Relative): Rebased => {
  switch (kindOf(fresh.relation)) {
    case 'spouse':
      return sure(bySex(head, '11', '12'))
    case 'child':
      return sure(isStep(fresh.relation) ? bySex(head, '57', '58') : bySex(head, '51', '52'))
    case 'childInLaw':
      return sure(fresh.sex === '2' ? bySex(head, '53', '54') : bySex(head, '55', '56'))
    case 'parent':
      return sure(isStep(fresh.relation) ? bySex(head, '27', '37') : bySex(head, '20', '30'))
    case 'parentInLaw':
      return sure(bySex(head, '28', '38'))
    case 'grandparent':
      return fresh.relation === '60'
        ? unknown
        : sure(fresh.relation! < '63' ? bySex(head, '41', '42') : bySex(head, '43', '44'))
    case 'grandchild':
      return fresh.relation === '40'
        ? unknown
        : sure(fresh.relation! < '43' ? bySex(head, '61', '62') : bySex(head, '63', '64'))
    case 'sibling':
      return siblingOf(head, fresh)
    case 'unrelated':
      return sure('99')
    default:
      return unknown
  }
}

/** What somebody else is to the new head: `of` is their kind, seen from the old head. */
const others: Partial<
  Record<Kind, (person: Relative, fresh: Relative, head: Relative) => Partial<Record<Kind, Rebased>>>
> = {
  spouse: (person, fresh) => ({
    child: likely(person.relation ?? bySex(person, '20', '30')),
    childInLaw: likely(bySex(person, '28', '38')),
    grandchild: likely(person.relation ?? '40'),
    parent: isStep(person.relation)
      ? unknown
      : sure(fresh.sex === '2' ? bySex(person, '53', '54') : bySex(person, '55', '56')),
    parentInLaw: sure(bySex(person, '51', '52')),
    sibling: likely('97'),
  }),
  child: (person, fresh, head) => ({
    spouse: likely(bySex(person, '51', '52')),
    child: siblingOf(person, fresh),
    childInLaw: person.sex === fresh.sex ? unknown : likely(bySex(person, '11', '12')),
    grandchild: likely(bySex(person, '20', '30')),
    parent:
      isStep(person.relation) || isStep(fresh.relation)
        ? unknown
        : sure(head.sex === '2' ? bySex(person, '63', '64') : bySex(person, '61', '62')),
    sibling: unclesOf(person, head),
  }),
  childInLaw: (person, fresh) => ({
    child: person.sex === fresh.sex ? unknown : likely(bySex(person, '11', '12')),
    grandchild: likely(bySex(person, '20', '30')),
    spouse: likely(fresh.sex === '2' ? bySex(person, '53', '54') : bySex(person, '55', '56')),
  }),
  parent: (person, fresh, head) => ({
    spouse: isStep(fresh.relation) ? unknown : sure(bySex(person, '28', '38')),
    child:
      isStep(fresh.relation) || isStep(person.relation)
        ? unknown
        : sure(head.sex === '2' ? bySex(person, '43', '44') : bySex(person, '41', '42')),
    parent: person.sex === fresh.sex ? unknown : likely(bySex(person, '11', '12')),
    sibling: likely(bySex(person, '20', '30')),
  }),
  parentInLaw: (person, fresh) => ({
    spouse: sure(bySex(person, '20', '30')),
    parentInLaw: person.sex === fresh.sex ? unknown : likely(bySex(person, '11', '12')),
    child: likely(
      fresh.relation === '53' || fresh.relation === '54'
        ? bySex(person, '41', '42')
        : bySex(person, '43', '44'),
    ),
  }),
}

/** A father's or mother's brothers and sisters. */
const unclesOf = (person: Relative, head: Relative): Rebased => {
  if (head.sex === '2') return sure(bySex(person, '85', '88'))
  if (person.sex === '2') return sure('90')
  return person.birthDate === head.birthDate
    ? likely('83')
    : sure(person.birthDate < head.birthDate ? '81' : '83')
}

/**
 * What somebody is to a new head of the household, from what both were to the old one (GB/T 4761). Certain only
 * where the two relations leave one answer: a head's children are likely, not surely, the spouse's too.
 */
export const rebaseKinship = (person: Relative, fresh: Relative, head: Relative): Rebased => {
  if (kindOf(fresh.relation) === 'head')
    return { code: person.relation, certain: person.relation !== undefined }
  if (kindOf(person.relation) === 'head') return inverse(person, fresh)
  if (kindOf(person.relation) === 'unrelated' && kindOf(fresh.relation) !== 'unrelated') return likely('99')
  return others[kindOf(fresh.relation)]?.(person, fresh, head)[kindOf(person.relation)] ?? unknown
}

/** What a new-born is to the head, from what the mother is. */
export const kinshipOfNewborn = (mother: string | undefined, sex: string): Rebased => {
  const child = { sex, birthDate: '', relation: undefined }
  switch (kindOf(mother)) {
    case 'head':
      return sure(bySex(child, '20', '30'))
    case 'spouse':
      return sure(bySex(child, '20', '30'))
    case 'child':
      return sure(bySex(child, '43', '44'))
    case 'childInLaw':
      return sure(bySex(child, '41', '42'))
    default:
      return unknown
  }
}

/** What a spouse who joins is to the head. */
export const kinshipOfSpouse = (of: string | undefined, sex: string): Rebased => {
  const spouse = { sex, birthDate: '', relation: undefined }
  switch (kindOf(of)) {
    case 'head':
      return sure(bySex(spouse, '11', '12'))
    case 'child':
      return sure(bySex(spouse, '28', '38'))
    case 'grandchild':
      return sure(bySex(spouse, '46', '45'))
    case 'sibling':
      return likely('97')
    default:
      return unknown
  }
}

/** Whether somebody is of age on a day (Civil Code, art. 17: 18 full years). */
export const isAdult = (birthDate: string, on: string): boolean => ageOn(birthDate, on) >= 18
