/** Who signs in to the demo office: grid worker, clerk, head, officer, auditor. */
export const usernames = ['wangge', 'shegong', 'shuji', 'jiedao', 'shenji'] as const
export type Username = (typeof usernames)[number]

/** Areas of the demo office. */
export const community = '990101001001'
export const firstGrid = '990101001001001'
export const secondGrid = '990101001001002'
