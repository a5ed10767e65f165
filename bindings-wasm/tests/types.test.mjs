// The types, as a TypeScript project of a user sees them.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { here, installPackage } from './project.mjs'

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
import { assess, check, describe, EquipoiseError, init, legend, rollUp, table } from 'equipoise'
import type { Item, LegendEntry, Level, Problem, Programme, Report, RollUpResult } from 'equipoise'

const programme: Programme = JSON.parse('{}')
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
  }
  const start = "import { assess, check, describe, init, rollUp, type Programme } from 'equipoise'\ndeclare const programme: Programme\n"
  for (const [title, line] of Object.entries(wrong)) {
    test(title, () => {
      const said = compile(`${start}${line}\nexport { assess, check, describe, init, rollUp }\n`)
      assert.match(said, /^use\.ts\(3,\d+\): error TS\d+: .*\n(?: .*\n)*$/, said)
    })
  }
})
