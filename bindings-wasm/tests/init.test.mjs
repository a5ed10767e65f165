// How the library becomes ready, in Node.js and by hand.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { importIn, installPackage, operations, packageIn, runIn } from './project.mjs'

const project = await installPackage()
const bytes = readFileSync(join(packageIn(project), 'pkg/equipoise.wasm'))
const names = Object.values(operations).map(({ name }) => name)

/** The entry that browsers get, from a copy of the package: so it is not ready yet. */
function browserEntry() {
  const copy = mkdtempSync(join(project, 'copy-'))
  cpSync(packageIn(project), copy, { recursive: true })
  return import(pathToFileURL(join(copy, 'pkg/index.js')))
}

/** A server of the module, as long as `use` runs. */
async function served(headers, use) {
  const server = createServer((request, response) => {
    const found = request.url === '/equipoise.wasm'
    response.writeHead(found ? 200 : 404, headers).end(found ? bytes : 'not here')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await use(`http://127.0.0.1:${server.address().port}/equipoise.wasm`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

const typed = { 'content-type': 'application/wasm' }

describe('in Node.js', () => {
  test('ready at import, and init is harmless', async () => {
    const equipoise = await importIn(project, 'equipoise')
    const before = equipoise.legend()
    assert.equal(await equipoise.init(), undefined)
    assert.equal(await equipoise.init(bytes), undefined)
    assert.deepEqual(equipoise.legend(), before)
  })

  test('a program prints an answer, and nothing keeps it from ending', async () => {
    const text = `import { legend } from 'equipoise'\nconsole.log(JSON.stringify(legend()))\n`
    const { legend } = await importIn(project, 'equipoise')
    assert.equal(await runIn(project, text), `${JSON.stringify(legend())}\n`)
  })
})

describe('the entry for browsers', () => {
  test('every function throws not_ready before init', async () => {
    const equipoise = await browserEntry()
    for (const name of names) {
      assert.throws(
        () => equipoise[name](),
        (error) => {
          assert.ok(error instanceof equipoise.EquipoiseError)
          assert.equal(error.code, 'not_ready')
          assert.equal(error.message, `${name}() was called before init() had loaded the library`)
          return true
        },
      )
    }
  })

  test('init with bytes, twice', async () => {
    const equipoise = await browserEntry()
    assert.equal(await equipoise.init(bytes), undefined)
    const first = equipoise.legend()
    await equipoise.init(bytes)
    await equipoise.init('http://127.0.0.1:1/never-asked')
    assert.deepEqual(equipoise.legend(), first)
  })

  test('init twice at once', async () => {
    const equipoise = await browserEntry()
    await Promise.all([equipoise.init(bytes), equipoise.init(bytes)])
    assert.ok(equipoise.legend().length > 0)
  })

  const ways = {
    'an ArrayBuffer': () => new Uint8Array(bytes).buffer,
    'a WebAssembly.Module': () => new WebAssembly.Module(bytes),
    'a Response': () => new Response(bytes, { headers: typed }),
    'a promise of a Response': () => Promise.resolve(new Response(bytes, { headers: typed })),
  }
  for (const [title, source] of Object.entries(ways)) {
    test(`init with ${title}`, async () => {
      const equipoise = await browserEntry()
      await equipoise.init(source())
      assert.ok(equipoise.legend().length > 0)
    })
  }

  test('init with an address, a URL and a Request', async () => {
    await served(typed, async (address) => {
      for (const source of [address, new URL(address), new Request(address), fetch(address)]) {
        const equipoise = await browserEntry()
        await equipoise.init(source)
        assert.ok(equipoise.legend().length > 0)
      }
    })
  })

  test('what cannot be loaded is not_ready with its cause, and can be tried again', async () => {
    const equipoise = await browserEntry()
    await served(typed, async (address) => {
      for (const source of [`${address}.gone`, 'http://127.0.0.1:1/', new Uint8Array([1, 2, 3]), {}]) {
        await assert.rejects(equipoise.init(source), (error) => {
          assert.ok(error instanceof equipoise.EquipoiseError)
          assert.equal(error.code, 'not_ready')
          assert.ok(error.message.startsWith('equipoise.wasm could not be loaded: '), error.message)
          assert.ok(error.cause instanceof Error)
          return true
        })
        assert.throws(() => equipoise.legend(), { code: 'not_ready' })
      }
      await equipoise.init(address)
      assert.ok(equipoise.legend().length > 0)
    })
  })
})
