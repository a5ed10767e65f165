// Every program of README.md runs as it stands there.
import assert from 'node:assert/strict'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { blocks, here, installPackage, runIn } from './project.mjs'

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
  const types = readFileSync(join(here, 'js/index.ts'), 'utf8')
  const exported = /export \{ ([^}]*) \} from '.\/facade.js'/.exec(types)[1].split(', ')
  assert.deepEqual(named.sort(), exported.sort())
})
