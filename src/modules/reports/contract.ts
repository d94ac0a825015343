import { z } from 'zod'
import { figureView } from '../../platform/contract/figures.ts'
import { areaPath, plainDate } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'
import { passage } from './against/passage.ts'

/** A piece of a report on the screen. Text spans with a figure carry its id. */
export const reportBlock = z.object({
  kind: z.enum([
    'title',
    'subtitle',
    'heading1',
    'heading2',
    'heading3',
    'paragraph',
    'tableRow',
    'signature',
  ]),
  spans: z.array(z.object({ text: z.string(), figure: z.string().nullable() })),
  cells: z.array(z.array(z.object({ text: z.string(), figure: z.string().nullable() }))).optional(),
})
export type ReportBlock = z.infer<typeof reportBlock>

/**
 * A figure of a report. `aspect` is what its text tells: the value, or how it changed since a year before
 * (`增长3.2%`; its unit is then empty).
 */
export const reportFigure = figureView.extend({ id: z.string(), aspect: z.enum(['value', 'change']) })

export const reportView = z.object({
  id: z.string(),
  title: z.string(),
  template: z.string(),
  templateTitle: z.string(),
  area: z.string(),
  areaName: z.string(),
  period: z.string(),
  periodTitle: z.string(),
  asOf: plainDate,
  state: z.enum(['draft', 'published', 'superseded']),
  version: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
  publishedAt: z.string().nullable(),
  reason: z.string(),
  /** The newer version that took its place. */
  successor: z.string().nullable(),
  blocks: z.array(reportBlock),
  figures: z.array(reportFigure),
})
export type ReportView = z.infer<typeof reportView>

export const listReports = defineRoute({
  path: '/api/reports',
  title: '汇报列表',
  right: 'report.write',
  answer: z.object({ reports: z.array(reportView.omit({ blocks: true, figures: true, successor: true })) }),
})

/** `GET /api/reports/:id/document` downloads the .docx. */
export const getReport = defineRoute({
  path: '/api/reports/:id',
  title: '汇报',
  right: 'report.write',
  params: z.object({ id: z.uuid() }),
  answer: reportView,
})

export const listTemplates = defineRoute({
  path: '/api/report-templates',
  title: '汇报模板',
  right: 'report.write',
  answer: z.object({
    templates: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        description: z.string(),
        builtIn: z.boolean(),
        periods: z.array(z.enum(['month', 'quarter', 'half', 'year'])),
        figures: z.number().int(),
      }),
    ),
  }),
})

export const createReport = describeAction({
  name: 'createReport',
  title: '生成汇报',
  right: 'report.write',
  input: z.object({ template: z.string(), area: areaPath, period: z.string() }),
  output: z.object({ id: z.string() }),
})

/** Freezes the figures with the hash of their inputs. A later correction is a new version with a reason. */
export const publishReport = describeAction({
  name: 'publishReport',
  title: '定稿汇报',
  right: 'report.write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
})

export const reviseReport = describeAction({
  name: 'reviseReport',
  title: '更正汇报',
  right: 'report.write',
  input: z.object({ id: z.uuid(), reason: z.string().trim().min(2, '请写明更正的原因').max(200) }),
  output: z.object({ id: z.string() }),
})

/** Takes an uploaded Word template (docxtemplater). Wrong tags refuse it with `template.invalid`, each with its place. */
export const addTemplate = describeAction({
  name: 'addTemplate',
  title: '上传汇报模板',
  right: 'template.write',
  input: z.object({
    file: z.uuid(),
    title: z.string().trim().min(2).max(60),
    description: z.string().max(200).default(''),
  }),
  output: z.object({ name: z.string() }),
})

/**
 * Holds a report's numbers against the ledgers. The page reads the .docx itself and sends what it found in the
 * figure marks; the document is not uploaded.
 */
export const verifyFigures = describeAction({
  name: 'verifyFigures',
  title: '核对汇报数字',
  right: 'report.write',
  input: z.object({
    report: z.uuid(),
    /** Figure id → the text that now stands there; figures missing from the document are told as removed. */
    texts: z.record(z.string(), z.string()),
  }),
  output: z.object({
    title: z.string(),
    results: z.array(
      z.object({
        figure: reportFigure,
        /** What stands in the document now. */
        text: z.string().nullable(),
        /** What the ledgers say today for the same scope and cut-off; null for a change, and where they cannot. */
        current: z.number().nullable(),
        verdict: z.enum(['confirmed', 'stale', 'altered', 'removed', 'unknown']),
        message: z.string(),
      }),
    ),
  }),
})

/**
 * Holds the numbers of any report against the ledgers. The page sends sentences that hold numbers, never the file.
 * `confirmed` and `differs` are said only where metric, area and days are certain.
 */
export const compareWithLedgers = describeAction({
  name: 'compareWithLedgers',
  title: '对照台账',
  right: 'report.write',
  input: z.object({
    /** What the report is about, and the day to which it speaks where a sentence names none. */
    area: areaPath,
    asOf: plainDate,
    passages: z.array(passage).max(5000),
  }),
  output: z.object({
    results: z.array(
      z.object({
        /** The quantity's place in the report, as it was sent. */
        number: z.number().int(),
        verdict: z.enum(['confirmed', 'differs', 'unlisted', 'unknown']),
        message: z.string(),
        /** The words that name what is counted; '' where there are none to teach. */
        phrase: z.string(),
        /** What the ledgers say; null where it was not asked or cannot be told. */
        figure: figureView.nullable(),
        /** Stated minus true, in the figure's unit; null unless it differs. */
        difference: z.number().nullable(),
        /** Metrics that it may be, likeliest first. */
        candidates: z.array(z.object({ metric: z.string(), title: z.string() })),
      }),
    ),
  }),
})

/** A way of saying that a person taught: these words mean this metric, in this area and below. */
const synonymView = z.object({
  id: z.string(),
  phrase: z.string(),
  /** Null: no metric counts this. */
  metric: z.string().nullable(),
  title: z.string(),
  area: z.string(),
  areaName: z.string(),
  learnedBy: z.string(),
  learnedAt: z.string(),
  /** Whether one may remove it. */
  own: z.boolean(),
})

export const listSynonyms = defineRoute({
  path: '/api/report-synonyms',
  title: '教过的说法',
  right: 'report.write',
  answer: z.object({ synonyms: z.array(synonymView) }),
})

/** From now on the words mean this metric wherever reports of this area are compared; null: they mean none. */
export const learnSynonym = describeAction({
  name: 'learnSynonym',
  title: '教一种说法',
  right: 'report.write',
  input: z.object({
    area: areaPath,
    phrase: z.string().trim().min(2, '说法至少要有两个字').max(60, '说法太长，最多 60 字'),
    metric: z.string().nullable(),
  }),
  output: z.object({ id: z.string() }),
})

export const forgetSynonym = describeAction({
  name: 'forgetSynonym',
  title: '删除教过的说法',
  right: 'report.write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
})
