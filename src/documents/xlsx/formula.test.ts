import { expect, test } from 'vitest'
import { copyFormula, shiftFormula } from './formula.ts'

const insertion = { after: 10, count: 5, blockFirst: 6 }
const shifted = (formula: string) => shiftFormula(formula, '表', '表', insertion)

test('references below the new rows move, those above stay', () => {
  expect(shifted('A11+$B$12*C5')).toBe('A16+$B$17*C5')
  expect(shifted('SUM(A12:B20)')).toBe('SUM(A17:B25)')
  expect(shifted('11:12')).toBe('16:17')
})

test('a range that ends with the block grows with it', () => {
  expect(shifted('SUM(E6:E10)')).toBe('SUM(E6:E15)')
  expect(shifted('COUNTA($A$6:$A$10)')).toBe('COUNTA($A$6:$A$15)')
  expect(shifted('E10')).toBe('E10')
})

test('text, functions, names and other sheets are left alone', () => {
  expect(shifted('IF(A1="A11",LOG10(B11),甲表!A11)')).toBe('IF(A1="A11",LOG10(B16),甲表!A11)')
  expect(shiftFormula("'表'!A11+名称1", '表', null, insertion)).toBe("'表'!A16+名称1")
  expect(shiftFormula('A11', '表', '别的', insertion)).toBe('A11')
})

test('a copied formula takes its relative references along', () => {
  expect(copyFormula('YEAR(TODAY())-YEAR(C6)+$D$1+E$2+$F6', 3)).toBe('YEAR(TODAY())-YEAR(C9)+$D$1+E$2+$F9')
  expect(copyFormula('A1', -1)).toBe('#REF!')
  expect(copyFormula('A1', 0, 2)).toBe('C1')
})
