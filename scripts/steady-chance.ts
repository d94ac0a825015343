/**
 * On a build machine (`CI`) the laws are tried on the same cases every time, so that a change fails by what it
 * changed. At a desk chance goes on looking for the exception; what it finds becomes a case of its own.
 */
if (process.env.CI) {
  const { default: fc } = await import('fast-check')
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20261121 })
}
