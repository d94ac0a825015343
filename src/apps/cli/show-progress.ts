/** A progress line on the terminal, if somebody watches. */
export const showProgress =
  (doing: string) =>
  async ({ done, total }: { done: number; total?: number | undefined }): Promise<void> => {
    if (!process.stderr.isTTY) return
    const end = total !== undefined && done >= total ? '\n' : ''
    process.stderr.write(`\r${doing} ${done}${total === undefined ? '' : ` / ${total}`} 行${end}`)
  }
