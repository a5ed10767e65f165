// The page shows what the library says, in a real browser.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { choose, DESKTOP, documents, equipoise, load, rows, text, withPage } from './site.mjs'

const levels = Object.fromEntries(equipoise.legend().map((entry) => [entry.level, entry]))
const shown = (level) => `${levels[level].symbol}\uFE0E\n${levels[level].word} (${levels[level].letter})`.replace('\n', '')
const flat = (cell) => cell.split('\n')[0].replace(/\s+/g, ' ')
const LEVELS = ['complete', 'green', 'amber', 'red', 'not_assessed', 'excluded']
const sum = (counts) => LEVELS.reduce((all, level) => all + counts[level], 0)

/** The page shows this report: headline, day, label, every node and every item, with levels and counts. */
async function compare(page, report) {
  assert.equal(await text(page, '.headline__text'), report.headline)
  assert.ok((await text(page, 'h1')).startsWith(report.programme.name))
  assert.equal(await page.locator('#label').isVisible(), report.illustrative)
  if (report.illustrative) assert.equal(await text(page, '#label'), equipoise.describe(report)[0])

  const programme = report.nodes.find((node) => node.kind === 'programme')
  assert.equal(await page.locator('.headline .level').getAttribute('data-level'), programme.level)
  for (const [id, kind] of [['bodies-table', 'body'], ['goals-table', 'goal'], ['grouped-table', 'priority']]) {
    const nodes = report.nodes.filter((node) => node.kind === kind && sum(node.counts) > 0)
    const table = await rows(page, id)
    assert.equal(table.length, nodes.length, id)
    nodes.forEach((node, at) => {
      const row = table[at]
      assert.equal(Object.values(row)[0], node.name)
      assert.equal(flat(row.Status), shown(node.level), node.name)
      if (node.as_reported !== 'excluded') assert.equal(flat(row['As reported']), shown(node.as_reported), node.name)
      for (const level of LEVELS) assert.equal(row[levels[level].word], String(node.counts[level]), `${node.name} ${level}`)
      if (['green', 'amber', 'red'].includes(node.level)) {
        assert.equal(row.Status.endsWith('Policy-sensitive'), node.robustness.policy_sensitive, node.name)
      }
    })
  }

  await page.selectOption('#filter-level', '')
  const items = await rows(page, 'items-table')
  assert.equal(items.length, report.items.length)
  for (const item of report.items) {
    const row = items.find((row) => row.Item.startsWith(`${item.name}\n${item.id},`))
    assert.ok(row, item.id)
    assert.equal(flat(row.Status), shown(item.level), item.id)
    const [first] = report.findings.filter(({ subject, rule }) => subject.id === item.id && rule !== 'status.roll_up')
    if (first !== undefined) {
      const [sentence] = equipoise.describe(first)
      assert.ok(row.Why.startsWith(sentence.slice(item.id.length + 2)), `${item.id}: ${row.Why}`)
    }
  }
  assert.deepEqual(await names(page, 'watermelons-table'), programme.watermelons)
  assert.deepEqual(await names(page, 'green-table'), programme.path_to_green ?? [])
  assert.deepEqual(await names(page, 'red-table'), programme.next_to_fall ?? [])
}

const names = async (page, id) => (await rows(page, id)).map((row) => row.Item.split('\n').at(-1).split(',')[0])

