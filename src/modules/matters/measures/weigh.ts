/** What a body or an area is measured by: 响应率、解决率、满意率. Never a person. */
export const weighed = ['response', 'solved', 'satisfied'] as const
export type Weighed = (typeof weighed)[number]

/** Parts of a hundred. */
export type Weights = Readonly<Record<Weighed, number>>

/** The metric of the catalogue that each part is. */
export const metricOf: Readonly<Record<Weighed, string>> = {
  response: 'matter.responseRate',
  solved: 'matter.solvedRate',
  satisfied: 'matter.satisfiedRate',
}

export const weighedTitles: Readonly<Record<Weighed, string>> = {
  response: '响应率',
  solved: '解决率',
  satisfied: '满意率',
}

/** As the capital's 接诉即办 first weighed them; every place sets its own. */
export const defaultWeights: Weights = { response: 20, solved: 40, satisfied: 40 }

/** 综合得分, out of a hundred with two decimals; null where one of the parts that count cannot be told. */
export const compose = (rates: Readonly<Record<Weighed, number | null>>, weights: Weights): number | null => {
  let sum = 0
  for (const each of weighed) {
    if (weights[each] === 0) continue
    const rate = rates[each]
    if (rate === null) return null
    sum += rate * weights[each]
  }
  return Math.round(sum) / 100
}
