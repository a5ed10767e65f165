import { call, type NoOptions } from './call.js'
import { isPlain } from './plain.js'
import type {
  ConflictRule,
  Icon,
  ImprovementDirection,
  Period,
  Spc,
  SpcBaseline,
  SpcChart,
  SpcOptions,
  SpcPreset,
  SpcTarget,
  Which,
} from './types.js'

/** A number for each period, null where one is missing. A typed array has no gaps. */
export type Figures = readonly (number | null)[] | Float64Array | Float32Array | Int32Array | Uint32Array

/** How a series is judged. */
export interface SeriesOptions {
  /** Which way is better: `increase`, `decrease` or `neutral`. The library never guesses it. */
  improvement_direction: ImprovementDirection
  /**
   * For each value its day or period, all of one kind, never falling: `2023-03-31`, `2023-03`, `Q4 2022/23` or
   * `2022/23`. Left out: points are known by their places only.
   */
  dates?: readonly Period[] | undefined
  /**
   * For each value what it is of: above 0, whole numbers of `p` and `p_prime`. Needed by these and by `u` and
   * `u_prime`, refused by the others.
   */
  denominators?: Figures | undefined
  /** The kind of chart. Left out: `xmr`. */
  chart?: SpcChart | undefined
  /**
   * The rules: `mdc-2.6a` (NHS England, Making Data Count, SPC Charts SQL Query v2.6a) or `nhsr-0.2.2` (the R package
   * NHSRplotthedots 0.2.2). Left out: `mdc-2.6a`.
   */
  preset?: SpcPreset | undefined
  /** What wins where rules of equal rank speak for both sides. Left out: `improvement`. */
  conflict?: ConflictRule | undefined
  /**
   * A number; one for each value, null where there is none; or several with names and days, of which the first in
   * force decides. Ignored where the direction is neutral and by `t` and `g`. Left out: there is no target.
   */
  targets?: number | Figures | readonly SpcTarget[] | undefined
  /** Points that start a new partition with lines of its own: places from 0, or dates of the series. Left out: none. */
  recalculate_at?: readonly Which[] | undefined
  /** Points that are shown and left out of all else, likewise. Left out: none. */
  ghosted?: readonly Which[] | undefined
  /**
   * From which points the mean and the limits come: the first `points` (of every partition with `each_partition`),
   * those up to `end`, or a stated `mean` and `sigma`. Left out: from all.
   */
  baseline?: SpcBaseline | undefined
  /** What is set apart from the preset. Left out: nothing. */
  options?: SpcOptions | undefined
}

/**
 * Judges one series of figures by the rules of statistical process control: what is special cause and what is common
 * cause, point by point and for the series as it stands, and whether the process as it is meets a target.
 *
 * `values` holds a number for each period in the order of time, null where one is missing: an array or a typed array,
 * at most 10 million, each below 10^100 in size. Of `g`, `p`, `u`, `c`, `p_prime` and `u_prime` they are whole numbers
 * of 0 or more. Of `t` they are days since the event before, or null with the days of the events as `dates`.
 *
 * The result holds the preset and every setting, each point with its lines, the rules that it fired and its status,
 * the partitions, the two icons, how far a run and a trend have come, what the next value would have to be to fire each
 * rule, and what else there is to know.
 *
 * @example
 * ```js
 * import { spc } from 'equipoise'
 *
 * const met = [91, 94, 90, 93, 92, 95, 91, 93, 94, 92, 90, 93, 97, 98, 97, 99, 98, 97]
 * const { variation, assurance } = spc(met, { improvement_direction: 'increase', targets: 95 })
 * console.log(variation.icon, variation.since_index, assurance.icon) // improvement_high 12 hit_or_miss
 * ```
 */
export function spc(values: Figures | null, options: SeriesOptions): Spc {
  // What is no object of fields is refused by the call.
  const fields = isPlain(options) ? Object.entries(options).map(([name, value]) => [name, listed(value)]) : undefined
  return call('spc', { values: listed(values) }, fields ? Object.fromEntries(fields) : options)
}

/**
 * Draws an icon of variation or assurance: a word of `spc(…).variation.icon` or `spc(…).assurance.icon`, or
 * `run_chart`, for a series that has none.
 *
 * The icons are this library's own: each has a shape, a sign and letters, so that none depends on colour.
 *
 * The result holds the name, the title and the picture: one `svg` element of 64 by 64 units that needs nothing else and
 * says in its title and description what it means.
 *
 * @example
 * ```js
 * import { icon } from 'equipoise'
 *
 * const { title, svg } = icon('improvement_high')
 * console.log(title, svg.startsWith('<svg ')) // Improvement, high true
 * ```
 */
export function icon(name: string, options?: NoOptions): Icon {
  return call('icon', { name }, options)
}

/** A typed array as a list, and anything else as it is: JSON would print an object of it. */
function listed(value: unknown): unknown {
  return ArrayBuffer.isView(value) && Symbol.iterator in value ? Array.from(value as Float64Array) : value
}
