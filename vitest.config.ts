import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['src/platform/server/testing/start-cluster.ts'],
    setupFiles: ['scripts/steady-chance.ts'],
    reporters: ['default', './scripts/say-skipped.ts'],
    // None of these is waited out where all is well; a slow or busy machine may need five times its usual time.
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
})
