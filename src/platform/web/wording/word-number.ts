// A group of thousands is told apart from five digits up, as figures do.
const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2, useGrouping: 'min2' })

/** A number as people read it, at most two decimals: `4409`, `30,000`. */
export const wordNumber = (value: number): string => grouped.format(value)
