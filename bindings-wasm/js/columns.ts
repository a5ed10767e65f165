import { call, loadedFor, printed, read, refuse } from './call.js'
import { isPlain } from './plain.js'
import type { AssuranceIcon, ConflictRule, ImprovementDirection, JudgedTable, LongTable, PointStatus } from './types.js'
import type { SpcChart, SpcPreset, SpcRule, SpcSettings, VariationIcon } from './types.js'
import type { SeriesOptions } from './variation.js'

/** A long table as typed arrays, each with one entry for each row. */
export interface SpcTableColumns {
  /** The name of the row's series; or its number, from 0 without gaps. */
  series: readonly string[] | Uint32Array
  /** The values. NaN is refused, unless `valid` says that the value is missing. */
  value: Float64Array
  /** When: whole numbers that grow with time, such as days since 1970. Left out: the order of rows. */
  period?: Float64Array | Float32Array | Int32Array | Uint32Array | undefined
  /** 0 where the value is missing. */
  valid?: Uint8Array | undefined
  /** What the values are counted of, NaN where there is none: of `p`, `u`, `p_prime` and `u_prime`. */
  denominator?: Float64Array | undefined
  /** The target in force; NaN where there is none. */
  target?: Float64Array | undefined
  /** Not 0 for a point that is left out of all but the picture. */
  ghosted?: Uint8Array | undefined
  /** Not 0 for a point at which a new partition starts. */
  recalculate?: Uint8Array | undefined
  /** Which way is better, the same in all rows of a series. Left out: that of the options. */
  improvement_direction?: readonly ImprovementDirection[] | undefined
}

/** What columns say row by row. */
type OfRows = 'dates' | 'denominators' | 'targets' | 'recalculate_at' | 'ghosted'

/** How the series of a table are judged: as of `spc`, with one target for all rows where no column has targets. */
export interface SpcTableOptions extends Omit<SeriesOptions, OfRows> {
  /** One target for all rows. Left out: there is none, or a column has it. */
  targets?: number | undefined
  /** Also the lines of every row, its value or rate and its moving range. Left out: no. */
  lines?: boolean | undefined
  /** Also in which order to look at the series. Left out: yes. */
  look_first?: boolean | undefined
  /** WebAssembly has one thread; the option is there because other languages have it. */
  one_thread?: boolean | undefined
}

/** A column of words: `words[codes[row]]` is the word of a row, or null. */
export interface Coded<Word> {
  codes: Uint8Array
  words: readonly (Word | null)[]
}

/** What is said of every row. */
export interface TypedPoints {
  status: Coded<PointStatus>
  /** The rules fired: bit `i` is `rule_names[i]`. */
  rules: Uint8Array
  rule_names: readonly SpcRule[]
  /** What stands here and below was asked for with `lines`. A number that is not there is NaN. */
  value?: Float64Array
  partition?: Uint32Array
  mean?: Float64Array
  lower_limit?: Float64Array
  lower_two_sigma?: Float64Array
  lower_one_sigma?: Float64Array
  upper_one_sigma?: Float64Array
  upper_two_sigma?: Float64Array
  upper_limit?: Float64Array
  moving_range?: Float64Array
  mean_moving_range?: Float64Array
  moving_range_limit?: Float64Array
  /** 1 where rules of both sides fired. */
  conflict?: Uint8Array
}

/** What is said of every series. A number that is not there is NaN, and a row 4294967295. */
export interface TypedSeries {
  series: readonly (string | number)[]
  n: Uint32Array
  variation: Coded<VariationIcon>
  assurance: Coded<AssuranceIcon>
  /** The row since which the last point's side holds without a break. */
  since: Uint32Array
  /** The row of the last point that counts. */
  last: Uint32Array
  rules: Uint8Array
  value: Float64Array
  mean: Float64Array
  lower_limit: Float64Array
  upper_limit: Float64Array
  target: Float64Array
  /** 1 where a run chart takes the chart's place. */
  run_chart: Uint8Array
  /** 1 where two points have the same period. */
  duplicates: Uint8Array
  chance: Float64Array
  discovery: Float64Array
  /** 1 for the least chance; 0 where nothing is said. */
  look_first: Uint32Array
}

/** A long table, judged. */
export interface TypedTable {
  points: TypedPoints
  series: TypedSeries
  expected_false_signals: number
  /** The rules. */
  preset: SpcPreset
  /** Every setting: the preset, with what was set apart. */
  options: SpcSettings
  chart: SpcChart
  /** What wins where rules of equal rank speak for both sides. */
  conflict: ConflictRule
}

const OF_SERIES = ['n', 'variation', 'assurance', 'since', 'last', 'rules', 'value', 'mean', 'lower_limit'].concat([
  'upper_limit',
  'target',
  'run_chart',
  'duplicates',
  'chance',
  'discovery',
  'look_first',
])
const OF_LINES = ['value', 'partition', 'mean', 'lower_limit', 'lower_two_sigma', 'lower_one_sigma'].concat([
  'upper_one_sigma',
  'upper_two_sigma',
  'upper_limit',
  'moving_range',
  'mean_moving_range',
  'moving_range_limit',
  'conflict',
])

/**
 * Judges many series of one long table, each as `spc` does. A long table has a row for each point; rows may come in any
 * order, and those of one series are put in the order of their periods.
 *
 * Typed arrays give typed arrays, at a cost of little more than the calculation; a million rows take a fraction of a
 * second. Plain lists give plain lists, with words in them, which `table`, `csv` and `describe` take.
 *
 * @example
 * ```js
 * import { spcTable } from 'equipoise'
 *
 * const value = Float64Array.of(7, 5, 6, 7, 5, 6, 7, 5, 6, 7, 5, 6, 7, 12)
 * const { series } = spcTable({ series: Array(14).fill('Skin'), value }, { improvement_direction: 'decrease' })
 * console.log(series.variation.words[series.variation.codes[0]]) // concern_high
 * ```
 */
