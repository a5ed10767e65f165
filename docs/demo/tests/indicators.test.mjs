// The page shows both icons of every series as the library has them, and the chart of one with its words and figures.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync, mkdirSync, cpSync, rmSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { changed, choose, DESKTOP, documents, equipoise, load, PHONE, rows, text, withPage } from './site.mjs'

const WORDS = { pass: 'Target met', hit_or_miss: 'Target met or missed by chance', fail: 'Target missed' }
const report = (choice) => equipoise.assess(documents[choice], { as_at: '2023-03-31' })
const shortened = (text) => (text.length > 60 ? text.slice(0, 60) : text)

describe('indicators', { timeout: 300_000 }, () => {
  test('every series has its icons, in pictures and in words, and its sentence', async () => {
    await withPage(DESKTOP, async (page) => {
      for (const choice of ['demo', 'rules']) {
        await choose(page, choice, '2023-03-31')
        const { indicators } = report(choice)
        const shown = await rows(page, 'indicators-table')
        assert.equal(shown.length, indicators.length)
        assert.ok(shown.length >= 4)
        for (const [at, row] of indicators.entries()) {
          assert.ok(shown[at].Indicator.startsWith(shortened(row.name)))
          assert.ok(shown[at].Indicator.includes(row.organisation_name ?? 'The whole'))
          assert.equal(shown[at].Assurance, WORDS[row.assurance.icon])
          assert.equal(shown[at]['In words'], equipoise.describe(row)[1])
          const pictures = page.locator(`#indicators-table tbody tr:nth-child(${at + 1}) img`)
          const sources = await pictures.evaluateAll((images) => images.map((image) => [image.getAttribute('src'), image.naturalWidth > 0]))
          assert.deepEqual(sources, [row.variation.icon, row.assurance.icon].map((name) => [`icons/${name}.svg`, true]))
        }
      }
    })
  })

  test('icons are added up by part', async () => {
    await withPage(DESKTOP, async (page) => {
      await choose(page, 'rules', '2023-03-31')
      const { indicator_summary: summary } = report('rules')
      const shown = await rows(page, 'indicator-summary')
      assert.deepEqual(shown.map((row) => Number(row.Series)), summary.map(({ series }) => series))
      for (const [at, row] of summary.entries()) {
        assert.ok(shown[at].Part.startsWith(row.name))
        if (row.fail > 0) assert.ok(shown[at].Assurance.includes(`${row.fail} target missed`))
      }
    })
  })

  test('a chart that is chosen comes with its sentences and figures', async () => {
    await withPage(DESKTOP, async (page) => {
      await choose(page, 'rules', '2023-03-31')
      const { indicators } = report('rules')
      for (const [at, row] of indicators.entries()) {
        await page.selectOption('#indicator', String(at))
        const { data, title } = equipoise.chart(row)
        assert.equal(await text(page, '#indicator-chart h3'), title.text)
        const figures = await rows(page, 'indicator-figures')
        assert.deepEqual(figures.map(({ Period }) => Period), data.values.map(({ period }) => period))
        // What has no figure has its reason, and never a number.
        for (const [place, { value, note }] of data.values.entries()) {
          if (value === null) assert.equal(figures[place].Value, note ?? 'No data')
        }
        const points = await page.locator('#indicator-chart .chart__plot .chart__point').count()
        assert.equal(points, data.values.filter(({ value }) => value !== null).length)
        assert.equal(await page.locator('#indicator-chart .chart__number').count(), row.annotations.length)
        for (const sentence of equipoise.describe(row).slice(1)) {
          assert.ok((await page.locator('#indicator-chart .lines').innerText()).includes(sentence), sentence)
        }
      }
      assert.match(await page.locator('#indicator-chart').innerText(), /Suppressed: at most 7/)
    })
  })

  test('the chart can be chosen by the keyboard alone, on a narrow screen', async () => {
    await withPage(PHONE, async (page) => {
      await page.focus('#indicator')
      const before = await text(page, '#indicator-chart h3')
      await page.keyboard.press('ArrowDown')
      assert.notEqual(await text(page, '#indicator-chart h3'), before)
      const { width } = await page.locator('#indicator-chart .chart__plot').boundingBox()
      assert.ok(width > 180 && width < 320, `${width}`)
    })
  })

  test('a document without indicators says so, and one before its figures', async () => {
    await withPage(DESKTOP, async (page) => {
      await load(page, changed((document) => {
        delete document.indicators
        delete document.observations
        document.name = 'Without indicators'
      }))
      await page.waitForFunction(() => document.querySelector('h1').textContent.startsWith('Without indicators'))
      assert.match(await text(page, '#indicators'), /has no indicators in force on 31 March 2023/)
      await choose(page, 'demo', '2016-03-31')
      assert.deepEqual((await rows(page, 'indicators-table')).map((row) => row.Variation), ['Too few figures'])
      assert.match(await text(page, '#indicator-chart'), /There is nothing to draw/)
    })
  })

  // docs/how-to/indicators.md, as its reader follows it.
  test('the page of the how-to shows its icons', async () => {
    const guide = readFileSync(new URL('../../how-to/indicators.md', import.meta.url), 'utf8')
    const files = [...guide.matchAll(/<!-- file: (\S+) -->\n\n```\w+\n([\s\S]*?)\n```\n/g)]
    assert.deepEqual(files.map(([, name]) => name).sort(), ['ae.csv', 'icons.mjs', 'page.html'])
    const folder = fileURLToPath(new URL('../site/how-to/', import.meta.url))
    const package_ = fileURLToPath(new URL('../node_modules/equipoise/', import.meta.url))
    mkdirSync(`${folder}node_modules`, { recursive: true })
    try {
      cpSync(package_, `${folder}node_modules/equipoise`, { recursive: true })
      for (const [, name, content] of files) writeFileSync(`${folder}${name}`, `${content}\n`)
      await withPage(DESKTOP, async (page) => {
        await page.goto(new URL('how-to/page.html', page.url()).href)
        await page.waitForSelector('li:nth-child(2)')
        const shown = await page.locator('li').evaluateAll((cards) => cards.map((card) => [card.innerText, [...card.querySelectorAll('img')].map(({ alt, naturalWidth }) => `${alt} ${naturalWidth}`)]))
        assert.deepEqual(shown.map(([, pictures]) => pictures), [
          ['Concern, low 64', 'Target met or missed by chance 64'],
          ['Concern, low 64', 'Target missed 64'],
        ])
        assert.match(shown[1][0], /^RNA .*Concern, low: since December 2018, because /)
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
