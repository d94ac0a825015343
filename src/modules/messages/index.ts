export type { EventName, News } from './events.ts'
