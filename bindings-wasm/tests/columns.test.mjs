// Long tables: typed arrays give what lists give, and what is no column is refused with its place.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importIn, installPackage } from './project.mjs'

const { EquipoiseError, spcTable } = await importIn(await installPackage(), 'equipoise')

const falls = [92.49, 92.03, 92.04, 92.7, 92.98, 92.59, 92.39, 92.46, 92.2, 92.8, 92.1, 92.6, 91.2, 91.1, 91, 90.9]
const rises = [14, 15, 13, 16, 15, 14, 15, 16, 14, 13, 15, 14, 17, 18, 19, 25]
const rows = falls.flatMap((value, month) => [
  { series: 'RBK', period: month, value },
  { series: 'RKB', period: month, value: rises[month] },
  ...(month < 3 ? [{ series: 'RWP', period: month, value: 5 }] : []),
])
const lists = { series: rows.map((row) => row.series), value: rows.map((row) => row.value) }
const typed = { series: lists.series, value: Float64Array.from(lists.value), period: Int32Array.from(rows, (row) => row.period) }
const about = { improvement_direction: 'increase', targets: 92, lines: true }

/** Words in place of codes. */
const words = ({ codes, words }) => Array.from(codes, (code) => words[code])
/** Rules by their names. */
const rules = (column, names) => Array.from(column, (bits) => names.filter((_, bit) => (bits >> bit) & 1))
/** Null in place of what stands for nothing. */
const plain = (column) => Array.from(column, (one) => (Number.isNaN(one) || one === 4294967295 ? null : one))
const flags = (column) => Array.from(column, (flag) => flag !== 0)

test('typed arrays say what lists say', () => {
  const expected = spcTable(lists, about)
  const answer = spcTable(typed, about)
  const { points, series } = answer
  assert.deepEqual(words(series.variation), ['concern_low', 'improvement_high', null])
  assert.deepEqual(words(series.assurance), ['hit_or_miss', 'fail', null])
  assert.deepEqual(words(points.status), expected.points.status)
  assert.deepEqual(rules(points.rules, points.rule_names), expected.points.rules)
  assert.deepEqual(flags(points.conflict), expected.points.conflict)
  const lines = ['value', 'partition', 'mean', 'lower_limit', 'lower_two_sigma', 'lower_one_sigma', 'upper_one_sigma']
  for (const name of [...lines, 'upper_two_sigma', 'upper_limit', 'moving_range', 'mean_moving_range', 'moving_range_limit']) {
    assert.deepEqual(plain(points[name]), expected.points[name], name)
  }
  assert.deepEqual(series.series, expected.series.series)
  assert.deepEqual(words(series.variation), expected.series.variation)
  assert.deepEqual(words(series.assurance), expected.series.assurance)
  assert.deepEqual(rules(series.rules, points.rule_names), expected.series.rules)
  for (const name of ['n', 'since', 'last', 'value', 'mean', 'lower_limit', 'upper_limit', 'target', 'chance', 'discovery']) {
    assert.deepEqual(plain(series[name]), expected.series[name], name)
  }
  for (const name of ['run_chart', 'duplicates']) assert.deepEqual(flags(series[name]), expected.series[name], name)
  assert.deepEqual(Array.from(series.look_first, (place) => place || null), expected.series.look_first)
  assert.equal(answer.expected_false_signals, expected.expected_false_signals)
  for (const name of ['preset', 'options', 'chart', 'conflict']) assert.deepEqual(answer[name], expected[name], name)
})

test('each series has its own direction', () => {
  const improvement_direction = lists.series.map((name) => (name === 'RBK' ? 'decrease' : 'increase'))
  const { series } = spcTable({ ...typed, improvement_direction }, { improvement_direction: 'neutral' })
  assert.deepEqual(words(series.variation), ['improvement_low', 'improvement_high', null])
  const wrong = improvement_direction.with(3, 'upwards')
  assert.throws(
    () => spcTable({ ...typed, improvement_direction: wrong }, { improvement_direction: 'neutral' }),
    ({ problems: [one] }) => one.code === 'unknown_word' && one.path === '/columns/improvement_direction/3',
  )
})

test('numbers stand for series, and rows may come in any order', () => {
  const order = rows.map((_, row) => row).sort((a, b) => ((a * 7919) % 31) - ((b * 7919) % 31))
  const numbers = { RBK: 0, RKB: 1, RWP: 2 }
  const { series } = spcTable(
    {
      series: Uint32Array.from(order, (row) => numbers[rows[row].series]),
      value: Float64Array.from(order, (row) => rows[row].value),
      period: Float64Array.from(order, (row) => rows[row].period),
    },
    { improvement_direction: 'increase' },
  )
  assert.deepEqual(series.series, [0, 1, 2])
  assert.deepEqual(words(series.variation), ['concern_low', 'improvement_high', null])
})

test('every column is read', () => {
  const value = Float64Array.of(9, 11, 10, 12, 9, 10, 11, 12, 10, 9, 11, 10, 12, 30, 31, 32)
  const flag = (...set) => Uint8Array.from(value, (_, place) => Number(set.includes(place)))
  const columns = {
    series: Array(16).fill('A'),
    value: value.with(3, NaN),
    valid: flag(0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
    denominator: Float64Array.from(value, () => 100),
    target: Float64Array.from(value, (_, place) => (place < 4 ? NaN : 0.05)),
    ghosted: flag(2),
    recalculate: flag(12),
  }
  const { points, series } = spcTable(columns, { improvement_direction: 'decrease', chart: 'p', lines: true })
  assert.deepEqual(Array.from(series.n), [14])
  assert.deepEqual(Array.from(series.target), [0.05])
  assert.deepEqual(Array.from(points.partition), [...Array(12).fill(1), ...Array(4).fill(2)])
  assert.deepEqual([points.status.codes[2], points.status.codes[3]], [0, 0])
  assert.equal(points.value[0], 0.09)
})

test('what is no column is refused with its place', () => {
  const increase = { improvement_direction: 'increase' }
  const refused = (columns, options = increase) => {
    try {
      spcTable({ series: ['A', 'A'], value: Float64Array.of(1, 2), ...columns }, options)
    } catch (error) {
      assert.ok(error instanceof EquipoiseError, String(error.stack))
      return error.problems.map(({ code, path }) => `${code} ${path}`)
    }
    return assert.fail('nothing was thrown')
  }
  assert.deepEqual(refused({ value: Float64Array.of(1, NaN) }), ['not_a_number /columns/value/1'])
  assert.deepEqual(refused({ period: [1, 2] }), ['wrong_type /columns/period'])
  assert.deepEqual(refused({ period: Int32Array.of(1) }), ['wrong_length /columns/period'])
  assert.deepEqual(refused({ series: undefined }), ['missing_field /columns/series'])
  assert.deepEqual(refused({ series: ['A', 3] }), ['wrong_type /columns/series/1'])
  assert.deepEqual(refused({ values: [1] }), ['unknown_field /columns/values'])
  assert.deepEqual(refused({ series: Uint32Array.of(0, 7) }), ['out_of_range /columns/series', 'out_of_range /columns/series/1'])
  assert.deepEqual(refused({}, { ...increase, options: { shifts: 7 } }), ['unknown_field /options/shifts'])
  assert.deepEqual(refused({}, {}), ['missing_field /improvement_direction'])
  assert.deepEqual(refused({}, []), ['not_plain_data '])
})
