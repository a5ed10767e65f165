// The packed package in Chromium: a bare page with an import map, `vite build` and `vite dev`.
import assert from 'node:assert/strict'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { after, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { build, createServer } from 'vite'
import { answerOf, argumentsOf, blocks, here, importIn, installPackage, operations, vectors } from './project.mjs'

const project = await installPackage()
const equipoise = await importIn(project, 'equipoise')
const all = vectors()

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    ...['--disable-component-update', '--disable-sync'],
  ],
})
after(() => browser.close())

// The program of the page: ready once it has a title.
const program = `
import * as equipoise from 'equipoise'
globalThis.equipoise = equipoise
equipoise.init().then(() => { document.title = 'ready' }, (error) => { document.title = String(error) })
`
const ICON = '<link rel="icon" href="data:,">'
const page = (head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title></title>${ICON}${head}` +
  '<script type="module" src="./program.js"></script></head><body></body></html>'
const importMap = '<script type="importmap">{"imports":{"equipoise":"/node_modules/equipoise/pkg/index.js"}}</script>'

await writeFile(join(project, 'program.js'), program)
await writeFile(join(project, 'index.html'), page())
await writeFile(join(project, 'bare.html'), page(importMap))
await writeFile(join(project, 'blank.html'), page(importMap).replace(/<script type="module".*?<\/script>/, ''))

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' }

/** A server of the files of a folder on this machine alone; gives its address. */
async function serve(folder) {
  const server = createHttpServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname))
    try {
      const body = await readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path))
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/html' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => server.close())
  return `http://127.0.0.1:${server.address().port}`
}

/** Opens a page and runs `use` on it; whatever the page complains of, or asks of another machine, is an error. */
async function open(address, use) {
  const tab = await browser.newPage()
  const wrong = []
  const here = new URL(address).origin
  tab.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(message.text()))
  tab.on('pageerror', (error) => wrong.push(String(error)))
  tab.on('requestfailed', (request) => wrong.push(`failed: ${request.url()}`))
  tab.on('request', (request) => {
    if (!request.url().startsWith(here) && !request.url().startsWith('data:')) wrong.push(`asked: ${request.url()}`)
  })
  try {
    await tab.goto(address)
    await use(tab)
  } finally {
    await tab.close()
  }
  assert.deepEqual(wrong, [])
}

/** The title that the program of the page sets when it is done. */
async function titleOf(tab) {
  for (let tries = 0; tries < 600; tries += 1) {
    const title = await tab.title()
    if (title !== '') return title
    await setTimeout(100)
  }
  return assert.fail('the page has set no title')
}

/** Every vector in the page gives, as text, what Node.js gives. */
async function compareWithNode(tab) {
  assert.equal(await titleOf(tab), 'ready')
  const calls = all.map((vector) => ({ name: operations[vector.operation].name, given: argumentsOf(vector) }))
  const answers = await tab.evaluate((calls) => {
    const { equipoise } = globalThis
    return calls.map(({ name, given }) => {
      try {
        return JSON.stringify({ answer: equipoise[name](...given) })
      } catch (error) {
        return error instanceof equipoise.EquipoiseError ? JSON.stringify({ problems: error.problems }) : String(error)
      }
    })
  }, calls)
  assert.ok(answers.some((answer, index) => all[index].operation === 'assess' && answer.startsWith('{"answer":{')))
  for (const [index, vector] of all.entries()) {
    assert.equal(answers[index], JSON.stringify(answerOf(equipoise, vector)), `${vector.operation}/${vector.file}`)
  }
}

describe('in Chromium', { timeout: 300_000 }, () => {
  test('a bare page with an import map', async () => {
    await open(`${await serve(project)}/bare.html`, compareWithNode)
  })

  test('a page made by vite build', async () => {
    await build({ root: project, configFile: false, logLevel: 'error' })
    await open(`${await serve(join(project, 'dist'))}/`, compareWithNode)
  })

  test('vite dev', async () => {
    const server = await createServer({
      root: project,
      configFile: false,
      logLevel: 'error',
      server: { host: '127.0.0.1', port: 0 },
    })
    try {
      await server.listen()
      await open(server.resolvedUrls.local[0], compareWithNode)
    } finally {
      await server.close()
    }
  })

  test('not_ready before init, and init in every way', async () => {
    const address = await serve(project)
    const ways = [
      'undefined',
      '"/node_modules/equipoise/pkg/equipoise.wasm"',
      'new URL(file, location.href)',
      'new Request(file)',
      'fetch(file)',
      'await fetch(file)',
      'await (await fetch(file)).arrayBuffer()',
      'new Uint8Array(await (await fetch(file)).arrayBuffer())',
      'await WebAssembly.compileStreaming(fetch(file))',
    ]
    for (const way of ways) {
      await open(`${address}/blank.html`, async (tab) => {
        const text = await tab.evaluate(`(async () => {
          const file = '/node_modules/equipoise/pkg/equipoise.wasm'
          const { init, legend } = await import('equipoise')
          try { legend() } catch (error) { if (error.code !== 'not_ready') throw error }
          const first = init(${way})
          await Promise.all([first, init()])
          await init(${way})
          return JSON.stringify(legend())
        })()`)
        assert.equal(text, JSON.stringify(equipoise.legend()), way)
      })
    }
  })

  test('the page of README.md', async () => {
    await copyFile(join(here, '../docs/demo/programme.json'), join(project, 'programme.json'))
    const [text] = blocks('html')
    await writeFile(join(project, 'readme.html'), text.replace('<title>', `${ICON}<title>`))
    await open(`${await serve(project)}/readme.html`, async (tab) => {
      await tab.waitForFunction('document.querySelector("pre").textContent !== ""')
    })
  })

  test('the address of the module from Vite, as README.md has it', async () => {
    const [text] = blocks('js vite')
    const done = "import { legend } from 'equipoise'\ndocument.title = legend().length > 0 ? 'ready' : 'empty'\n"
    await writeFile(join(project, 'address.js'), text + done)
    const built = (await readFile(join(project, 'index.html'), 'utf8')).replace('program.js', 'address.js')
    await writeFile(join(project, 'address.html'), built)
    const rolldownOptions = { input: join(project, 'address.html') }
    await build({ root: project, configFile: false, logLevel: 'error', build: { outDir: 'dist-address', rolldownOptions } })
    const address = await serve(join(project, 'dist-address'))
    await open(`${address}/address.html`, async (tab) => assert.equal(await titleOf(tab), 'ready'))
  })

  test('under a content security policy without unsafe-eval', async () => {
    await build({ root: project, configFile: false, logLevel: 'error', build: { outDir: 'dist-strict' } })
    const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src data:"
    const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
    const built = await readFile(join(project, 'dist-strict/index.html'), 'utf8')
    await writeFile(join(project, 'dist-strict/index.html'), built.replace('<meta', `${head}<meta`))
    await open(`${await serve(join(project, 'dist-strict'))}/`, async (tab) => {
      assert.equal(await titleOf(tab), 'ready')
    })
  })
})
