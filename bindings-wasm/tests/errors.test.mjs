// What is thrown, and what is refused before it is printed.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { argumentsOf, importIn, installPackage, operations, vectors } from './project.mjs'

const equipoise = await importIn(await installPackage(), 'equipoise')
const { assess, check, describe: say, EquipoiseError, legend, rollUp, table } = equipoise

const all = vectors()
const { request } = all.find(({ operation, answer }) => operation === 'assess' && answer.answer)
const options = { as_at: request.as_at }
const programme = typeof request.document === 'string' ? JSON.parse(request.document) : request.document

/** The problems that a call throws, as "code path". */
function refused(call) {
  try {
    call()
  } catch (error) {
    assert.ok(error instanceof EquipoiseError, String(error.stack))
    for (const problem of error.problems) {
      assert.deepEqual(Object.keys(problem), ['code', 'path', 'value', 'accepted', 'message'])
    }
    return error.problems.map(({ code, path }) => `${code} ${path}`)
  }
  return assert.fail('nothing was thrown')
}

describe('EquipoiseError', () => {
  test('is an Error with all problems, the first code and a name', () => {
    assert.throws(
      () => assess({ ...programme, prioritys: [] }, options),
      (error) => {
        assert.ok(error instanceof Error && error instanceof EquipoiseError)
        assert.equal(error.name, 'EquipoiseError')
        assert.equal(error.code, 'unknown_field')
        assert.deepEqual(
          error.problems.map(({ code, path }) => [code, path]),
          [['unknown_field', '/prioritys']],
        )
        assert.equal(error.message, `/prioritys: ${error.problems[0].message}`)
        assert.ok(error.stack.includes('EquipoiseError: /prioritys'))
        return true
      },
    )
  })

  test('shows three problems and how many more there are', () => {
    const problems = Array.from({ length: 15 }, (_, n) => ({ code: 'wrong_date', path: `/${n}`, message: `is ${n}` }))
    assert.equal(new EquipoiseError(problems).message, '/0: is 0\n/1: is 1\n/2: is 2\nand 12 more')
    assert.equal(new EquipoiseError(problems.slice(0, 4)).message, '/0: is 0\n/1: is 1\n/2: is 2\nand 1 more')
    assert.equal(new EquipoiseError(problems.slice(0, 3)).message, '/0: is 0\n/1: is 1\n/2: is 2')
    assert.equal(new EquipoiseError([{ ...problems[0], path: '' }]).message, '(whole input): is 0')
  })

  test('check throws nothing for a faulty document', () => {
    const found = (data) => check(data).map(({ code, path }) => `${code} ${path}`)
    assert.deepEqual(check(programme), [])
    assert.deepEqual(found({ ...programme, prioritys: [] }), ['unknown_field /prioritys'])
    assert.deepEqual(found('{'), ['not_json '])
    assert.deepEqual(found({ a: NaN, b: [10n] }), ['not_a_number /a', 'big_integer /b/0'])
    assert.deepEqual(found(new Map()), ['not_plain_data '])
    assert.deepEqual(found(() => 1), ['not_plain_data '])
    assert.deepEqual(refused(() => check()), ['missing_field /document'])
    assert.deepEqual(refused(() => check(programme, { strict: true })), ['unknown_field /strict'])
  })
})

