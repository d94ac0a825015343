import { dateText } from '../../../documents/official/index.ts'
import {
  AREA_LOOP,
  type CatalogueEntry,
  type TemplateTag,
  type TemplateValue,
  type TemplateValues,
} from '../../../documents/template/index.ts'
import type { FigureSheet } from '../figures/figure-sheet.ts'
import type { Need } from '../figures/measured.ts'
import { signerOf } from '../templates/signature.ts'
import type { ReportSubject } from '../templates/template.ts'
import { metricOfTag } from './tag-metric.ts'

const lastYear = '上年'
const change = '同比'

interface Asked {
  readonly tag: TemplateTag
  readonly metric: string
}

const askedBy = (tags: readonly TemplateTag[], entries: readonly CatalogueEntry[]): Asked[] =>
  tags.flatMap((tag) => {
    const metric = metricOfTag(tag, entries)
    return metric === undefined ? [] : [{ tag, metric }]
  })

/** The numbers that a template's tags ask for: of the area, and in the loop of each area below. */
export const needsOfTags = (
  tags: readonly TemplateTag[],
  entries: readonly CatalogueEntry[],
  { area, below }: ReportSubject,
): Need[] =>
  askedBy(tags, entries).flatMap(({ tag, metric }) =>
    (tag.inLoop ? below.map(({ path }) => path) : [area]).map((at) => ({
      metric,
      area: at,
      ...(tag.modifier === lastYear ? { yearBefore: true } : {}),
    })),
  )

const told = (sheet: FigureSheet, { tag, metric }: Asked, area: string): TemplateValue => {
  const take =
    tag.modifier === change ? sheet.change : tag.modifier === lastYear ? sheet.numberLastYear : sheet.number
  const { text, figure } = take(metric, area)
  return { text, figure: figure! }
}

/** What each tag of a template is filled in with. */
export const valuesOfTags = (
  tags: readonly TemplateTag[],
  entries: readonly CatalogueEntry[],
  sheet: FigureSheet,
  subject: ReportSubject,
  title: string,
): TemplateValues => {
  const asked = askedBy(tags, entries)
  const at = (area: string, inLoop: boolean): TemplateValues =>
    Object.fromEntries(
      asked.filter(({ tag }) => tag.inLoop === inLoop).map((each) => [each.tag.tag, told(sheet, each, area)]),
    )
  return {
    区域: subject.areaName,
    期间: subject.period.title,
    截止日期: dateText(subject.asOf),
    单位: signerOf(subject.area, subject.areaName),
    日期: dateText(subject.writtenOn),
    标题: title,
    ...at(subject.area, false),
    [AREA_LOOP]: subject.below.map(({ path, name }, index) => ({
      名称: name,
      序号: String(index + 1),
      ...at(path, true),
    })),
  }
}
