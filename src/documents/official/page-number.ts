import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'
import { fontSize } from './fonts.ts'
import { style } from './styles.ts'

/** One character of size 4, by which the number stays off the edge. */
const CHARACTER = fontSize.fourth * 10

/** GB/T 9704-2012, 7.5: `— 1 —`, odd pages right, even pages left, one character off the edge. */
export const pageNumbers = {
  default: footer(AlignmentType.RIGHT, { right: CHARACTER }),
  even: footer(AlignmentType.LEFT, { left: CHARACTER }),
}

function footer(
  alignment: (typeof AlignmentType)['LEFT' | 'RIGHT'],
  indent: { left?: number; right?: number },
) {
  return () =>
    new Footer({
      children: [
        new Paragraph({
          style: style.page,
          alignment,
          indent,
          children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
        }),
      ],
    })
}
