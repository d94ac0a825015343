import { z } from 'zod'
import { areaPath, plainDate } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'
import { cellFigure, requestHead, requestView, rowChoice } from './contract-request.ts'

export const listFormRequests = defineRoute({
  path: '/api/form-requests',
  title: '下发的表格',
  right: 'data.export',
  query: z.object({ area: areaPath.optional(), state: z.enum(['open', 'filled', 'closed']).optional() }),
  answer: z.object({ requests: z.array(requestHead) }),
})

/** `GET /api/form-requests/:id/blank` downloads the form as it was sent; `/api/form-example` one to try. */
export const getFormRequest = defineRoute({
  path: '/api/form-requests/:id',
  title: '下发的表格',
  right: 'data.export',
  params: z.object({ id: z.uuid() }),
  answer: requestView,
})

/** How a sheet will look: first rows with sensitive values masked, and what is missing, for the rows as chosen. */
export const previewForm = defineRoute({
  path: '/api/form-requests/:id/preview',
  title: '填写预览',
  right: 'data.export',
  params: z.object({ id: z.uuid() }),
  query: z.object({
    sheet: z.string(),
    area: areaPath.optional(),
    asOf: plainDate.optional(),
    /** Rows that are not confirmed yet, as in {@link rowChoice}; without them those that are. */
    definition: z.string().optional(),
    where: z.string().max(1000).optional(),
    record: z.uuid().optional(),
  }),
  answer: z.object({
    sheet: z.string(),
    total: z.number().int(),
    columns: z.array(
      z.object({
        place: z.string(),
        header: z.string(),
        /** Rows that have no value for it; null where it is not filled. */
        missing: z.number().int().nullable(),
      }),
    ),
    /** Texts in the order of the columns, '' where nothing goes; the first 20 rows. */
    rows: z.array(z.object({ record: z.string(), texts: z.array(z.string()) })),
    /** Cells of a vertical form, or of a statistical table with their figures. */
    cells: z.array(
      z.object({
        place: z.string(),
        header: z.string(),
        text: z.string(),
        figure: cellFigure.nullable(),
        /** Why it stays empty; '' where it does not. */
        reason: z.string(),
      }),
    ),
  }),
})

/** Takes an uploaded blank form and understands it; asked-by, title and purpose are read from it where not given. */
export const openFormRequest = describeAction({
  name: 'openFormRequest',
  title: '接收下发的表格',
  right: 'data.export',
  input: z.object({
    file: z.uuid(),
    area: areaPath.optional(),
    title: z.string().trim().max(100).optional(),
    askedBy: z.string().trim().max(60).optional(),
    deadline: plainDate.nullish(),
    purpose: z.string().trim().max(100).optional(),
  }),
  output: z.object({ request: z.string() }),
})

/** Corrects who asked, until when and what for. */
export const editFormRequest = describeAction({
  name: 'editFormRequest',
  title: '修改表格来源',
  right: 'data.export',
  input: z.object({
    id: z.uuid(),
    version: z.number().int(),
    title: z.string().trim().min(1).max(100),
    askedBy: z.string().trim().min(1, '请写明是哪个部门要的').max(60),
    deadline: plainDate.nullable(),
    purpose: z.string().trim().max(100),
  }),
  output: z.object({ request: z.string() }),
})

/** Confirms what each column means and which rows go in; remembered for the next copy of the same form. */
export const confirmForm = describeAction({
  name: 'confirmForm',
  title: '确认表格的含义',
  right: 'data.export',
  input: z.object({
    id: z.uuid(),
    version: z.number().int(),
    sheets: z.array(
      z.object({
        name: z.string(),
        /** Column letters (`C`) or value cell (`B3`) → element, or null: left empty. Others stay as understood. */
        mapping: z.record(z.string(), z.string().nullable()).default({}),
        rows: rowChoice.nullable(),
        /** For a statistical table: the metric counted unless labels name another. */
        metric: z.string().nullish(),
      }),
    ),
  }),
  output: z.object({ request: z.string(), version: z.number().int() }),
})

/** Fills the form; a job. Its result is a file of the person who asked (`/api/files/:id`). */
export const fillFormRequest = describeAction({
  name: 'fillFormRequest',
  title: '填写表格',
  right: 'data.export',
  input: z.object({
    id: z.uuid(),
    version: z.number().int(),
    area: areaPath.optional(),
    asOf: plainDate.optional(),
    /** Sensitive values in clear; needs `field.reveal` and is written down with the purpose. */
    unmasked: z.boolean().default(false),
    /** Adds a hidden sheet 填报来源 that says where each cell came from. */
    sources: z.boolean().default(false),
    purpose: z.string().trim().min(2, '请写明填写的用途').max(100),
  }),
  output: z.object({ fill: z.string(), job: z.string() }),
})

/** Handed in, or given up: no to-dos follow from it any more. `open: true` takes it up again. */
export const closeFormRequest = describeAction({
  name: 'closeFormRequest',
  title: '办结下发的表格',
  right: 'data.export',
  input: z.object({ id: z.uuid(), version: z.number().int(), open: z.boolean().default(false) }),
  output: z.object({ request: z.string() }),
})

/** Where every cell of a filled form came from, row by row; values masked as in every list. */
export const listFillCells = defineRoute({
  path: '/api/form-fills/:id/cells',
  title: '每一格的来源',
  right: 'data.export',
  params: z.object({ id: z.uuid() }),
  query: z.object({
    sheet: z.string().optional(),
    /** First row to show, as the spreadsheet numbers it. */
    from: z.coerce.number().int().min(1).default(1),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    fill: z.string(),
    sheet: z.string(),
    total: z.number().int(),
    columns: z.array(z.object({ place: z.string(), header: z.string() })),
    rows: z.array(
      z.object({
        row: z.number().int(),
        cells: z.array(
          z.object({
            place: z.string(),
            text: z.string(),
            /** Null where the value is computed (age, serial number) or nothing was filled. */
            source: z
              .object({
                definition: z.string(),
                definitionTitle: z.string(),
                record: z.string(),
                field: z.string(),
                fieldTitle: z.string(),
                version: z.number().int(),
              })
              .nullable(),
            /** A number of a statistical form, with its source. */
            figure: cellFigure.nullable(),
          }),
        ),
      }),
    ),
  }),
})
