import { call, type NoOptions } from './call.js'
import { isPlain } from './plain.js'
import type {
  AggregatedSeries,
  AggregateKind,
  ConflictRule,
  Icon,
  ImprovementDirection,
  MemberFigure,
  MemberSpan,
  Period,
  RecalculationAdvice,
  Spc,
  SpcAppended,
  SpcBaseline,
  SpcChart,
  SpcComparison,
  SpcExtract,
  SpcHistory,
  SpcOptions,
  SpcOptionSet,
  SpcPreset,
  SpcState,
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
  /**
   * Points that start a new partition with lines of its own: places from 0, or dates of the series; or objects of `at`
   * (either) and, for the record, `by`, `why` and `on`, which the answer keeps as `notes`. Left out: none.
   */
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
  return call('spc', { values: listed(values) }, allListed(options))
}

/** Two ways to judge the same figures. */
export interface CompareSpcOptions extends SeriesOptions {
  /** What the first way sets apart from what both have in common. An empty object sets nothing apart. */
  a: SpcOptionSet
  /** What the second way sets apart. */
  b: SpcOptionSet
}

/**
 * Tells what differs between two ways to judge the same figures: settings, icons, points, lines and findings. Each way is
 * what `spc` is given, with what `a` or `b` sets apart: another preset, say, or a recalculation.
 *
 * @example
 * ```js
 * import { compareSpc } from 'equipoise'
 *
 * const met = [91, 94, 90, 93, 92, 95, 91, 93, 94, 92, 90, 93, 97, 98, 97, 99, 98, 97]
 * const b = { preset: 'nhsr-0.2.2' }
 * const [icon] = compareSpc(met, { a: {}, b, improvement_direction: 'increase' }).icons
 * console.log(icon.a, icon.b) // improvement_high common_cause
 * ```
 */
export function compareSpc(values: Figures | null, options: CompareSpcOptions): SpcComparison {
  const sides = isPlain(options) ? { a: allListed(options.a), b: allListed(options.b) } : {}
  return call('compareSpc', { values: listed(values) }, isPlain(options) ? { ...allListed(options), ...sides } : options)
}

/** How a series is judged, and what an earlier extract said. */
export interface SpcHistoryOptions extends SeriesOptions {
  /**
   * An earlier extract of the same figures: `values`, `dates` where the figures of today have them (each date once), and
   * `denominators` of charts that have them. Left out: nothing to compare.
   */
  previous?: SpcExtract | undefined
}

/**
 * Tells which icon a series had at each past period, and how long today's has lasted. `then` is the icon as it was known,
 * from the points up to that period; `now` is what all points say of it with hindsight. With an earlier extract, what was
 * revised is told apart from what was added.
 *
 * At most 5,000 values where the settings need all points again for each period: run charts, `p_prime`, `u_prime`,
 * screening of moving ranges (which `nhsr-0.2.2` has on) and ties that are passed over.
 *
 * @example
 * ```js
 * import { spcHistory } from 'equipoise'
 *
 * const met = [91, 94, 90, 93, 92, 95, 91, 93, 94, 92, 90, 93, 97, 98, 97, 99, 98, 97]
 * const { then, now } = spcHistory(met, { improvement_direction: 'increase' }).periods[12]
 * console.log(then, now) // common_cause improvement_high
 * ```
 */
export function spcHistory(values: Figures | null, options: SpcHistoryOptions): SpcHistory {
  const given = isPlain(options) ? { ...allListed(options), previous: allListed(options.previous) } : options
  return call('spcHistory', { values: listed(values) }, given)
}

/** What stands beside values that are added to a series; at its start also how it is judged. */
export interface AppendOptions extends Partial<Omit<SeriesOptions, 'targets'>> {
  /** At the start: a number, or targets with days. Left out: there is no target. */
  targets?: number | readonly SpcTarget[] | undefined
}

/**
 * Judges the next values of a series, at a cost that does not grow with it. What is said of each value is what `spc` says
 * of the last of all values up to it, to the last bit. The state is plain data: keep it, as JSON say, and give it back
 * unchanged with the next values; null where a series starts. Places in `recalculate_at` and `ghosted` are those among the
 * values that are added.
 *
 * Refused are settings that need all points again: the charts `run`, `p_prime` and `u_prime`, screening of moving ranges
 * (which `nhsr-0.2.2` has on), ties that are passed over, and a target for each point.
 *
 * @example
 * ```js
 * import { spcAppend } from 'equipoise'
 *
 * const met = [91, 94, 90, 93, 92, 95, 91, 93, 94, 92, 90, 93, 97, 98, 97, 99, 98]
 * const { state } = spcAppend(null, met, { improvement_direction: 'increase' })
 * const { change } = spcAppend(state, [97])
 * console.log(change.from, change.to) // common_cause improvement_high
 * ```
 */
export function spcAppend(state: SpcState | null, values: Figures | null, options?: AppendOptions): SpcAppended {
  return call('spcAppend', { state, values: listed(values) }, allListed(options))
}

/**
 * Tells where new lines might start, with the evidence: a shift that lasts to the last point, the stretches before and
 * after, and the icons as they are and as they would be. Nothing is recalculated: new lines are for a change that was made,
 * is known and is expected to last.
 *
 * @example
 * ```js
 * import { suggestRecalculations } from 'equipoise'
 *
 * const waits = [1, 3, 2, 4, 1, 3, 2, 4, 1, 3, 2, 4, 8, 6, 9, 7, 8, 6, 9, 7, 8, 6, 9, 7]
 * const [one] = suggestRecalculations(waits, { improvement_direction: 'decrease' }).suggestions
 * console.log(one.index, one.icon, one.icon_after) // 12 concern_high common_cause
 * ```
 */
export function suggestRecalculations(values: Figures | null, options: SeriesOptions): RecalculationAdvice {
  return call('suggestRecalculations', { values: listed(values) }, allListed(options))
}

/** How members are put together, and how the whole is judged. */
export interface AggregateOptions extends Omit<SeriesOptions, 'dates' | 'denominators' | 'targets'> {
  /** `proportion`, `rate` or `count`. Left out: a proportion where rows have numerators or denominators, else a count. */
  kind?: AggregateKind | undefined
  /** Who is expected when. Left out: everybody who has a row, in every period. */
  members?: readonly MemberSpan[] | undefined
  /** A number, or targets with days. Left out: there is no target. */
  targets?: number | readonly SpcTarget[] | undefined
}

/**
 * Puts the figures of members together period by period, judges the whole, and tells what each member brings to its level
 * and to how far the last period is from what is usual. A missing or suppressed figure is never read as 0: the whole of its
 * period is then missing, or a range where the row states an upper bound.
 *
 * @example
 * ```js
 * import { aggregateSeries } from 'equipoise'
 *
 * const rows = [
 *   { organisation: 'RNA', period: '2023-03', numerator: 80, denominator: 100 },
 *   { organisation: 'RL4', period: '2023-03', numerator: 30, denominator: 100 },
 * ]
 * const { value, contributions } = aggregateSeries(rows, { improvement_direction: 'increase' })
 * console.log(value, contributions.map((row) => row.level)) // 0.55 [ 0.15, 0.4 ]
 * ```
 */
export function aggregateSeries(rows: readonly MemberFigure[], options: AggregateOptions): AggregatedSeries {
  return call('aggregateSeries', { rows }, allListed(options))
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

/** Options with lists in place of typed arrays. What is no object of fields is refused by the call. */
function allListed<Options>(options: Options): Options {
  if (!isPlain(options)) return options
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, listed(value)])) as Options
}
