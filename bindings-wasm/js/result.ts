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

/** A Vega-Lite v6 specification. */
export interface Chart {
  $schema: string
  title: { text: string; subtitle: string[] }
  /** What the chart shows, in sentences: its text alternative. */
  description: string
  /** The table of the chart: flat rows, all with the same columns. */
  data: { values: Record<string, string | number | boolean | null>[] }
  [property: string]: unknown
}

/**
 * Draws a result as a Vega-Lite v6 specification. `kind` chooses the chart where a result has several: of a report
 * `nodes`, `attendance` or `indicators`, of a prioritisation `ranking`, `contributions` or `disagreement`, of a
 * portfolio `frontier` or `quadrant`, of a check of representation `holding`.
 *
 * @example
 * ```js
 * import { chart, checkRepresentation } from 'equipoise'
 *
 * const { data } = chart(checkRepresentation({ RNA: 3, RL4: 1 }))
 * console.log(data.values[1].words) // 1, entitled to 2: below
 * ```
 */
export function chart(result: Result, options?: { kind?: string | undefined }): Chart {
  return call('chart', { result }, options)
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
