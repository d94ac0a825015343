import { writeFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'

interface Options {
  area: string
  period: string
  out: string
  as?: string
  format: 'text' | 'json'
}

interface Template {
  name: string
  title: string
}

interface Report {
  title: string
  asOf: string
  figures: unknown[]
}

const findTemplate = (templates: readonly Template[], wanted: string): Template => {
  const found = templates.find(({ name, title }) => [name, title].includes(wanted))
  if (found) return found
  const known = templates.map(({ name, title }) => `${name}（${title}）`).join('、')
  throw new Error(`没有汇报模板「${wanted}」。可以写：${known}。`)
}

const run = async (wanted: string, { area, period, out, as, format }: Options): Promise<void> => {
  const { withHouse } = await import('./house-at-hand.ts')
  const told = await withHouse(as, async (house) => {
    const { templates } = await house.ask<{ templates: Template[] }>('/api/report-templates')
    const template = findTemplate(templates, wanted).name
    const { id } = await house.act<{ id: string }>('createReport', {
      template,
      area: house.area(area).path,
      period,
    })
    const { title, asOf, figures } = await house.ask<Report>('/api/reports/:id', { id })
    await writeFile(out, (await house.download('/api/reports/:id/document', { id })).bytes)
    return { id, title, asOf, figures: figures.length, out }
  })
  process.stdout.write(
    format === 'json'
      ? `${JSON.stringify(told)}\n`
      : `${told.title}（截至 ${told.asOf}，${told.figures} 个数字都有出处）存为 ${out}\n`,
  )
}

/** Registers `youju report`. Exit code 0: the document is there, 2: it is not. */
export const reportCommand = (program: Command): void => {
  program
    .command('report')
    .summary('生成一份汇报（Word）')
    .description('按模板、区域和期间生成汇报草稿，存为 .docx；它也出现在网页的报表汇报里，在那里定稿。')
    .argument('<template>', '模板的名称或代号')
    .requiredOption('--area <区域>', '哪个区域的，写代码或名称')
    .requiredOption('--period <期间>', '如 2026-06（月）、2026-Q2（季）、2026-H1（半年）、2026（年）')
    .requiredOption('--out <文件>', '存到哪里，.docx')
    .option('--as <用户名>', '以哪位人员的权限生成；不写就是系统本身')
    .addOption(new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      '\n每次生成都记入操作记录，写明操作系统用户和 --as 的人员。\n退出码：0 已生成；2 选项无法使用，没有生成。',
    )
    .action(run)
}
