import { TextRun } from 'docx'
import { figureText } from '../figures/index.ts'
import type { OfficialSpan } from './document.ts'

/** The runs of a paragraph; figures go in between sentinels and are marked once the file is whole. */
export const runsOf = (spans: OfficialSpan[]): TextRun[] =>
  spans
    .filter(({ text, figure }) => text !== '' || figure !== null)
    .map(({ text, figure }) => new TextRun(printable(figure === null ? text : figureText(figure, text))))

/** XML 1.0 has no control characters; one in a record's text must not cost the document. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const printable = (text: string) => text.replace(/[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]/g, '').toWellFormed()
