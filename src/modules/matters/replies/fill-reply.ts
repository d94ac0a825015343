/** What a template may ask of a matter, in braces: 您反映的{摘要}已经办好。 */
export const placeholders = ['编号', '摘要', '类别', '地点', '社区', '承办单位', '受理日期'] as const
export type Placeholder = (typeof placeholders)[number]

const braces = /\{([^{}]*)\}/g

/** Placeholders of a text that no matter has; each once. */
export const unknownPlaceholders = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(braces)]
      .map(([, name = '']) => name.trim())
      .filter((name) => !(placeholders as readonly string[]).includes(name)),
  ),
]

/** A template with a matter's values in its place; what the matter does not have leaves nothing behind. */
export const fillReply = (text: string, values: Readonly<Record<Placeholder, string>>): string =>
  text.replace(braces, (whole, name: string) => values[name.trim() as Placeholder] ?? whole)
