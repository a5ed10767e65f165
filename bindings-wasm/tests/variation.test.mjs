// Series: typed arrays stand for lists, and what is no column is refused with its place.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importIn, installPackage } from './project.mjs'

const { EquipoiseError, compareSpc, icon, spc, spcAppend, spcHistory } = await importIn(await installPackage(), 'equipoise')

const values = [91, 94, 90, 93, 92, 95, 91, 93, 94, 92, 90, 93, 97, 98, 97, 99, 98, 97]
const increase = { improvement_direction: 'increase' }

/** The problems that a call throws, as "code path". */
function refused(...given) {
  try {
    spc(...given)
  } catch (error) {
    assert.ok(error instanceof EquipoiseError, String(error.stack))
    return error.problems.map(({ code, path }) => `${code} ${path}`)
  }
  return assert.fail('nothing was thrown')
}

test('typed arrays stand for lists', () => {
  for (const Kind of [Float64Array, Float32Array, Int32Array, Uint32Array, Int8Array, Uint8Array]) {
    const column = Kind.from(values)
    assert.deepEqual(spc(column, increase), spc(values, increase), Kind.name)
    assert.deepEqual(column, Kind.from(values))
  }
  const lists = { ...increase, chart: 'p', denominators: values.map((value) => value + 9), targets: values.map(() => 0.5) }
  const columns = { denominators: Int32Array.from(lists.denominators), targets: Float64Array.from(lists.targets) }
  assert.deepEqual(spc(values, { ...lists, ...columns }), spc(values, lists))
  const points = { ...increase, recalculate_at: [6, 12], ghosted: [3] }
  const typed = { recalculate_at: Uint32Array.from([6, 12]), ghosted: Uint8Array.from([3]) }
  assert.equal(spc(values, points).partitions.length, 3)
  assert.deepEqual(spc(values, { ...points, ...typed }), spc(values, points))
})

test('what JSON cannot hold is refused with its place', () => {
  assert.deepEqual(refused(Float64Array.of(1, NaN, 3), increase), ['not_a_number /values/1'])
  assert.deepEqual(refused([1, undefined, 3], increase), ['undefined_value /values/1'])
  assert.deepEqual(refused([1, , 3], increase), ['undefined_value /values/1'])
  assert.deepEqual(refused(BigInt64Array.of(1n), increase), ['big_integer /values/0'])
  assert.deepEqual(refused([1], { ...increase, targets: Float64Array.of(Infinity) }), ['not_a_number /targets/0'])
  assert.deepEqual(refused([1], { ...increase, dates: [new Date(0)] }), ['date_object /dates/0'])
  assert.deepEqual(refused(new DataView(new ArrayBuffer(8)), increase), ['not_plain_data /values'])
  assert.deepEqual(refused(new ArrayBuffer(8), increase), ['not_plain_data /values'])
})

test('options are an object of fields', () => {
  for (const options of [null, 1, [], values.values()]) assert.deepEqual(refused(values, options), ['not_plain_data '])
  assert.deepEqual(refused(values), ['missing_field /improvement_direction'])
  assert.deepEqual(refused(values, { ...increase, values }), ['unknown_field /values'])
  assert.deepEqual(refused(values, { ...increase, options: { shifts: 7 } }), ['unknown_field /options/shifts'])
  assert.deepEqual(spc(values, { ...increase, targets: undefined }), spc(values, increase))
})

test('days between events from their dates alone', () => {
  const dates = ['2023-01-05', '2023-01-19', '2023-02-20']
  const { points } = spc(null, { ...increase, chart: 't', dates })
  assert.deepEqual(points.map(({ value }) => value), [null, 14, 32])
})

test('every icon of an answer can be drawn', () => {
  const { variation, assurance } = spc(values, { ...increase, targets: 95 })
  for (const name of [variation.icon, assurance.icon, 'run_chart']) {
    const drawn = icon(name)
    assert.equal(drawn.name, name)
    assert.ok(drawn.svg.includes(`<title>${drawn.title}</title>`))
  }
  assert.throws(() => icon('arrow'), { code: 'unknown_word' })
})

test('a series goes on from its state as JSON', () => {
  let { state } = spcAppend(null, values.slice(0, 15), { ...increase, targets: 95 })
  for (let place = 15; place < values.length; place += 1) {
    const added = spcAppend(JSON.parse(JSON.stringify(state)), Float64Array.of(values[place]))
    const whole = spc(values.slice(0, place + 1), { ...increase, targets: 95 })
    assert.deepEqual(added.points, whole.points.slice(-1))
    assert.deepEqual(added.assurance, whole.assurance)
    state = added.state
  }
})

test('typed arrays stand for lists in what stands beside a series', () => {
  const b = { ghosted: [3], targets: values.map(() => 95) }
  const typed = { ghosted: Uint8Array.of(3), targets: Float64Array.from(b.targets) }
  assert.deepEqual(compareSpc(values, { ...increase, a: {}, b: typed }), compareSpc(values, { ...increase, a: {}, b }))
  const previous = { values: Float64Array.from(values.slice(0, 15)) }
  assert.equal(spcHistory(values, { ...increase, previous }).revision.added, 3)
})
