import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Always the same order: the files share an office, and what one leaves there shall not differ from run to run. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => one.moduleId.localeCompare(other.moduleId))
  }
}

export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: ['e2e/setup.ts'],
    // The files share an office, and a browser wants a processor to itself.
    fileParallelism: false,
    sequence: { sequencer: ByName },
    // None of these is waited out where all is well; a slow or busy machine may need five times its usual time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A browser on a busy machine may stumble; the report tells which story needed a second try.
    retry: process.env.CI ? 1 : 0,
    expect: { poll: { timeout: 45_000, interval: 100 } },
  },
})
