import { recordCallback } from '../../contract.ts'
import type { StepField, StepForm } from './step-forms.ts'

export type StepValues = Record<string, unknown>

export const isShown = (field: StepField, values: StepValues): boolean =>
  !field.when || values[field.when[0]] === field.when[1]

const isMissing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'string' && value.trim().length < 2 && !/^\d$/.test(value))

/** Fields that are shown, asked for, and empty: a sentence each. */
export const missingFields = (form: StepForm, values: StepValues): Record<string, string> =>
  Object.fromEntries(
    form.fields
      .filter((field) => isShown(field, values) && !field.optional && field.kind !== 'flag')
      .filter(({ key }) => isMissing(values[key]))
      .map(({ key, title, kind }) => [
        key,
        kind === 'words' || kind === 'line' ? `请写明${title}。` : `请选择${title}。`,
      ]),
  )

/** The callback is asked in plain choices; the contract wants them taken apart. */
const callback = ({ reached, solved, satisfaction, text }: StepValues): StepValues => ({
  reached: reached === 'yes',
  ...(reached === 'yes' ? { solved: solved === 'yes', explained: solved === 'explained', satisfaction } : {}),
  text,
})

/** What is sent to the action. */
export const sentValues = (form: StepForm, values: StepValues): StepValues => {
  const shown = Object.fromEntries(
    form.fields.filter((field) => isShown(field, values)).map(({ key }) => [key, values[key] ?? undefined]),
  )
  return { ...(form.action === recordCallback ? callback(shown) : shown), ...form.fixed }
}
