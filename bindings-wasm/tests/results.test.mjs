// Every result of an operation, as rows and in sentences.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { answerOf, importIn, installPackage, operations, vectors } from './project.mjs'

const equipoise = await importIn(await installPackage(), 'equipoise')
const all = vectors()

/** The tables of each result, the default first, with a column of its own that each has. */
const tables = {
  compare: { items: 'caused_by', nodes: 'counts_red', findings: 'sentence' },
  history: { nodes: 'as_reported', items: 'slip_days', dates: 'headline' },
  calibrate: { rows: 'lower', months: 'to_come' },
  prioritise: {
    ranking: 'mid_rank',
    weights: 'effective',
    voices: 'share_of_scorers',
    alternatives: 'leniency_adjusted',
    leave_one_out: 'left_out',
    scorers: 'left_out',
    acceptability: 'confidence',
    cut_line: 'standing',
    disagreement: 'spread',
    pairs: 'tau_b',
    interests: 'rank_without',
    home_advantage: 'advantage',
    findings: 'sentence',
  },
  compare_rounds: { rows: 'presence', weights: 'before' },
  derive_weights: { weights: 'normalised', findings: 'sentence' },
  score_matrix: { rows: 'score', findings: 'sentence' },
  select_portfolio: {
    proposals: 'in_best',
    frontier: 'proposals',
    best_sets: 'proposals',
    findings: 'sentence',
  },
  check_representation: {
    organisations: 'best_possible',
    moves: 'posts',
    indices: 'rescaled',
    findings: 'sentence',
  },
  apportion: { organisations: 'drawn', trace: 'given' },
  check_quorum: { rules: 'short_by', not_counted: 'reason', findings: 'sentence' },
  tally_votes: { totals: 'votes', findings: 'sentence' },
  review_rotation: { balance: 'waiting_days', findings: 'sentence' },
  spc: { points: 'upper_limit', partitions: 'mean_moving_range', findings: 'sentence', mdc: 'UpperProcessLimit' },
  spc_table: { series: 'look_first', points: 'status' },
  compare_spc: { points: 'a_status', settings: 'setting', icons: 'icon', lines: 'a_mean' },
  spc_history: { periods: 'then', revised: 'before', icons: 'cause' },
  spc_append: { points: 'upper_limit' },
  suggest_recalculations: { suggestions: 'run' },
  aggregate_series: {
    members: 'to_signal',
    periods: 'lower',
    contributions: 'level',
    points: 'upper_limit',
    findings: 'sentence',
  },
  measure_voting_power: { organisations: 'shapley_shubik', findings: 'sentence' },
  roll_up: { roll_up: 'coverage', findings: 'sentence' },
  from_rows: { problems: 'message', columns: 'certainty' },
  parse_period: { '': 'period' },
  guard: { guarded: 'columns', allowed: 'reason' },
  redact: { redacted: 'token', mentions: 'value' },
}

for (const [operation, columns] of Object.entries(tables)) {
  const results = all
    .filter((vector) => vector.operation === operation)
    .map((vector) => answerOf(equipoise, vector).answer)
    .filter((answer) => answer !== undefined)

  describe(operations[operation].name, () => {
    test('is said in sentences', () => {
      assert.ok(results.length > 0)
      for (const result of results) {
        const sentences = equipoise.describe(result)
        assert.ok(sentences.length > 0)
        for (const sentence of sentences) assert.match(sentence, /^\S.*\.$/)
      }
    })

    for (const [name, column] of Object.entries(columns)) {
      test(`has the table ${name || 'without a name'}`, () => {
        const made = results.map((result) => equipoise.table(result, name === '' ? {} : { name }))
        assert.ok(made.some((rows) => rows.length > 0))
        for (const rows of made) {
          for (const row of rows) {
            assert.deepEqual(Object.keys(row), Object.keys(rows[0]))
            assert.ok(column in row, `${column} is among ${Object.keys(row)}`)
            for (const cell of Object.values(row)) assert.ok(cell === null || typeof cell !== 'object')
          }
        }
      })
    }

    test('has its first table when none is named, and no others', () => {
      const [first] = Object.keys(columns)
      for (const result of results) {
        if (first !== '') assert.deepEqual(equipoise.table(result), equipoise.table(result, { name: first }))
        assert.throws(() => equipoise.table(result, { name: 'nothing' }), { code: 'unknown_word' })
      }
    })
  })
}

/** What gives a text: how each begins and ends, if there is anything. */
const texts = { csv: /^(|[^]*\r\n)$/, html: /^<!doctype html>\n[^]*<\/html>\n$/ }

for (const [operation, whole] of Object.entries(texts)) {
  test(`${operation} gives a text`, () => {
    const results = all
      .filter((vector) => vector.operation === operation)
      .map((vector) => answerOf(equipoise, vector).answer)
      .filter((answer) => answer !== undefined)
    assert.ok(results.length > 1)
    for (const result of results) assert.match(result, whole)
  })
}

test('no operation is left out', () => {
  const status = ['check', 'assess', 'snapshot', 'verify_snapshots', 'table', 'chart', 'describe', 'legend', 'icon']
  assert.deepEqual([...status, ...Object.keys(texts), ...Object.keys(tables)].sort(), Object.keys(operations).sort())
})
