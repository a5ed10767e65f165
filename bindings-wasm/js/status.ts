import { call, type NoOptions } from './call.js'
import type { Detail, Part, Policy, Problem, Programme, Report, RollUpItem, RollUpResult } from './types.js'

/** How to assess. */
export interface AssessOptions {
  /** The day that is spoken of, YYYY-MM-DD. The library never reads the clock. */
  as_at: string
  /** Only what was recorded by this day counts. Left out: everything that the document holds. */
  known_at?: string | undefined
  /** Wins over the document's own policy. */
  policy?: Policy | undefined
  /** The parts of the report that are wanted; left out: all. Other lists come back empty, and `governance` null. */
  include?: readonly Part[] | undefined
  /** `scorer` names single scorers, and people in the findings of governance; left out: organisations only. */
  detail?: Detail | undefined
  /** The first day from which meetings are counted; that of the financial year, if left out. */
  cadence_from?: string | undefined
}

/**
 * Finds everything that is wrong with a programme document: an empty list when it is fine.
 *
 * A faulty document throws nothing: its problems are the answer.
 *
 * @example
 * ```js
 * import { check } from 'equipoise'
 *
 * const [problem] = check({ schema_version: '1.0', id: 'care', name: 'Care', prioritys: [] })
 * console.log(problem.code, problem.path) // unknown_field /prioritys
 * ```
 */
export function check(programme: Programme | string, options?: NoOptions): Problem[] {
  return call('check', { document: programme }, options, (problems) => problems)
}

/**
 * Assesses a programme: the level of every item and node, and why.
 *
 * `programme` is an object, or the text of one: problems in a text name their line and column.
 *
 * @example
 * ```js
 * import { assess } from 'equipoise'
 *
 * const report = assess({ schema_version: '1.0', id: 'care', name: 'Care' }, { as_at: '2026-03-31' })
 * console.log(report.nodes[0].level) // excluded
 * ```
 */
export function assess(programme: Programme | string, options: AssessOptions): Report {
  return call('assess', { document: programme }, options)
}

/**
 * Rolls a list of levels up into one, with its findings and its level under every other policy.
 *
 * @example
 * ```js
 * import { rollUp } from 'equipoise'
 *
 * const whole = rollUp([{ id: 'beds', level: 'green' }, { id: 'staff', level: 'red', critical: true }])
 * console.log(whole.level) // red
 * ```
 */
export function rollUp(items: readonly RollUpItem[], options?: { policy?: Policy | undefined }): RollUpResult {
  return call('rollUp', { items }, options)
}
