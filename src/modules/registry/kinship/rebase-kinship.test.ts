import fc from 'fast-check'
import { expect, it } from 'vitest'
import { kindOf, kinshipOfNewborn, type Relative, rebaseKinship } from './rebase-kinship.ts'

const somebody = (sex: string, birthDate: string, relation?: string): Relative => ({
  sex,
  birthDate,
  relation,
})
const father = somebody('1', '1950-01-01', '02')
const mother = somebody('2', '1952-01-01', '12')
const son = somebody('1', '1975-01-01', '20')
const daughter = somebody('2', '1978-01-01', '30')
const grandmother = somebody('2', '1925-01-01', '52')

it.each([
  ['the old head to the son', father, son, father, '51', true],
  ['a sister to the son', daughter, son, father, '77', true],
  ['the grandmother to the son', grandmother, son, father, '62', true],
  ['the wife to the son, likely his mother', mother, son, father, '52', false],
  ['the grandmother to the wife', grandmother, mother, father, '54', true],
  ['a child to the wife, likely hers', son, mother, father, '20', false],
  ['the son to the grandmother', son, grandmother, father, '41', true],
  ['the wife to the grandmother', mother, grandmother, father, '38', true],
  ['a lodger to the son', somebody('1', '1990-01-01', '99'), son, father, '99', false],
  ['a cousin to the son', somebody('1', '1990-01-01', '92'), son, father, undefined, false],
] as const)('%s', (_, person, fresh, head, code, certain) => {
  expect(rebaseKinship(person, fresh, head)).toEqual({ code, certain })
})

it('makes the new-born child of a daughter-in-law a grandson, of a daughter an outer grandson', () => {
  expect(kinshipOfNewborn('38', '1')).toEqual({ code: '41', certain: true })
  expect(kinshipOfNewborn('30', '1')).toEqual({ code: '43', certain: true })
  expect(kinshipOfNewborn('77', '1').certain).toBe(false)
})

it('comes back to the same kind of relation when the head changes there and back, wherever both are certain', () => {
  const codes = [
    '11',
    '12',
    '20',
    '30',
    '51',
    '52',
    '53',
    '54',
    '55',
    '56',
    '28',
    '38',
    '61',
    '62',
    '71',
    '75',
    '73',
    '77',
  ]
  const birth = fc.constantFrom('1930-01-01', '1955-02-02', '1980-03-03')
  const sex = fc.constantFrom('1', '2')
  fc.assert(
    fc.property(
      fc.constantFrom(...codes),
      sex,
      birth,
      sex,
      birth,
      (relation, freshSex, born, headSex, bornHead) => {
        const head = somebody(headSex, bornHead, '02')
        const fresh = somebody(freshSex, born, relation)
        const inverse = rebaseKinship(head, fresh, head)
        if (!inverse.certain || head.birthDate === fresh.birthDate) return
        const back = rebaseKinship(
          { ...fresh, relation: '02' },
          { ...head, relation: inverse.code },
          { ...fresh, relation: '02' },
        )
        expect(back.certain).toBe(true)
        expect(kindOf(back.code)).toBe(kindOf(relation))
      },
    ),
  )
})
