// Measures a live change of weight in Chromium: 60 proposals, 8 criteria and 4 organisations with one scorer each, or
// as many as are named: node frame.mjs [SCORERS]. Numbers of one machine, so it tells and does not judge.
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { serve } from './serve.mjs'

const [PROPOSALS, CRITERIA, TURNS] = [60, 8, 60]
const SCORERS = Number(process.argv[2] ?? 4)

/** Whole scores from 1 to 5 that are the same in each run. */
function* scores() {
  for (let state = 1; ; state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) yield 1 + ((state >>> 16) % 5)
}

function exercise() {
  const score = scores()
  const list = (length, name) => Array.from({ length }, (_, at) => ({ id: `${name.toLowerCase()}-${at + 1}`, name: `${name} ${at + 1}` }))
  const criteria = list(CRITERIA, 'Criterion').map((one, at) => ({ ...one, scale: { worst: 1, best: 5 }, weight: 8 + at }))
  const proposals = list(PROPOSALS, 'Proposal')
  const rows = []
  for (let scorer = 0; scorer < SCORERS; scorer += 1) {
    for (const proposal of proposals) {
      for (const criterion of criteria) {
        const organisation = ['RNA', 'RL4', 'RXK', 'RBK'][scorer % 4]
        rows.push({ scorer: `s${scorer}`, organisation, proposal: proposal.id, criterion: criterion.id, score: score.next().value })
      }
    }
  }
  return { id: 'measured', name: 'Measured', body: 'board', criteria, proposals, scores: rows }
}

const document = JSON.parse(readFileSync(new URL('programme.json', import.meta.url), 'utf8'))
const measured = exercise()
const own = JSON.stringify({ ...document, exercises: [measured] })

const server = await serve()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'],
})
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(server.address)
  await page.waitForSelector('#items-table')
  await page.check('#choice-own')
  await page.setInputFiles('#file', { name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(own) })
  await page.waitForFunction((rows) => document.querySelectorAll('#ranking-table tbody tr').length === rows, PROPOSALS)
  await page.locator('#choosing').scrollIntoViewIfNeeded()

  const times = await page.evaluate(inThePage, { exercise: measured, turns: TURNS })
  console.log(`${PROPOSALS} proposals, ${CRITERIA} criteria, ${SCORERS} scorers of 4 organisations; one weight changes, ${TURNS} times`)
  console.log(`${await browser.version()}, median (nine in ten below), milliseconds`)
  for (const [name, list] of Object.entries(times)) {
    const sorted = list.sort((a, b) => a - b)
    const at = (share) => sorted[Math.floor(sorted.length * share)].toFixed(1).padStart(7)
    console.log(`${name.padEnd(56)}${at(0.5)} (${at(0.9).trim()})`)
  }
} finally {
  await browser.close()
  server.close()
}

/** Runs in the page: the library alone, then what the page does when a slider moves. */
async function inThePage({ exercise, turns }) {
  const { prioritise } = await import(new URL('equipoise/index.js', location.href).href)
  const alone = (samples, times) =>
    Array.from({ length: times }, (_, turn) => {
      exercise.criteria[turn % exercise.criteria.length].weight = 5 + (turn % 13)
      const start = performance.now()
      prioritise(exercise, { samples, cut: 20 })
      return performance.now() - start
    })
  const last = (name) => performance.getEntriesByName(name).at(-1).duration
  const painted = () =>
    new Promise((done) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(performance.now())
      port2.postMessage(null)
    }))
  const [calls, redraws, whole] = [[], [], []]
  const sliders = [...document.querySelectorAll('.slider')]
  const exact = alone(0, turns)
  for (let turn = 0; turn < turns; turn += 1) {
    const slider = sliders[turn % sliders.length]
    slider.value = String(5 + ((turn * 7) % 40))
    await new Promise((done) => requestAnimationFrame(done))
    const start = performance.now()
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    // With many scorers the page waits before it ranks again: the whole time counts.
    let end = await painted()
    while (performance.getEntriesByName('redraw').at(-1).startTime < start) end = await painted()
    whole.push(end - start)
    calls.push(last('prioritise'))
    redraws.push(last('redraw'))
  }
  return {
    'prioritise alone, samples 0, cut 20': exact,
    'prioritise alone, 10,000 random weights, cut 20': alone(10_000, 10),
    'prioritise as the page calls it': calls,
    'redraw of the page: sentences and every table': redraws,
    'from the movement to the painted frame, both in it': whole,
  }
}
