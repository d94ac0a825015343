import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { z } from 'zod'
import { fetchJson } from '../api/fetch-route.ts'

const answer = z.object({
  accounts: z.array(z.object({ username: z.string(), password: z.string(), title: z.string() })),
})
type Account = z.infer<typeof answer>['accounts'][number]

interface DemoAccountsProps {
  choose: (account: Account) => void
}

/** The accounts of the demo office; nothing where the office is a real one. */
export const DemoAccounts = ({ choose }: DemoAccountsProps) => {
  const { data } = useQuery({
    queryKey: ['/api/demo-accounts'],
    // A real office has no such address.
    queryFn: async () =>
      answer.safeParse(await fetchJson('/api/demo-accounts').catch(() => null)).data ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!data || data.accounts.length === 0) return null
  return (
    <section className="demo-accounts" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">演示账号</h2>
      <p className="quiet">这是虚构的演示街道，点一个身份即可登录。</p>
      {data.accounts.map((account) => (
        <Button key={account.username} block onClick={() => choose(account)}>
          {account.title} · {account.username}
        </Button>
      ))}
    </section>
  )
}
