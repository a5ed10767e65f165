// Made from docs/schema by "npm run types". Do not edit.

export type RollUpPolicy = 'default' | 'mean'
export type Level = 'green' | 'red'

/**
 * A document.
 */
export interface Programme {
  schema_version: string
  /**
   * what is to be done
   */
  priorities?: Priority[]
  policy?: PolicyInput | null
}
export interface Priority {
  id: string
  weight?: number | null
}
export interface PolicyInput {
  red_share?: number
  roll_up?: RollUpPolicy
}
export interface Report {
  as_at: string
  policy: Policy
  items: Item[]
}
export interface Policy {
  red_share: number
  roll_up: RollUpPolicy
}
/**
 * One row.
 */
export interface Item {
  id: string
  level: Level
}
export interface Problem {
  code: string
  path: string
  value: unknown
  accepted: string | null
  message: string
}
export interface RollUp {
  level: Level
}
export interface LegendEntry {
  level: Level
  word: string
}
