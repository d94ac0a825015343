import type { Reporter, TestModule, Vitest } from 'vitest/node'

/** After a run, one line for each test that was skipped: its name says why. */
export default class SaySkipped implements Reporter {
  #everyTest = true

  onInit({ config }: Vitest): void {
    this.#everyTest = config.testNamePattern === undefined
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    if (!this.#everyTest) return
    for (const file of modules)
      for (const test of file.children.allTests('skipped'))
        console.log(`跳过 skipped: ${file.relativeModuleId} > ${test.fullName}`)
  }
}
