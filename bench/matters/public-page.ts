import { startBenchServer } from '../bench-server.ts'
import type { Benchmark } from '../benchmark.ts'
import { folder, matters, openMatters } from './matters-office.ts'

const port = 58_000 + (process.pid % 5000)

/** What a resident's telephone has to load to say something: the page, and all script it asks for. */
export const publicPageBenchmark: Benchmark = {
  name: `matters/public-page-at-${matters}`,
  async run() {
    await (await openMatters()).close()
    const server = await startBenchServer(port, { YOUJU_DATA: folder })
    try {
      const { status, body } = await server.ask('/say')
      if (status !== 200) throw new Error(`the public page answered ${status}`)
      const sources = [...body.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, source]) => source!)
      const inline = [...body.matchAll(/<script(?![^>]*src=)[^>]*>([\s\S]*?)<\/script>/g)].map(
        ([, text]) => text!,
      )
      let script = inline.join('').length
      for (const source of sources) script += Buffer.byteLength((await server.ask(source)).body)
      return {
        n: 1,
        median: Math.round(script / 102.4) / 10,
        unit: 'kB of script',
        reference: 80,
        ratio: script / 1024 / 80,
        note: `the reference is what is asked; the page itself ${(Buffer.byteLength(body) / 1024).toFixed(1)} kB`,
      }
    } finally {
      await server.stop()
    }
  },
}
