// Every program of README.md, and every example of a function, runs as it stands there.
import assert from 'node:assert/strict'
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { blocks, here, importIn, installPackage, operations, runIn } from './project.mjs'

const sources = readdirSync(join(here, 'js')).map((name) => readFileSync(join(here, 'js', name), 'utf8'))

test('the programs for Node.js run and print something', async () => {
  const project = await installPackage()
  copyFileSync(join(here, '../docs/demo/programme.json'), join(project, 'programme.json'))
  const programs = blocks('js')
  assert.equal(programs.length, 2)
  for (const program of programs) assert.notEqual((await runIn(project, program)).trim(), '')
})

test('the functions named are those of the package', async () => {
  const text = readFileSync(join(here, 'README.md'), 'utf8')
  const named = [...text.matchAll(/^\| `(\w+)\(/gm)].map(([, name]) => name)
  const exported = Object.keys(await importIn(await installPackage(), 'equipoise'))
  assert.deepEqual(named.sort(), exported.filter((name) => !['EquipoiseError', 'init'].includes(name)).sort())
})

test('every function has an example that prints what it says', async () => {
  const project = await installPackage()
  for (const { name } of Object.values(operations)) {
    const declared = new RegExp(`/\\*\\*\n((?: \\*.*\n)+) \\*/\nexport function ${name}\\(`)
    const text = sources.map((source) => declared.exec(source)?.[1]).find((found) => found !== undefined)
    const programs = blocks('js', (text ?? '').replace(/^ \* ?/gm, ''))
    assert.equal(programs.length, 1, name)
    const said = [...programs[0].matchAll(/^console\.log\(.*\) \/\/ (.*)$/gm)].map(([, line]) => `${line}\n`)
    assert.ok(said.length > 0, name)
    assert.equal(await runIn(project, programs[0]), said.join(''), name)
  }
})
