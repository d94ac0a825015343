import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx'
import { font, fontSize } from './fonts.ts'
import { grid, page } from './page-layout.ts'

export const style = {
  body: 'OfficialBody',
  signature: 'OfficialSignature',
  cell: 'OfficialCell',
  page: 'OfficialPage',
}

/** One font for both scripts, named outright: a theme font would follow the reader's theme. */
const inFont = (name: string, size = fontSize.third) => ({
  font: { ascii: name, hAnsi: name, eastAsia: name, cs: name },
  size,
  characterSpacing: size === fontSize.third ? grid.characterSpacing : 0,
  bold: false,
  italics: false,
  color: '000000',
})

/** Two characters; the twips are for readers that do not count in characters. */
const indented = { firstLine: (page.textWidth * 2) / 28, firstLineChars: 200 }
const onGrid = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 }
/** Size 2 is as high as a line of the grid; some fonts would take two lines of it. */
const oneLine = { line: grid.linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 }

const heading = (name: string, outlineLevel: number) => ({
  run: inFont(name),
  paragraph: { indent: indented, spacing: onGrid, keepNext: true, outlineLevel },
})

/** GB/T 9704-2012, 5.2.2, 7.3.1 and 7.3.3: title size 2 小标宋; 一、黑体, （一）楷体, 1. and text 仿宋, all size 3. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { ...inFont(font.body), language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: onGrid },
    },
    title: {
      run: inFont(font.title, fontSize.second),
      paragraph: { alignment: AlignmentType.CENTER, spacing: oneLine, keepNext: true, keepLines: true },
    },
    heading1: heading(font.heading1, 0),
    heading2: heading(font.heading2, 1),
    heading3: heading(font.body, 2),
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      quickFormat: true,
      run: inFont(font.heading2),
      paragraph: { alignment: AlignmentType.CENTER, spacing: onGrid, keepNext: true },
    },
    {
      id: style.body,
      name: '公文正文',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.JUSTIFIED, indent: indented, spacing: onGrid },
    },
    {
      id: style.signature,
      name: '公文落款',
      basedOn: 'Normal',
      paragraph: { spacing: onGrid, keepLines: true },
    },
    {
      id: style.cell,
      name: '公文表格',
      basedOn: 'Normal',
      run: inFont(font.body, fontSize.smallFourth),
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...oneLine, line: 20 * 20 } },
    },
    {
      id: style.page,
      name: '公文页码',
      basedOn: 'Normal',
      run: inFont(font.pageNumber, fontSize.fourth),
      paragraph: { spacing: { ...oneLine, line: page.footerLine } },
    },
  ],
}
