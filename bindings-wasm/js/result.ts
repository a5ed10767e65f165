import { call, type NoOptions } from './call.js'
import type { LegendEntry } from './types.js'

/** What any function of the library has given, or a part of it. */
export type Result = object

/**
 * Turns a result into flat rows. `name` chooses the table where a result has several.
 *
 * @example
 * ```js
 * import { apportion, table } from 'equipoise'
 *
 * const [row] = table(apportion(6, { RNA: 40, RL4: 40, RXK: 20 }))
 * console.log(row.organisation, row.seats, row.tied) // RNA 2 true
 * ```
 */
export function table(result: Result, options?: { name?: string | undefined }): Record<string, unknown>[] {
  return call('table', { result }, options)
}

/**
 * Says a result in plain English sentences, also for a screen reader.
 *
 * @example
 * ```js
 * import { apportion, describe } from 'equipoise'
 *
 * console.log(describe(apportion(3, { RNA: 2, RL4: 1 })).length > 0) // true
 * ```
 */
export function describe(result: Result, options?: NoOptions): string[] {
  return call('describe', { result }, options)
}

/**
 * Gives word, letter, shape and colours of every level.
 *
 * @example
 * ```js
 * import { legend } from 'equipoise'
 *
 * console.log(legend()[0].word) // Complete
 * ```
 */
export function legend(options?: NoOptions): LegendEntry[] {
  return call('legend', {}, options)
}
