/**
 * The fonts that GB/T 9704-2012 and practice name. They are named, not shipped: they are licensed, and offices
 * have them. Where one is missing, the font table gives Word the names to try instead.
 */
export const font = {
  title: '方正小标宋简体',
  heading1: '黑体',
  heading2: '楷体_GB2312',
  body: '仿宋_GB2312',
  pageNumber: '宋体',
}

/** Half points, as Word counts font sizes: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt. */
export const fontSize = { second: 44, third: 32, fourth: 28, smallFourth: 24 }

interface FontEntry {
  name: string
  /** Tried in this order. */
  alternatives: string[]
  /** PANOSE-1 classification, by which Word looks for something similar. */
  panose: string
  family: 'roman' | 'modern' | 'script'
}

const entries: FontEntry[] = [
  {
    name: font.title,
    alternatives: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', 'SimSun'],
    panose: '03000509000000000000',
    family: 'script',
  },
  { name: font.heading1, alternatives: ['SimHei', '等线'], panose: '02010609060101010101', family: 'modern' },
  {
    name: font.heading2,
    alternatives: ['楷体', 'KaiTi', 'KaiTi_GB2312', '华文楷体'],
    panose: '02010609060101010101',
    family: 'modern',
  },
  {
    name: font.body,
    alternatives: ['仿宋', 'FangSong', 'FangSong_GB2312', '华文仿宋'],
    panose: '02010609060101010101',
    family: 'modern',
  },
  { name: font.pageNumber, alternatives: ['SimSun'], panose: '02010600030101010101', family: 'roman' },
]

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The font table part (ECMA-376 part 1, 17.8): `docx` writes only fonts that are embedded. Charset 86 is GB 2312. */
export const fontTable = (): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="${W}">${entries
    .map(
      ({ name, alternatives, panose, family }) =>
        `<w:font w:name="${name}"><w:altName w:val="${alternatives.join(',')}"/><w:panose1 w:val="${panose}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="auto"/></w:font>`,
    )
    .join('')}</w:fonts>`
