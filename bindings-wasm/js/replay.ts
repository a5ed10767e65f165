import { call } from './call.js'
import type { Calibration, Comparison, Finding, History, Known, Policy, Programme, Report, Snapshot } from './types.js'

/** What to compare. */
export interface CompareOptions {
  /** The earlier date, YYYY-MM-DD, seen as it was known on that day. */
  since: string
  /** The later date, YYYY-MM-DD. */
  as_at: string
  /** At the later date only what was recorded by this day counts. Left out: everything that the document holds. */
  known_at?: string | undefined
  /** The policy that both dates are judged by; left out: the document's own, else the default. */
  policy?: Policy | undefined
  /** The policy in use at the earlier date, where that was another. */
  former_policy?: Policy | undefined
}

/** The dates to look at. */
export interface HistoryOptions {
  /** Each date once, YYYY-MM-DD. */
  dates: readonly string[]
  /** `then`: what was recorded by each date counts; `now`: everything. Left out: `then`. */
  known?: Known | undefined
  /** Left out: the document's own policy, else the default. */
  policy?: Policy | undefined
}

/** How far to look back. */
export interface CalibrateOptions {
  /** Numbers of months from 0 to 120, each once, 24 at most. */
  months_before: readonly number[]
  /** The day by which outcomes are known, YYYY-MM-DD. */
  as_at: string
  /** Left out: the document's own policy, else the default. */
  policy?: Policy | undefined
}

/** Who let a report out, when, and to whom. */
export interface SnapshotOptions {
  /** The role that let it out. */
  released_by: string
  /** The day it was let out, YYYY-MM-DD. */
  released_on: string
  /** The role that handed it in. */
  submitted_by?: string | undefined
  /** The day it was handed in. */
  submitted_on?: string | undefined
  /** The role that read it over. */
  reviewed_by?: string | undefined
  /** The day it was read over. */
  reviewed_on?: string | undefined
  /** The body that saw it. */
  body?: string | undefined
  /** The identifier of the entry; left out: made from the report's dates. */
  id?: string | undefined
  /** A label. */
  name?: string | undefined
  /** The document, if its fingerprint is to be kept too. */
  document?: Programme | string | undefined
}

/**
 * Tells what changed between two dates, and what changed it: a fact is a cause when the level would not have come about
 * without it.
 *
 * @example
 * ```js
 * import { compare } from 'equipoise'
 *
 * const programme = { schema_version: '1.0', id: 'care', name: 'Care' }
 * const changed = compare(programme, { since: '2026-02-28', as_at: '2026-03-31' })
 * console.log(changed.items.length) // 0
 * ```
 */
export function compare(programme: Programme | string, options: CompareOptions): Comparison {
  return call('compare', { document: programme }, options)
}

/**
 * Gives the level of every node and item at each of several dates, as flat rows.
 *
 * @example
 * ```js
 * import { history } from 'equipoise'
 *
 * const programme = { schema_version: '1.0', id: 'care', name: 'Care' }
 * const { nodes } = history(programme, { dates: ['2026-02-28', '2026-03-31'] })
 * console.log(nodes.length) // 2
 * ```
 */
export function history(programme: Programme | string, options: HistoryOptions): History {
  return call('history', { document: programme }, options)
}

/**
 * Tells whether the colours were right: of the items green (amber, red) so many months before their baseline finish, how
 * many finished on time.
 *
 * @example
 * ```js
 * import { calibrate } from 'equipoise'
 *
 * const programme = { schema_version: '1.0', id: 'care', name: 'Care' }
 * const { rows } = calibrate(programme, { months_before: [3], as_at: '2026-03-31' })
 * console.log(rows[0].level, rows[0].n) // green 0
 * ```
 */
export function calibrate(programme: Programme | string, options: CalibrateOptions): Calibration {
  return call('calibrate', { document: programme }, options)
}

/**
 * Makes an entry for the document's `snapshots`: what a board saw, with fingerprints. The report must have been made with
 * `known_at`, so that it can be made again.
 *
 * @example
 * ```js
 * import { assess, snapshot } from 'equipoise'
 *
 * const programme = { schema_version: '1.0', id: 'care', name: 'Care' }
 * const report = assess(programme, { as_at: '2026-03-31', known_at: '2026-03-31' })
 * const entry = snapshot(report, { released_by: 'chair', released_on: '2026-04-05' })
 * console.log(entry.id) // report-2026-03-31
 * ```
 */
export function snapshot(report: Report, options: SnapshotOptions): Snapshot {
  return call('snapshot', { report }, options)
}

/**
 * Makes the report of each snapshot again, or of one by its identifier, and says whether it is the one that the board
 * saw: one finding each.
 *
 * @example
 * ```js
 * import { verifySnapshots } from 'equipoise'
 *
 * console.log(verifySnapshots({ schema_version: '1.0', id: 'care', name: 'Care' }).length) // 0
 * ```
 */
export function verifySnapshots(
  programme: Programme | string,
  options?: { snapshot?: string | undefined; policy?: Policy | undefined },
): Finding[] {
  return call('verifySnapshots', { document: programme }, options)
}
