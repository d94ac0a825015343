import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { VariableDeclarator } from '@swc/core'
import { Visitor } from '@swc/core/Visitor.js'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { dependencyRules } from './dependency-rules.ts'

/** An import that a rule forbids; for cycles and reach, `via` is the way. */
export interface Violation {
  rule: string
  from: string
  to: string
  via: string[]
}

/*
 * TypeScript 7 offers no parser, so dependency-cruiser reads through swc, whose visitor does not know `using` and
 * stops at it. It declares variables like any other statement.
 */
const visitKnownStatement = Visitor.prototype.visitStatement
Visitor.prototype.visitStatement = function (statement) {
  if ((statement.type as string) !== 'UsingDeclaration') return visitKnownStatement.call(this, statement)
  this.visitVariableDeclarators((statement as unknown as { decls: VariableDeclarator[] }).decls)
  return statement
}

/** Applies the dependency rules to the `src` folder below `baseDir`; tests may import what they test. */
export async function checkDependencies(
  baseDir: string,
): Promise<{ files: number; violations: Violation[] }> {
  const { output } = await cruise(
    ['src'],
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden: dependencyRules as IForbiddenRuleType[] },
      parser: 'swc',
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: ['\\.test\\.tsx?$', '\\?(raw|url|worker)$'] },
    },
    {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  )
  const { modules, summary } = output as ICruiseResult
  return {
    files: modules.filter(({ source }) => source.startsWith('src/')).length,
    violations: summary.violations.map(({ rule, from, to, cycle, via }) => ({
      rule: rule.name,
      from,
      to,
      via: (cycle ?? via ?? []).map(({ name }) => name),
    })),
  }
}

if (import.meta.main) {
  const { files, violations } = await checkDependencies(dirname(dirname(fileURLToPath(import.meta.url))))
  const reasons = new Map(dependencyRules.map(({ name, comment }) => [name, comment]))
  for (const { rule, from, to, via } of violations) {
    console.error(`${rule}: ${from} → ${via.length > 0 ? via.join(' → ') : to}\n    ${reasons.get(rule)}`)
  }
  console.log(`${files} files, ${dependencyRules.length} rules, ${violations.length} violations`)
  if (violations.length > 0) process.exitCode = 1
}
