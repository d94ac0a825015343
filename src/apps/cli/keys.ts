import { Argument, type Command } from 'commander'
import { recordAudit } from '../../platform/server/audit/record-audit.ts'
import { openKeyRing, saveKeyRing, withNewKey } from '../../platform/server/cipher/key-ring.ts'
import { repositoryFor } from '../../platform/server/office.ts'
import { systemActor } from '../../platform/server/permission/system-actor.ts'
import type { Repository } from '../../platform/server/repository/repository.ts'
import { countByKey, resealColumn } from '../../platform/server/repository/reseal.ts'
import { openRecords } from '../server/open-office.ts'
import { sealedColumns } from '../server/sealed-columns.ts'
import { readAlgorithm } from '../server/settings.ts'
import { getOffice, withDatabase } from './with-database.ts'

const withRepository = <Result>(
  run: (repository: Repository, keyFile: string) => Promise<Result>,
): Promise<Result> =>
  withDatabase(async (database, settings) => {
    const office = await getOffice(database)
    const { connection, cipher } = database
    const records = await openRecords(settings, connection, office.district)
    const repository = repositoryFor(
      { ...office, connection, cipher, ...records },
      systemActor(office.district),
    )
    return run(repository, settings.keyFile)
  })

/** How many values each key has sealed, over the whole house. */
const countValues = async (
  repository: Repository,
  columns = sealedColumns(repository.catalogue),
): Promise<Map<number, number>> => {
  const counts = new Map<number, number>()
  for (const column of columns)
    for (const [number, count] of await countByKey(repository, column))
      counts.set(number, (counts.get(number) ?? 0) + count)
  return counts
}

const say = (text: string) => void process.stdout.write(`${text}\n`)

const list = ({ format }: { format: string }) =>
  withRepository(async (repository, keyFile) => {
    const { current, keys } = await openKeyRing(keyFile)
    const counts = await countValues(repository)
    const lines = [...keys].map(([number, { algorithm, made }]) => ({
      number,
      algorithm,
      made,
      current: number === current,
      values: counts.get(number) ?? 0,
    }))
    const lost = [...counts].filter(([number]) => !keys.has(number))
    if (format === 'json') say(JSON.stringify({ keyFile, keys: lines, missing: Object.fromEntries(lost) }))
    else {
      say(`密钥文件 ${keyFile}`)
      for (const { number, algorithm, made, values, current: now } of lines)
        say(
          `${now ? '→' : ' '} 第 ${number} 号  ${algorithm}  ${made ?? '较早'}  加密了 ${values} 项${now ? '，现用' : ''}`,
        )
      for (const [number, count] of lost)
        say(`✗ 第 ${number} 号不在密钥文件里，它加密的 ${count} 项无法读出，请找回当时的密钥文件。`)
    }
    if (lost.length > 0) process.exitCode = 1
  })

/** Progress on the terminal, if somebody watches. */
const tellProgress = (total: number) => {
  let done = 0
  return (more: number) => {
    done += more
    if (process.stderr.isTTY)
      process.stderr.write(`\r已重新加密 ${done} / ${total} 项${done >= total ? '\n' : ''}`)
  }
}

const reseal = async (repository: Repository): Promise<{ done: number; left: number }> => {
  const current = repository.cipher.current()
  const columns = sealedColumns(repository.catalogue).filter(({ fixed }) => !fixed)
  const older = (counts: ReadonlyMap<number, number>) =>
    [...counts].reduce((sum, [number, count]) => (number === current ? sum : sum + count), 0)
  const tell = tellProgress(older(await countValues(repository, columns)))
  let done = 0
  for (const column of columns) done += await resealColumn(repository, column, tell)
  return { done, left: older(await countValues(repository, columns)) }
}

const rotate = (options: { cipher?: string; continue?: boolean }) =>
  withRepository(async (repository, keyFile) => {
    const ring = await openKeyRing(keyFile)
    const algorithm = options.cipher ? readAlgorithm(options.cipher) : ring.keys.get(ring.current)!.algorithm
    if (!options.continue) {
      const next = withNewKey(ring, algorithm)
      await saveKeyRing(keyFile, next)
      // A house that runs turns to the new key within a second of its being written.
      await new Promise((turned) => setTimeout(turned, 1500))
      say(`第 ${next.current} 号密钥（${algorithm}）已启用，请现在就备份 ${keyFile}。`)
    }
    const { done, left } = await reseal(repository)
    const current = repository.cipher.current()
    await recordAudit(repository, {
      action: 'rotateKeys',
      area: repository.district,
      detail: {
        key: current,
        algorithm: (await openKeyRing(keyFile)).keys.get(current)?.algorithm,
        done,
        left,
      },
    })
    say(
      left === 0
        ? `已用第 ${current} 号密钥重新加密 ${done} 项，没有旧密钥加密的了。以前的备份仍要旧密钥才能读。`
        : `已用第 ${current} 号密钥重新加密 ${done} 项，还有 ${left} 项刚刚由旧密钥写入。请运行 youju keys rotate --continue。`,
    )
    if (left > 0) process.exitCode = 1
  })

const retire = (text: string) =>
  withRepository(async (repository, keyFile) => {
    const number = Number(text)
    const ring = await openKeyRing(keyFile)
    if (!ring.keys.has(number)) throw new Error(`密钥文件里没有第 ${text} 号。用 youju keys list 查看。`)
    if (number === ring.current)
      throw new Error(`第 ${number} 号是现用密钥，不能停用。先 youju keys rotate。`)
    const count = (await countValues(repository)).get(number) ?? 0
    if (count > 0)
      throw new Error(
        `还有 ${count} 项由第 ${number} 号加密，不能停用。先运行 youju keys rotate --continue；仍有的，是不许改动的办理记录，要一直留着这把密钥。`,
      )
    const keys = new Map([...ring.keys].filter(([each]) => each !== number))
    await saveKeyRing(keyFile, { ...ring, keys })
    await recordAudit(repository, { action: 'retireKey', area: repository.district, detail: { key: number } })
    say(
      `第 ${number} 号密钥已从 ${keyFile} 删去。用它加密的旧备份从此读不出；要留着旧备份，请把旧密钥文件另外保管。`,
    )
  })

/** `youju keys`: the keys that seal sensitive values; they lie outside the database. */
export const keysCommand = (program: Command): void => {
  const keys = program.command('keys').description('加密密钥：查看、更换、停用')
  keys
    .command('list')
    .description('有哪些密钥，各加密了多少项')
    .option('--format <格式>', 'text 或 json', 'text')
    .action(list)
  keys
    .command('rotate')
    .description('启用一把新密钥，把旧密钥加密的全部重新加密（运行中也可以，中断了可以接着做）')
    .option('--cipher <算法>', 'aes 或 sm4（国密）；不写就和现用的一样')
    .option('--continue', '不换新密钥，接着上次没做完的')
    .action(rotate)
  keys
    .command('retire')
    .addArgument(new Argument('<编号>', '密钥编号'))
    .description('删去一把不再需要的旧密钥')
    .action(retire)
}