describe('refused before printing', () => {
  class Priority {
    id = 'a'
  }
  const loop = { list: [] }
  loop.list.push(loop)
  const holed = [1]
  holed[2] = 3

  const cases = [
    ['NaN', { priorities: [{ weight: NaN }] }, 'not_a_number /priorities/0/weight', 'NaN'],
    ['Infinity', { a: Infinity }, 'not_a_number /a', 'Infinity'],
    ['-Infinity', { a: -Infinity }, 'not_a_number /a', '-Infinity'],
    ['undefined in a list', { a: [1, undefined] }, 'undefined_value /a/1'],
    ['a hole in a list', { a: holed }, 'undefined_value /a/1'],
    ['BigInt', { a: { b: 10n } }, 'big_integer /a/b'],
    ['Date', { as_at: new Date(0) }, 'date_object /as_at'],
    ['a wrong Date', { as_at: new Date(NaN) }, 'date_object /as_at'],
    ['a Date of another context', { a: runInNewContext('new Date(0)') }, 'date_object /a'],
    ['Map', { a: new Map() }, 'not_plain_data /a'],
    ['Set', { a: [new Set()] }, 'not_plain_data /a/0'],
    ['a function', { a: () => 1 }, 'not_plain_data /a'],
    ['a symbol', { a: Symbol('a') }, 'not_plain_data /a'],
    ['an instance of a class', { priorities: [new Priority()] }, 'not_plain_data /priorities/0'],
    ['a typed array', { a: new Float64Array(2) }, 'not_plain_data /a'],
    ['a boxed number', { a: Object(1) }, 'not_plain_data /a'],
    ['a regular expression', { a: /a/ }, 'not_plain_data /a'],
    ['an object of the language', { a: Math }, 'not_plain_data /a'],
    ['arguments', { a: (function () { return arguments })(1) }, 'not_plain_data /a'],
    ['a promise', { a: Promise.resolve() }, 'not_plain_data /a'],
    ['an object with fields from another', { a: Object.create({ b: 1 }) }, 'not_plain_data /a'],
    ['toJSON', { a: { toJSON: () => 1 } }, 'not_plain_data /a/toJSON'],
    ['half a character', { a: 'x\ud800' }, 'not_plain_data /a'],
    ['half a character in a key', { a: { '\udc00': 1 } }, 'not_plain_data /a'],
    ['a cycle', { a: loop }, 'cycle_in_data /a/list/0'],
    ['a pointer with / and ~', { 'a/b': { 'c~d': NaN } }, 'not_a_number /a~1b/c~0d', 'NaN'],
  ]
  for (const [title, data, expected, value = null] of cases) {
    test(title, () => {
      assert.deepEqual(refused(() => assess(data, options)), [expected])
      assert.equal(check(data)[0].value, value)
    })
  }

  test('every function looks at its arguments', () => {
    assert.deepEqual(refused(() => rollUp([{ id: 'a', level: 'green', weight: NaN }])), ['not_a_number /items/0/weight'])
    assert.deepEqual(refused(() => table({ items: [10n] })), ['big_integer /result/items/0'])
    assert.deepEqual(refused(() => say({ items: [new Date()] })), ['date_object /result/items/0'])
  })

  test('every function that prioritises and that checks representation, in arguments and in options', () => {
    const exercise = { criteria: [], proposals: [], scores: [{ score: NaN }] }
    const { prioritise, compareRounds, deriveWeights, scoreMatrix, selectPortfolio } = equipoise
    const { checkRepresentation, apportion, checkQuorum, tallyVotes, reviewRotation, measureVotingPower } = equipoise
    const calls = [
      [() => prioritise(exercise, { voice: { RNA: NaN } }), 'not_a_number /exercise/scores/0/score', 'not_a_number /voice/RNA'],
      [() => prioritise({ scores: [undefined] }, { seed: 1n }), 'undefined_value /exercise/scores/0', 'big_integer /seed'],
      [() => compareRounds(exercise, {}), 'not_a_number /before/scores/0/score'],
      [() => compareRounds({}, exercise), 'not_a_number /after/scores/0/score'],
      [() => deriveWeights({ cost: NaN }, { method: 'roc' }), 'not_a_number /statements/cost'],
      [() => deriveWeights([undefined], { method: 'ahp' }), 'undefined_value /statements/0'],
      [() => scoreMatrix([[1, NaN]], { weights: [1, undefined] }), 'not_a_number /matrix/0/1', 'undefined_value /weights/1'],
      [() => scoreMatrix([new Float64Array(2)], {}), 'not_plain_data /matrix/0'],
      [() => selectPortfolio([undefined], { budget: Infinity }), 'undefined_value /proposals/0', 'not_a_number /budget'],
      [() => checkRepresentation({ RNA: NaN }, { wte: { RNA: NaN } }), 'not_a_number /counts/RNA', 'not_a_number /wte/RNA'],
      [() => apportion(NaN, { RNA: 10n }), 'not_a_number /seats', 'big_integer /weights/RNA'],
      [() => checkQuorum({ fraction: NaN }, { present: [undefined] }), 'not_a_number /rule/fraction', 'undefined_value /present/0'],
      [() => tallyVotes({ rule: Symbol('a') }, { votes: [undefined] }), 'not_plain_data /rule/rule', 'undefined_value /votes/0'],
      [() => reviewRotation([{ on: new Date(0) }], { as_at: new Date(0) }), 'date_object /history/0/on', 'date_object /as_at'],
      [() => measureVotingPower({ RNA: Infinity }, { quota: NaN }), 'not_a_number /weights/RNA', 'not_a_number /quota'],
    ]
    for (const [call, ...expected] of calls) assert.deepEqual(refused(call), expected)
    assert.equal(new Set(calls.map(([call]) => /=> (\w+)\(/.exec(call)[1])).size, 11)
  })

  test('an argument left out, one beside, and options that are none', () => {
    for (const [operation, { name, positional }] of Object.entries(operations)) {
      if (name === 'check') continue // its answer is problems: see above
      const vector = all.find((vector) => vector.operation === operation && !vector.answer.problems)
      const given = argumentsOf(vector).slice(0, positional.length)
      const options = Object.fromEntries(Object.entries(vector.request).filter(([key]) => !positional.includes(key)))
      assert.deepEqual(refused(() => equipoise[name](...given, { ...options, not_there: 1 })), ['unknown_field /not_there'], name)
      assert.deepEqual(refused(() => equipoise[name](...given, [1])), ['not_plain_data '], name)
      for (const [place, key] of positional.entries()) {
        const twice = refused(() => equipoise[name](...given, { ...options, [key]: vector.request[key] }))
        assert.deepEqual(twice, [`unknown_field /${key}`], name)
        if (operation === 'spc_append') continue // a series begins without a state, and events have dates alone
        const missing = refused(() => equipoise[name](...given.with(place, undefined), options))
        assert.deepEqual(missing, [`missing_field /${key}`], name)
      }
    }
  })

  test('options too, by their name', () => {
    assert.deepEqual(refused(() => assess(programme, { as_at: new Date() })), ['date_object /as_at'])
    assert.deepEqual(refused(() => assess(programme, { ...options, policy: { red_share: NaN } })), [
      'not_a_number /policy/red_share',
    ])
    assert.deepEqual(refused(() => assess(programme, '2026-03-31')), ['not_plain_data '])
    assert.deepEqual(refused(() => assess(programme, null)), ['not_plain_data '])
    assert.deepEqual(refused(() => assess(programme, { ...options, document: programme })), ['unknown_field /document'])
    assert.deepEqual(refused(() => assess(programme, { ...options, asat: '2026-03-31' })), ['unknown_field /asat'])
    assert.deepEqual(refused(() => assess(programme)), ['missing_field /as_at'])
  })

  test('all of them at once, in order', () => {
    const found = refused(() => assess({ a: NaN, b: [10n, undefined] }, { as_at: new Date() }))
    assert.deepEqual(found, ['not_a_number /a', 'big_integer /b/0', 'undefined_value /b/1', 'date_object /as_at'])
  })

  test('data nested without end does not use up the stack', () => {
    let deep = {}
    for (let level = 0; level < 100_000; level += 1) deep = { a: deep }
    const [problem, ...more] = refused(() => assess({ deep }, options))
    assert.equal(problem, `too_deep /deep${'/a'.repeat(64)}`)
    assert.deepEqual(more, [])
  })
})

describe('not refused', () => {
  const expected = assess(programme, options)

  test('fields that are undefined are absent', () => {
    assert.deepEqual(assess({ ...programme, extra: undefined }, { ...options, policy: undefined }), expected)
  })

  test('objects without a prototype, and those of another context', () => {
    assert.deepEqual(assess(Object.assign(Object.create(null), programme), options), expected)
    assert.deepEqual(assess(runInNewContext(`(${JSON.stringify(programme)})`), options), expected)
  })

  test('one object in two places', () => {
    const one = { id: 'x' }
    for (const problem of check({ a: one, b: [one, one] })) assert.notEqual(problem.code, 'cycle_in_data')
  })

  test('frozen data, which stays as it was', () => {
    const text = JSON.stringify(programme)
    const frozen = JSON.parse(text, (_key, value) => Object.freeze(value))
    assert.deepEqual(assess(frozen, options), expected)
    assert.equal(JSON.stringify(frozen), text)
  })

  test('answers are new objects at every call', () => {
    const first = legend()
    first[0].word = 'changed'
    assert.notDeepEqual(legend(), first)
  })
})