describe('the page', { timeout: 300_000 }, () => {
  test('shows the demo as it opens, with the figures that are published for it', async () => {
    await withPage(DESKTOP, async (page) => {
      const report = equipoise.assess(documents.demo, { as_at: '2023-03-31' })
      assert.equal(report.headline, 'Amber over all items, Red over networks, Green by average')
      assert.match(await text(page, 'h1'), /Status as at 31 March 2023/)
      await compare(page, report)
      const counts = (await rows(page, 'by-level')).map((row) => row.Items)
      assert.deepEqual(counts, ['11', '13', '0', '13', '22', '1'])
      assert.match(await text(page, '#watermelons'), /There are 4 items: they are 14\.8%/)
    })
  })

  test('says the same as Node.js for both documents on other days', async () => {
    await withPage(DESKTOP, async (page) => {
      for (const [choice, asAt] of [['rules', '2023-03-31'], ['rules', '2022-06-01'], ['demo', '2022-12-15'], ['demo', '2024-02-29']]) {
        await choose(page, choice, asAt)
        await compare(page, equipoise.assess(documents[choice], { as_at: asAt }))
      }
    })
  })

  test('says what changed since the month before, and what changed it', async () => {
    await withPage(DESKTOP, async (page) => {
      await choose(page, 'rules', '2023-03-31')
      const compared = equipoise.compare(documents.rules, { since: '2023-02-28', as_at: '2023-03-31' })
      const changed = compared.items.filter(({ level, level_since: before }) => level !== before)
      assert.equal(await text(page, '#changes-title'), 'What changed since 28 February 2023')
      assert.deepEqual(await names(page, 'changed-items-table').then((ids) => ids.sort()), changed.map(({ id }) => id).sort())
      const table = await rows(page, 'changed-items-table')
      const row = table.find((one) => one.Item.includes('EYE-T3,'))
      assert.equal(flat(row['28 February 2023']), shown('amber'))
      assert.equal(flat(row['31 March 2023']), shown('red'))
      assert.match(row['What changed it'], /the update of 24 March 2023 moved the forecast finish from 8 May 2023 to 7 June 2023/)
      assert.ok((await rows(page, 'changed-nodes-table')).length > 0)
      // A month before the first day of the calendar there is none.
      await choose(page, 'rules', '1900-01-01')
      assert.match(await text(page, '#changes'), /0 items changed status/)
    })
  })

  test('every table has a caption, scopes and no empty cell', async () => {
    await withPage(DESKTOP, async (page) => {
      for (const choice of ['demo', 'rules']) {
        await choose(page, choice, '2023-03-31')
        await page.selectOption('#filter-level', '')
        const wrong = await page.evaluate(() => {
          const tables = [...document.querySelectorAll('table')]
          const faults = tables.length < 8 ? ['too few tables'] : []
          for (const table of tables) {
            if (!table.caption?.textContent.trim()) faults.push(`${table.id}: no caption`)
            if ([...table.tHead.rows[0].cells].some((cell) => cell.scope !== 'col' || !cell.textContent.trim())) faults.push(`${table.id}: head`)
            for (const row of table.tBodies[0].rows) {
              if (row.cells[0].scope !== 'row') faults.push(`${table.id}: no row header`)
              const values = [...row.cells].map((cell) => (cell.querySelector('.cell__value input')?.value ?? cell.querySelector('.cell__value').textContent).trim())
              if (values.some((value) => value === '' || /undefined|null|NaN|\[object/.test(value))) faults.push(`${table.id}: ${values}`)
            }
          }
          return faults
        })
        assert.deepEqual(wrong, [])
      }
    })
  })

  test('filters items by network and level', async () => {
    await withPage(DESKTOP, async (page) => {
      const { items } = equipoise.assess(documents.demo, { as_at: '2023-03-31' })
      const told = (number) => `Showing ${number} of 60 items, the worst first.`
      assert.equal(await text(page, '#items-told'), told(24))
      await page.selectOption('#filter-body', 'urology')
      await page.selectOption('#filter-level', 'red')
      const red = items.filter((item) => item.body === 'urology' && item.level === 'red')
      assert.deepEqual((await names(page, 'items-table')).sort(), red.map((item) => item.id).sort())
      assert.equal(await text(page, '#items-told'), told(red.length))
      await page.selectOption('#filter-level', 'excluded')
      assert.match(await text(page, '#items'), /No items fit both choices/)
      await page.selectOption('#filter-body', '')
      assert.deepEqual(await names(page, 'items-table'), ['SKI-T3'])
    })
  })

  test('asks for a whole date and says so beside the field', async () => {
    await withPage(DESKTOP, async (page) => {
      await page.fill('#as-at', '')
      await page.click('#show')
      assert.match(await text(page, '#date-error'), /Enter a whole date, such as 31 March 2023/)
      assert.equal(await page.evaluate(() => document.activeElement.id), 'as-at')
      await page.fill('#as-at', '2023-02-28')
      await page.click('#show')
      assert.equal(await page.locator('#date-error').innerText(), '')
      assert.match(await text(page, 'h1'), /28 February 2023/)
    })
  })

  test('can be used without any network once it is loaded', async () => {
    await withPage(DESKTOP, async (page) => {
      const asked = []
      page.on('request', (request) => asked.push(request.url()))
      await page.context().setOffline(true)
      await choose(page, 'rules', '2023-03-31')
      assert.match(await text(page, 'h1'), /Four Rivers/)
      await load(page, documents.demo)
      assert.match(await text(page, 'h1'), /Clinical improvement/)
      assert.deepEqual(asked, [])
    })
  })

  test('prints without controls, labelled as illustrative', async () => {
    await withPage(DESKTOP, async (page) => {
      await page.emulateMedia({ media: 'print' })
      for (const selector of ['#controls', '.jumps', '.filters', '.nhsuk-header']) {
        assert.equal(await page.locator(selector).first().isVisible(), false, selector)
      }
      assert.equal(await page.locator('#label').isVisible(), true)
      const captions = await page.locator('caption').allInnerTexts()
      const unlabelled = captions.filter((caption) => !caption.includes('illustrative data'))
      assert.deepEqual(unlabelled, ['Levels'])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      assert.ok(wide <= DESKTOP.width)
    })
  })
})
