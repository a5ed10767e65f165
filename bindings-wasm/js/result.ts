import { call, type NoOptions } from './call.js'
import type { Comparison, LegendEntry, Report } from './types.js'

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
 * Writes a table of a result as CSV text (RFC 4180) that a spreadsheet program can open without running any of it: a text
 * that would be taken for a formula has an apostrophe before it. `name` chooses the table, as for `table`. Null is a
 * blank cell, and a table without rows is an empty text. Write it as UTF-8, for Excel with a byte order mark before it.
 *
 * @example
 * ```js
 * import { apportion, csv } from 'equipoise'
 *
 * console.log(csv(apportion(6, { RNA: 40, RL4: 40, RXK: 20 })).split('\r\n')[1]) // RNA,2,true,
 * ```
 */
export function csv(result: Result, options?: { name?: string | undefined }): string {
  return call('csv', { result }, options)
}

/** What a highlight report is written with, beside the report. */
export interface HtmlOptions {
  /** The report of the period before. Left out: there is no level of last period, unless `comparison` has them. */
  previous?: Report | undefined
  /** What `compare` says of the time from the last period to this report: the cause of each change. Left out: no causes are told. */
  comparison?: Comparison | undefined
  /** The report as at a later day, as known now: what time alone brings. Left out: dates tell the forecast. */
  forecast?: Report | undefined
}

/**
 * Writes a report as one accessible HTML page, a highlight report: the level last period, this period and the forecast of
 * the programme and of each network and goal, the items that need attention and why, what changed and by which report,
 * whether bodies meet and rules are kept, the indicators that call for a look, and how to read it.
 *
 * The page has no script and fetches nothing; every text of the document in it is escaped. Illustrative data are labelled.
 *
 * @example
 * ```js
 * import { assess, html } from 'equipoise'
 *
 * const programme = { schema_version: '1.0', id: 'care', name: 'Care' }
 * const [march, april] = ['2026-03-31', '2026-04-30'].map((as_at) => assess(programme, { as_at }))
 * console.log(html(april, { previous: march }).startsWith('<!doctype html>')) // true
 * ```
 */
export function html(report: Report, options?: HtmlOptions): string {
  return call('html', { report }, options)
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