export function spcTable(columns: SpcTableColumns, options: SpcTableOptions): TypedTable
export function spcTable(columns: LongTable, options: SpcTableOptions): JudgedTable
export function spcTable(
  columns: SpcTableColumns | LongTable,
  options: SpcTableOptions,
): TypedTable | JudgedTable {
  if (!isPlain(columns) || !(columns.value instanceof Float64Array)) return call('spcTable', { columns }, options)
  const module = loadedFor('spcTable')
  const given = checked(columns as unknown as SpcTableColumns)
  const [series, names] = numbered(given.series)
  const answer = module.spcTableColumns(
    printed(options),
    series,
    names.length,
    given.value,
    given.period === undefined ? null : Float64Array.from(given.period),
    given.valid ?? null,
    given.denominator ?? null,
    given.target ?? null,
    given.ghosted ?? null,
    given.recalculate ?? null,
    given.improvement_direction === undefined ? null : directions(given.improvement_direction),
  )
  return Array.isArray(answer) ? laidOut(answer, names) : read(String(answer))
}

const TYPES: Record<string, readonly { readonly name: string }[]> = {
  series: [Array, Uint32Array],
  value: [Float64Array],
  period: [Float64Array, Float32Array, Int32Array, Uint32Array],
  valid: [Uint8Array],
  denominator: [Float64Array],
  target: [Float64Array],
  ghosted: [Uint8Array],
  recalculate: [Uint8Array],
  improvement_direction: [Array],
}

const DIRECTIONS: readonly ImprovementDirection[] = ['increase', 'decrease', 'neutral']

/** Columns of the types that they should have, and no others. */
function checked(columns: SpcTableColumns): SpcTableColumns {
  for (const [name, column] of Object.entries(columns)) {
    const types = TYPES[name]
    const path = `/columns/${name}`
    if (types === undefined) {
      const accepted = Object.keys(TYPES).join(', ')
      const message = `the field “${name}” is not known here`
      refuse([{ code: 'unknown_field', path, value: null, accepted, message }])
    }
    const kind: string = column?.constructor?.name ?? String(column)
    if (column !== undefined && !types.some((type) => type.name === kind)) {
      const accepted = `one of: ${types.map((type) => type.name).join(', ')}`
      refuse([{ code: 'wrong_type', path, value: null, accepted, message: `this is ${kind}` }])
    }
  }
  if (columns.series === undefined) {
    const message = 'the field “series” is required'
    refuse([{ code: 'missing_field', path: '/columns/series', value: null, accepted: 'names or numbers', message }])
  }
  return columns
}

/** Numbers of series from 0, and what each number stands for. */
function numbered(series: readonly string[] | Uint32Array): [Uint32Array, (string | number)[]] {
  if (series instanceof Uint32Array) {
    let most = 0
    // A call for each row would take longer than judging it.
    for (let row = 0; row < series.length; row += 1) most = Math.max(most, (series[row] ?? 0) + 1)
    // More series than rows are refused by the core; a list of their numbers would be long before that.
    return [series, Array.from({ length: Math.min(most, series.length + 1) }, (_, number) => number)]
  }
  const known = new Map<string, number>()
  const numbers = Uint32Array.from(series, (name, row) => {
    if (typeof name !== 'string') {
      const message = 'this is no text'
      refuse([{ code: 'wrong_type', path: `/columns/series/${row}`, value: null, accepted: 'a text', message }])
    }
    const number = known.get(name) ?? known.size
    if (number === known.size) known.set(name, number)
    return number
  })
  return [numbers, [...known.keys()]]
}

/** Each direction as its place in the list of them. */
function directions(column: readonly ImprovementDirection[]): Uint8Array {
  return Uint8Array.from(column, (direction, row) => {
    const place = DIRECTIONS.indexOf(direction)
    if (place < 0) {
      const [path, accepted] = [`/columns/improvement_direction/${row}`, `one of: ${DIRECTIONS.join(', ')}`]
      refuse([{ code: 'unknown_word', path, value: String(direction), accepted, message: 'this is no direction' }])
    }
    return place
  })
}

/** The columns of an answer by their names. */
function laidOut(answer: unknown[], names: (string | number)[]): TypedTable {
  const [expected, judged, statuses, variations, assurances, rule_names, ...columns] = answer
  const series = Object.fromEntries(OF_SERIES.map((name, place) => [name, columns[place]]))
  const [status, rules, ...lines] = columns.slice(OF_SERIES.length)
  const ofLines = Object.fromEntries(lines.map((column, place) => [OF_LINES[place], column]))
  // 0 stands for no word.
  const coded = <Word>(codes: unknown, words: unknown): Coded<Word> => ({
    codes: codes as Uint8Array,
    words: [null, ...(words as Word[])],
  })
  return {
    points: {
      status: coded(status, statuses),
      rules: rules as Uint8Array,
      rule_names: rule_names as SpcRule[],
      ...ofLines,
    },
    series: {
      ...(series as unknown as TypedSeries),
      series: names,
      variation: coded(series.variation, variations),
      assurance: coded(series.assurance, assurances),
    },
    expected_false_signals: expected as number,
    ...(read(String(judged)) as Pick<TypedTable, 'preset' | 'options' | 'chart' | 'conflict'>),
  }
}
