export { demoAccounts } from './demo-accounts.ts'
export { loadDemo } from './load-demo.ts'
