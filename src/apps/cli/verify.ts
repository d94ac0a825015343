import type { Command } from 'commander'
import { verifyErasures } from '../../modules/privacy/server.ts'
import { sealAudit } from '../../platform/server/audit/seal-audit.ts'
import { verifyAudit } from '../../platform/server/audit/verify-audit.ts'
import { openRecords } from '../server/open-office.ts'
import { getOffice, withDatabase } from './with-database.ts'

const run = (options: { format: string }) =>
  withDatabase(async (database, settings) => {
    const office = await getOffice(database)
    await sealAudit(database.connection.db, office.district)
    const { db } = database.connection
    const audit = await verifyAudit(db, office.district)
    const { catalogue } = await openRecords(settings, database.connection, office.district)
    const erased = await verifyErasures(db, office.district, catalogue)
    const result = {
      ...audit,
      intact: audit.intact && erased.faults.length === 0,
      erasures: erased.erasures,
      faults: [...audit.faults, ...erased.faults],
    }
    if (options.format === 'json') process.stdout.write(`${JSON.stringify(result)}\n`)
    else {
      for (const fault of result.faults) process.stdout.write(`✗ ${fault}\n`)
      const proofs = result.erasures > 0 ? `，${result.erasures} 份删除证明` : ''
      const words = `${result.entries} 条操作记录，${result.seals} 次封存${proofs}`
      process.stdout.write(
        result.intact
          ? `✓ 完整无改动：${words}。\n`
          : `操作记录被动过：${words}，发现 ${result.faults.length} 处问题。\n`,
      )
    }
    process.exitCode = result.intact ? 0 : 1
  })

/** `youju verify`: proves the audit unbroken and what was erased gone, or says where not. Exit 0 intact, 1 broken, 2 not to be checked. */
export const verifyCommand = (program: Command): void => {
  program
    .command('verify')
    .description('校验操作记录没有被改动、删除或调换')
    .option('--format <格式>', 'text 或 json', 'text')
    .action(run)
}
