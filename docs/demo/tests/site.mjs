// What the tests of the page share: a server, a browser that complains of everything, and the library in Node.js.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after } from 'node:test'
import { chromium } from 'playwright-core'
import { serve } from '../serve.mjs'

export const equipoise = await import('../node_modules/equipoise/pkg/node.js')

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8')
export const documents = { demo: read('../programme.json'), rules: read('../rules.json'), exercise: read('../exercise.json') }

/** A document of the page with a change, as text. */
export const changed = (change, from = documents.demo) => {
  const document = JSON.parse(from)
  change(document)
  return JSON.stringify(document)
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    ...['--disable-component-update', '--disable-sync'],
  ],
})
const server = await serve()
after(async () => {
  await browser.close()
  server.close()
})

export const DESKTOP = { width: 1280, height: 900 }
export const PHONE = { width: 320, height: 640 }

/** Opens the page, waits until it shows a status, runs `use`; whatever it complains of or asks elsewhere is an error. */
export async function withPage(size, use) {
  const context = await browser.newContext({ viewport: size })
  const page = await context.newPage()
  const wrong = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(message.text()))
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('requestfailed', (request) => wrong.push(`failed: ${request.url()}`))
  page.on('response', (response) => response.status() >= 400 && wrong.push(`${response.status()}: ${response.url()}`))
  page.on('request', (request) => request.url().startsWith(server.address) || wrong.push(`asked: ${request.url()}`))
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`)
    return dialog.dismiss()
  })
  try {
    await page.goto(server.address)
    await page.waitForSelector('#items-table')
    await use(page, wrong)
  } finally {
    await context.close()
  }
  assert.deepEqual(wrong, [])
}

/** Chooses one of the two documents and a day, and has the status shown. */
export async function choose(page, choice, asAt) {
  await page.check(`#choice-${choice}`)
  await page.fill('#as-at', asAt)
  await page.click('#show')
}

/** Gives the page a file as the reader's own. */
export async function load(page, text, name = 'own.json') {
  await page.check('#choice-own')
  const buffer = Buffer.isBuffer(text) ? text : Buffer.from(text)
  await page.setInputFiles('#file', { name, mimeType: 'application/json', buffer })
  await page.waitForFunction((name) => document.getElementById('name-own').textContent.startsWith(name.slice(0, 50)), name)
}

/** The rows of a table as texts of their cells by heading; what is hidden from people is left out. */
export const rows = (page, id) =>
  page.evaluate((id) => {
    const heads = [...document.querySelectorAll(`#${id} thead th`)].map((head) => head.textContent)
    return [...document.querySelectorAll(`#${id} tbody tr`)].map((row) =>
      Object.fromEntries([...row.cells].map((cell, at) => [heads[at], cell.querySelector('.cell__value').innerText.trim()])),
    )
  }, id)

export const text = async (page, selector) => (await page.locator(selector).first().innerText()).trim()
