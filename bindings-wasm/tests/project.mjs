// What the tests share: the packed package in a project of its own, and the vectors.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** The folder bindings-wasm. */
export const here = fileURLToPath(new URL('..', import.meta.url))

const run = promisify(execFile)

/** Installs the packed package into a new empty project, removed when the process ends; gives its folder. */
export async function installPackage() {
  const packed = readdirSync(join(here, 'dist')).filter((name) => name.endsWith('.tgz'))
  assert.equal(packed.length, 1, 'dist holds one packed package: run build.sh')
  const folder = mkdtempSync(join(tmpdir(), 'equipoise-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'fresh', private: true, type: 'module' }))
  const quiet = ['--offline', '--no-audit', '--no-fund', '--loglevel=error']
  await run('npm', ['install', ...quiet, join(here, 'dist', packed[0])], { cwd: folder })
  return folder
}

/** The folder of the package inside such a project. */
export const packageIn = (folder) => join(folder, 'node_modules', 'equipoise')

/** Imports what `name` means in such a project, as a program of the project would. */
export async function importIn(folder, name) {
  const file = join(folder, 'import.mjs')
  writeFileSync(file, 'export const load = (name) => import(name)\n')
  return (await import(pathToFileURL(file))).load(name)
}

/** Imports a file of the package by its path, past what it exports. */
export const importFile = (folder, path) => import(pathToFileURL(join(packageIn(folder), path)))

/** Runs a program of such a project in Node.js; gives what it prints. */
export async function runIn(folder, text) {
  const file = join(folder, 'program.mjs')
  writeFileSync(file, text)
  return (await run(process.execPath, [file], { cwd: folder })).stdout
}

/** The code blocks of README.md, or of another text, in a language. */
export const blocks = (language, text = readFileSync(join(here, 'README.md'), 'utf8')) =>
  [...text.matchAll(/^```(.+)\n([^]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , text]) => text)

/** The operations: the folder of vectors, the function, and which keys of a request are its positional arguments. */
export const operations = {
  check: { name: 'check', positional: ['document'] },
  assess: { name: 'assess', positional: ['document'] },
  compare: { name: 'compare', positional: ['document'] },
  history: { name: 'history', positional: ['document'] },
  calibrate: { name: 'calibrate', positional: ['document'] },
  snapshot: { name: 'snapshot', positional: ['report'] },
  verify_snapshots: { name: 'verifySnapshots', positional: ['document'] },
  roll_up: { name: 'rollUp', positional: ['items'] },
  prioritise: { name: 'prioritise', positional: ['exercise'] },
  compare_rounds: { name: 'compareRounds', positional: ['before', 'after'] },
  derive_weights: { name: 'deriveWeights', positional: ['statements'] },
  score_matrix: { name: 'scoreMatrix', positional: ['matrix'] },
  select_portfolio: { name: 'selectPortfolio', positional: ['proposals'] },
  check_representation: { name: 'checkRepresentation', positional: ['counts'] },
  apportion: { name: 'apportion', positional: ['seats', 'weights'] },
  check_quorum: { name: 'checkQuorum', positional: ['rule'] },
  tally_votes: { name: 'tallyVotes', positional: ['rule'] },
  review_rotation: { name: 'reviewRotation', positional: ['history'] },
  measure_voting_power: { name: 'measureVotingPower', positional: ['weights'] },
  spc: { name: 'spc', positional: ['values'] },
  icon: { name: 'icon', positional: ['name'] },
  from_rows: { name: 'fromRows', positional: ['rows'] },
  parse_period: { name: 'parsePeriod', positional: ['text'] },
  guard: { name: 'guard', positional: ['columns'] },
  redact: { name: 'redact', positional: ['document', 'person'] },
  compare_spc: { name: 'compareSpc', positional: ['values'] },
  spc_table: { name: 'spcTable', positional: ['columns'] },
  spc_history: { name: 'spcHistory', positional: ['values'] },
  spc_append: { name: 'spcAppend', positional: ['state', 'values'] },
  suggest_recalculations: { name: 'suggestRecalculations', positional: ['values'] },
  aggregate_series: { name: 'aggregateSeries', positional: ['rows'] },
  csv: { name: 'csv', positional: ['result'] },
  html: { name: 'html', positional: ['report'] },
  table: { name: 'table', positional: ['result'] },
  chart: { name: 'chart', positional: ['result'] },
  describe: { name: 'describe', positional: ['result'] },
  legend: { name: 'legend', positional: [] },
}

/** Every vector: `{ operation, file, title, request, answer }`. */
export function vectors() {
  const root = join(here, '..', 'tests', 'vectors')
  const found = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: operation }) =>
      readdirSync(join(root, operation))
        .filter((file) => file.endsWith('.json'))
        .map((file) => ({ operation, file, ...JSON.parse(readFileSync(join(root, operation, file), 'utf8')) })),
    )
  assert.ok(found.length > 0, `vectors were found in ${root}`)
  return found
}

/** The arguments of the public function for a request. */
export function argumentsOf({ operation, request }) {
  const { positional } = operations[operation]
  const options = Object.fromEntries(Object.entries(request).filter(([key]) => !positional.includes(key)))
  const given = positional.map((key) => request[key])
  return Object.keys(options).length > 0 ? [...given, options] : given
}

/** Calls the public function of a vector; gives the whole response, as the core does. */
export function answerOf(equipoise, vector) {
  try {
    return { answer: equipoise[operations[vector.operation].name](...argumentsOf(vector)) }
  } catch (error) {
    if (!(error instanceof equipoise.EquipoiseError)) throw error
    return { problems: error.problems }
  }
}
