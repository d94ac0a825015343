import type { Person } from './person.ts'

const bySex = (person: Person, male: string, female: string) => (person.sex === '1' ? male : female)
const parentsOf = (person: Person | undefined): Person[] =>
  [person?.father, person?.mother].filter((parent) => parent !== undefined)
const isChildOf = (person: Person, parent: Person | undefined): boolean =>
  parent !== undefined && (person.father === parent || person.mother === parent)

/** What somebody is to the head of the household, GB/T 4761. */
export const kinshipTo = (head: Person, person: Person): string => {
  if (person === head) return '02'
  if (person.spouse === head) return bySex(person, '11', '12')
  if (isChildOf(person, head) || isChildOf(person, head.spouse)) return bySex(person, '20', '30')
  if (person.spouse && isChildOf(person.spouse, head)) return bySex(person, '28', '38')
  if (isChildOf(head, person)) return bySex(person, '51', '52')
  if (isChildOf(head.spouse ?? head, person))
    return head.sex === '2' ? bySex(person, '53', '54') : bySex(person, '55', '56')
  const [father, mother] = [person.father, person.mother]
  if (father && isChildOf(father, head)) return bySex(person, '41', '42')
  if (mother && isChildOf(mother, head)) return bySex(person, '43', '44')
  if (parentsOf(head).some((parent) => isChildOf(person, parent)))
    return person.birthDate < head.birthDate ? bySex(person, '71', '75') : bySex(person, '73', '77')
  if (parentsOf(head.father).includes(person)) return bySex(person, '61', '62')
  if (parentsOf(head.mother).includes(person)) return bySex(person, '63', '64')
  const isRelated = person.surname === head.surname || person.spouse !== undefined
  return isRelated ? '97' : '99'
}

/** With whom an elder lives, after those who share the household: 1 alone, 2 with the spouse only, 3 children, 4 others. */
export const livingArrangementOf = (person: Person, members: readonly Person[]): string => {
  const others = members.filter((member) => member !== person)
  if (others.length === 0) return '1'
  if (others.length === 1 && others[0] === person.spouse) return '2'
  const withChildren = others.some((other) => isChildOf(other, person) || isChildOf(other, person.spouse))
  return withChildren ? '3' : '4'
}
