// The types, as a TypeScript project of a user sees them.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { here, installPackage, operations } from './project.mjs'

const project = await installPackage()

/** Compiles one file of a user; gives what the compiler says. */
function compile(text, options = {}) {
  const strict = { target: 'es2022', lib: ['es2022'], types: [], strict: true, skipLibCheck: false, noEmit: true }
  const compilerOptions = { ...strict, module: 'nodenext', ...options }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }))
  writeFileSync(join(project, 'use.ts'), text)
  const tsc = join(here, 'node_modules/.bin/tsc')
  const { status, stdout } = spawnSync(tsc, ['-p', 'tsconfig.json'], { cwd: project, encoding: 'utf8' })
  rmSync(join(project, 'use.ts'))
  assert.equal(status === 0, stdout === '', stdout)
  return stdout
}

const right = `
import { apportion, assess, check, checkQuorum, checkRepresentation, compareRounds, deriveWeights, describe } from 'equipoise'
import { EquipoiseError, init, legend, measureVotingPower, prioritise, reviewRotation, rollUp } from 'equipoise'
import { icon, scoreMatrix, selectPortfolio, spc, table, tallyVotes } from 'equipoise'
import type { Exercise, Item, LegendEntry, Level, PrioritiseOptions, Problem, Programme, Report } from 'equipoise'
import type { RepresentationCheck, RollUpResult, RoundStep, Spc, SpcRule } from 'equipoise'

const programme: Programme = JSON.parse('{}')
const exercise: Exercise = { criteria: [], proposals: [], scores: [] }
const problems: Problem[] = check(programme)
const codes: string[] = problems.map((problem) => problem.code)
await init()
await init('/equipoise.wasm')
await init(new Uint8Array(4))
try {
  const report: Report = assess(programme, { as_at: '2026-03-31' })
  assess('{}', { as_at: '2026-03-31', known_at: undefined, policy: { red_share: 0.25 } })
  const red: Item[] = report.items.filter((item) => item.level === 'red')
  const levels: Level[] = red.map((item) => item.level)
  const rows: Record<string, unknown>[] = table(report, { name: 'items' })
  const sentences: string[] = describe(report)
  const whole: RollUpResult = rollUp([{ id: 'a', level: 'green', weight: 2 }], { policy: { roll_up: 'mean' } })
  assess(programme, { as_at: '2026-03-31', include: ['items'], detail: 'scorer' })
  describe(whole.findings)

  const options: PrioritiseOptions = { cut: 3, samples: 0, seed: undefined, average: 'median', detail: 'scorer' }
  const range: [number, number][] = prioritise(exercise, options).ranking.map((row) => row.possible_ranks)
  prioritise(programme.exercises?.[0] ?? exercise, { voice: { RNA: 2, RL4: 1 }, sampling: { cost: [0.1, 0.5] } })
  const steps: RoundStep[] = compareRounds(exercise, exercise, { voice: 'pooled' }).winner_changed_by
  const scores: number[] = steps.filter((step) => step === 'scores').map((step) => step.length)
  const triad: string[] = deriveWeights([{ a: 'x', b: 'y', ratio: 3 }], { method: 'ahp' }).consistency?.worst_triad?.criteria ?? []
  const named: number[] = deriveWeights({ x: 1, y: 2 }, { method: 'roc' }).weights.map((row) => row.normalised)
  const matrix: readonly (readonly number[])[] = [[1, 2], [3, 4]]
  const flows: number[] | undefined = scoreMatrix(matrix, {
    weights: 'critic', directions: ['maximise', 'minimise'], method: 'promethee_ii',
    parameters: { preference: ['usual', 'linear'], q: 1, p: [2, 3] },
  }).flows?.positive
  const chosen: string[] = selectPortfolio([{ id: 'a', value: 1, cost: 1 }], {
    budget: 10, near: 0.1, effort: 'cost', constraints: { groups: { north: { min: 1 } }, excludes: [['a', 'b']] },
  }).best?.proposals ?? []
  const held: RepresentationCheck = checkRepresentation({ RNA: 3, RL4: null }, { tolerance: { spread: 2 }, wte: { RNA: 0.2 } })
  const ceilings: (number | null)[] = held.indices?.map((index) => index.ceiling) ?? []
  const given: number[] = apportion(6, { RNA: 40, RL4: 20 }, { method: 'dhondt', seed: 1 }).trace?.map((step) => step.seats) ?? []
  const short: number[] = checkQuorum({ minimum: 2 }, {
    members: [{ id: 'p1', organisation: 'RNA' }], present: ['p1', { member: 'p2', deputy: true }], conflicted: ['p1'],
  }).failed.map((row) => row.short_by)
  const outcome: string | null = tallyVotes({ rule: 'simple_majority' }, { votes: [{ organisation: 'RNA', option: 'for' }] }).outcome
  const next: string[] = reviewRotation([{ organisation: 'RNA', on: '2026-01-01' }], {
    members: ['RNA', { organisation: 'RL4', start: '2026-02-01' }], as_at: '2026-03-31',
  }).next
  const veto: boolean[] = measureVotingPower({ RNA: 2, RL4: 1 }, { quota: 2 }).organisations.map((row) => row.veto)
  const judged: Spc = spc([1, null, 3], {
    improvement_direction: 'increase', dates: ['2023-01', '2023-02', '2023-03'], ghosted: [0, '2023-02'],
    targets: [{ name: 'national', value: 2, start: '2023-01-01' }], baseline: { points: 2 }, options: { factor: '3/1.128' },
  })
  const rules: SpcRule[] = judged.points.flatMap((point) => point.rules)
  const far: number | undefined = spc(new Float64Array(20), { improvement_direction: 'neutral' }).assurance.distance?.units
  const days: (number | null)[] = spc(null, { improvement_direction: 'increase', chart: 't', dates: [] }).points.map((point) => point.value)
  const drawn: string = icon(judged.variation.icon ?? 'run_chart').svg
  const words: LegendEntry[] = legend()
} catch (error) {
  if (error instanceof EquipoiseError) error.problems.map(({ code, path, message }) => [code, path, message])
}
`

