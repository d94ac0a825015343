import type { z } from 'zod'
import type { compareWithLedgers } from '../contract.ts'

export type Compared = z.infer<typeof compareWithLedgers.output>['results'][number]

interface Words {
  readonly title: string
  readonly meaning: string
  readonly tone: 'good' | 'bad' | 'plain'
}

/** How the four answers are worded, the ones to look at first. */
export const verdictWords: Readonly<Record<Compared['verdict'], Words>> = {
  differs: { title: '与台账不同', meaning: '指标、范围和日期都对得上，数不一样', tone: 'bad' },
  unknown: { title: '说不准', meaning: '看不准说的是哪个指标、哪里或哪天', tone: 'plain' },
  unlisted: { title: '目录里没有', meaning: '指标目录里没有数这个的指标', tone: 'plain' },
  confirmed: { title: '与台账一致', meaning: '指标、范围、日期和数都对得上', tone: 'good' },
}

/** As a sentence with the definition, for a list or a comment. */
export const sayCompared = ({ message, figure }: Compared): string =>
  figure ? `${message}口径：${figure.description}` : message
