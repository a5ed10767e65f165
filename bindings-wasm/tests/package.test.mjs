// What is in the packed package.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { here, importFile, importIn, installPackage, packageIn } from './project.mjs'

const project = await installPackage()
const folder = packageIn(project)
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

test('one module, the schemas, the licences, and no more than is needed', () => {
  assert.deepEqual(files.toSorted(), [
    'LICENSE-APACHE',
    'LICENSE-MIT',
    'README.md',
    'package.json',
    ...['call', 'columns', 'errors', 'facade', 'index', 'node', 'plain', 'prioritise', 'replay', 'represent', 'result', 'status', 'track', 'types', 'variation']
      .flatMap((name) => [`${name}.d.ts`, `${name}.js`])
      .concat(['arguments', 'document', 'results'].map((name) => `schema/${name}.schema.json`))
      .concat(['equipoise.wasm', 'wasm.js'])
      .toSorted()
      .map((name) => `pkg/${name}`),
  ])
})

test('the schemas are those of the repository', () => {
  for (const name of ['arguments', 'document', 'results']) {
    const file = `${name}.schema.json`
    const packed = readFileSync(createRequire(join(project, 'x.js')).resolve(`equipoise/schema/${file}`), 'utf8')
    assert.equal(packed, readFileSync(join(here, '../docs/schema', file), 'utf8'))
  }
})

test('the package says what it is', () => {
  const version = /\[workspace\.package\][^[]*?\nversion = "(.*?)"/.exec(readFileSync(join(here, '../Cargo.toml'), 'utf8'))
  assert.equal(manifest.version, version?.[1])
  assert.equal(manifest.name, 'equipoise')
  assert.equal(manifest.license, 'MIT OR Apache-2.0')
  assert.equal(manifest.type, 'module')
  for (const key of ['dependencies', 'peerDependencies', 'optionalDependencies']) assert.equal(manifest[key], undefined)
  for (const script of ['preinstall', 'install', 'postinstall']) assert.equal(manifest.scripts?.[script], undefined)
})

test('everything that it exports is there', () => {
  const require = createRequire(join(project, 'x.js'))
  assert.ok(existsSync(require.resolve('equipoise/equipoise.wasm')))
  assert.ok(existsSync(require.resolve('equipoise/package.json')))
  const { types, node, default: browser } = manifest.exports['.']
  for (const path of [manifest.types, types, node, browser]) assert.ok(existsSync(join(folder, path)), path)
  assert.deepEqual(Object.keys(manifest.exports), ['.', './equipoise.wasm', './schema/*', './package.json'])
})

test('the functions are those of the module, in Node.js and in browsers', async () => {
  const wasm = await importFile(project, 'pkg/wasm.js')
  const operations = Object.keys(wasm).filter((name) => !['default', 'initSync', 'spcTableColumns'].includes(name))
  const expected = [...operations, 'EquipoiseError', 'init'].sort()
  assert.ok(operations.length > 0)
  assert.deepEqual(Object.keys(await importIn(project, 'equipoise')).sort(), expected)
  assert.deepEqual(Object.keys(await importFile(project, 'pkg/index.js')).sort(), expected)
})

test('Node.js gets the entry for Node.js, and without that condition comes the one for browsers', () => {
  const print = ['--input-type=module', '--eval', 'console.log(import.meta.resolve("equipoise"))']
  const resolved = execFileSync(process.execPath, print, { cwd: project, encoding: 'utf8' }).trim()
  assert.equal(resolved, pathToFileURL(join(folder, 'pkg/node.js')).href)
  assert.equal(manifest.exports['.'].default, './pkg/index.js')
})

test('no copy of the module in text, no await at the top, no path of the building machine', () => {
  for (const file of files.filter((name) => /\.(js|ts)$/.test(name))) {
    const text = readFileSync(join(folder, file), 'utf8')
    assert.ok(!/[A-Za-z0-9+/]{200}/.test(text), file)
    assert.ok(!/^(?:(?:export )?const [^\n]*)?await /m.test(text), file)
  }
  const module = readFileSync(join(folder, 'pkg/equipoise.wasm'), 'latin1')
  for (const place of [homedir(), join(here, '..'), 'registry']) assert.ok(!module.includes(place), place)
})

test('the module asks its host for nothing but a table, and lists and typed arrays to answer with', async () => {
  const module = new WebAssembly.Module(readFileSync(join(folder, 'pkg/equipoise.wasm')))
  assert.deepEqual(
    [...new Set(WebAssembly.Module.imports(module).map(({ name }) => name.replace(/_[0-9a-f]{16}$/, '')))].sort(),
    [
      '__wbg___wbindgen_throw',
      '__wbg_new',
      '__wbg_new_from_slice',
      '__wbg_of',
      '__wbg_push',
      '__wbindgen_generic',
      '__wbindgen_init_externref_table',
    ],
  )
})