describe('a right use compiles', () => {
  const settings = {
    'as in Node.js, without the types of Node.js': {},
    'as with a bundler, with the types of browsers': {
      module: 'esnext',
      moduleResolution: 'bundler',
      lib: ['es2022', 'dom'],
    },
    'with every further strictness': {
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
    },
  }
  for (const [title, options] of Object.entries(settings)) {
    test(title, () => assert.equal(compile(right, options), ''))
  }
})

describe('a wrong use does not compile', () => {
  const wrong = {
    'without the day': 'assess(programme)',
    'an option that is not known': "assess(programme, { as_at: '2026-03-31', asAt: '2026-03-31' })",
    'an option where none is known': 'check(programme, { strict: true })',
    'a Date for a day': 'assess(programme, { as_at: new Date() })',
    'a number for a document': 'check(1)',
    'a field that is not known': "check({ schema_version: '1.0', id: 'p', name: 'P', prioritys: [] })",
    'a word that is not known': "const red: boolean = assess(programme, { as_at: '' }).items[0]!.level === 'purple'",
    'a field of the report that is not known': "assess(programme, { as_at: '' }).itmes",
    'a policy that is not known': "assess(programme, { as_at: '', policy: { roll_up: 'worst' } })",
    'a level that is not known': "rollUp([{ id: 'a', level: 'purple' }])",
    'a text for a result': "describe('report')",
    'a number for the module': 'await init(1)',
    'a voice that is not known': "prioritise(exercise, { voice: 'loud' })",
    'an option of the other operation': 'compareRounds(exercise, exercise, { cut: 3 })',
    'one round only': 'compareRounds(exercise)',
    'weights without a method': 'deriveWeights({ a: 1 }, {})',
    'a matrix without directions': 'scoreMatrix([[1]], { weights: [1] })',
    'a text in a matrix': "scoreMatrix([['1']], { weights: [1], directions: ['maximise'] })",
    'a choice without a budget': 'selectPortfolio([], {})',
    'a text for a count': "checkRepresentation({ RNA: '3' })",
    'a method that is not known': "apportion(6, { RNA: 1 }, { method: 'webster' })",
    'a meeting without those present': 'checkQuorum({ minimum: 2 }, { members: [] })',
    'votes without an option': "tallyVotes({ rule: 'simple_majority' }, { votes: [{ organisation: 'RNA' }] })",
    'a rotation without the day': "reviewRotation([], { members: ['RNA'] })",
    'a series without a direction': 'spc([1, 2, 3], {})',
    'a preset that is not known': "spc([1], { improvement_direction: 'increase', preset: 'mdc' })",
    'a setting that is not known': "spc([1], { improvement_direction: 'increase', options: { shifts: 7 } })",
    'a text for a value': "spc(['1'], { improvement_direction: 'increase' })",
    'an icon without a name': 'icon()',
    'power without a quota': 'measureVotingPower({ RNA: 1 }, {})',
  }
  const start =
    "import * as equipoise from 'equipoise'; import type { Exercise, Programme } from 'equipoise'\n" +
    'declare const programme: Programme; declare const exercise: Exercise\n' +
    `const { ${Object.values(operations).map(({ name }) => name).join(', ')}, init } = equipoise\n`
  for (const [title, line] of Object.entries(wrong)) {
    test(title, () => {
      const said = compile(`${start}${line}\nexport {}\n`)
      assert.match(said, /^use\.ts\(4,\d+\): error TS\d+: .*\n(?: .*\n)*$/, said)
    })
  }
})
