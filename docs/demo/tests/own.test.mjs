// The reader's own file: a sound one, faulty ones and a hostile one.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { changed, choose, DESKTOP, documents, equipoise, load, PHONE, rows, text, withPage } from './site.mjs'

/** An exercise of which every name is hostile. */
function hostileExercise(markup) {
  const exercise = JSON.parse(documents.exercise)
  const names = (list) => list.map((one, at) => ({ ...one, name: [`${markup} ${at}`, 'W'.repeat(10_000), `\u202E${markup}`, ' \u200B ', '<b>bold</b>', 'x '.repeat(5_000)][at] }))
  return { ...exercise, name: `${markup}${'n'.repeat(10_000)}`, body: 'board', criteria: names(exercise.criteria), proposals: names(exercise.proposals) }
}

describe("the reader's own file", { timeout: 300_000 }, () => {
  test('is shown as at the last day it speaks of, unlabelled where it is not illustrative', async () => {
    const own = changed((document) => {
      document.name = 'Own programme'
      document.illustrative = false
      document.updates = document.updates.filter((update) => update.as_at < '2023-03-01')
    })
    await withPage(DESKTOP, async (page) => {
      await load(page, own)
      const last = await page.inputValue('#as-at')
      assert.ok(last < '2023-03-01')
      assert.equal(await text(page, '.headline__text'), equipoise.assess(own, { as_at: last }).headline)
      assert.match(await text(page, 'h1'), /^Own programme/)
      assert.equal(await page.locator('#label').isVisible(), false)
      assert.doesNotMatch(await page.locator('#main').innerText(), /illustrative data/)
      // Each programme keeps its own day.
      await page.check('#choice-demo')
      assert.equal(await page.inputValue('#as-at'), '2023-03-31')
      await page.click('#show')
      assert.equal(await page.locator('#label').isVisible(), true)
      assert.match(await text(page, '#items'), /illustrative data/)
    })
  })

  test('with faults is refused whole, with place, fault and what would be accepted', async () => {
    const faulty = changed((document) => {
      document.prioritys = []
      document.priorities[0].kind = 'tusk'
      document.updates[3].as_at = '2023-02-30'
    })
    const expected = equipoise.check(faulty)
    assert.ok(expected.length >= 3)
    await withPage(DESKTOP, async (page) => {
      await load(page, faulty, 'broken.json')
      assert.match(await text(page, '[role="alert"]'), new RegExp(`broken\\.json has ${expected.length} problems, so no status is shown`))
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'alert')
      const table = await rows(page, 'problems-table')
      assert.deepEqual(
        table.map((row) => [row.Place, row.Code]),
        expected.map(({ path, code }) => [path === '' ? 'The whole document' : path, code]),
      )
      expected.forEach(({ message, accepted }, at) => {
        assert.equal(table[at]['What is wrong'].toLowerCase(), message.toLowerCase())
        assert.equal(table[at]['What would be accepted'], accepted ?? 'Not applicable')
      })
      // Nothing of the programme shown before is left.
      assert.equal(await page.locator('.headline').count(), 0)
      assert.equal(await page.locator('#label').isVisible(), false)
      assert.doesNotMatch(await page.title(), /Clinical/)
      // The mended file has the same name.
      await load(page, documents.rules, 'broken.json')
      await page.waitForSelector('.headline')
      assert.match(await text(page, 'h1'), /Four Rivers/)
    })
  })

  test('that is no document at all is refused', async () => {
    await withPage(PHONE, async (page) => {
      for (const [content, code] of [['', 'empty_text'], ['{"a": 1', 'not_json'], ['[]', 'wrong_type'], ['{"a":1} {"a":2}', 'trailing_text'], ['{}', 'missing_field']]) {
        await load(page, content)
        await page.waitForSelector('#problems-table')
        assert.ok((await rows(page, 'problems-table')).some((row) => row.Code === code), code)
      }
      await page.setInputFiles('#file', { name: 'latin.json', mimeType: 'application/json', buffer: Buffer.from([0x7b, 0xe9, 0x7d]) })
      await page.waitForFunction(() => document.getElementById('file-error').textContent !== '')
      assert.match(await text(page, '#file-error'), /UTF-8/)
    })
  })

  test('without any report asks for its day, and nothing of another programme stays', async () => {
    await withPage(DESKTOP, async (page) => {
      await load(page, changed((document) => (document.updates = [])))
      assert.match(await text(page, 'h1'), /No status yet/)
      assert.match(await text(page, '#date-error'), /Enter a whole date/)
      assert.equal(await page.locator('table').count(), 0)
      await page.fill('#as-at', '2022-05-01')
      await page.click('#show')
      assert.match(await text(page, 'h1'), /1 May 2022/)
    })
  })

  test('with hostile names is harmless', async () => {
    const markup = `"><script>document.title='taken'</script><img src=x onerror="alert(1)">'&lt;`
    const hostile = changed((document) => {
      document.name = `${markup}${'n'.repeat(10_000)}`
      document.source = `javascript:alert(1) ${markup}`
      document.bodies.forEach((body, at) => (body.name = at % 2 === 0 ? `${markup} ${at}` : `${'W'.repeat(10_000)} ${at}`))
      document.goals.forEach((goal) => (goal.name = `\u202E${markup}`))
      document.priorities.forEach((priority, at) => (priority.name = [markup, 'x'.repeat(10_000), ' \u200B ', '<b>bold</b>'][at % 4]))
      document.organisations.forEach((organisation, at) => (organisation.name = `${markup} ${at}`))
      document.exercises = [hostileExercise(markup)]
      document.overrides = JSON.parse(documents.rules).overrides?.slice(0, 0)
    })
    for (const size of [DESKTOP, PHONE]) {
      await withPage(size, async (page) => {
        await load(page, hostile, `${'<img src=x onerror=alert(1)>'.slice(0, 40)}.json`)
        await page.waitForFunction(() => document.querySelector('h1').textContent.includes('<script>'))
        await page.selectOption('#filter-level', '')
        await page.selectOption('#filter-fair', '')
        await page.getByText('The ranking in sentences').click()
        await page.locator('#weight-1').press('PageUp')
        await page.fill('#cut', '2')
        await page.waitForSelector('#ranked[aria-busy="false"]')
        assert.match(await text(page, '#ranking-table'), /onerror="alert\(1\)"/)
        const found = await page.evaluate(() => ({
          made: document.querySelectorAll('main script, main img:not([src^="icons/"]), main b, main iframe, main a[href^="javascript"]').length,
          handlers: [...document.querySelectorAll('main *')].filter((one) => [...one.attributes].some(({ name }) => name.startsWith('on'))).length,
          longest: Math.max(...[...document.querySelectorAll('main bdi, main option')].map((one) => one.textContent.length)),
          wide: document.documentElement.scrollWidth,
        }))
        assert.equal((await rows(page, 'ranking-table')).length, 6)
        assert.deepEqual([found.made, found.handlers], [0, 0])
        assert.ok(found.longest < 1_200, `a name of ${found.longest} characters`)
        assert.ok(found.wide <= size.width, `${found.wide} wide`)
        const all = await text(page, '#items')
        assert.match(all, /<b>bold<\/b>/)
        assert.match(all, /No name given/)
        assert.match(all, /and 9,700 more characters/)
        assert.match(await page.title(), /status as at 31 March 2023$/)
      })
    }
  })

  test('of ten thousand items is shown a hundred at a time', async () => {
    const many = changed((document) => {
      const [first] = document.priorities
      document.priorities = Array.from({ length: 10_000 }, (_, at) => ({ ...first, id: `P${at}`, name: `Priority ${at}` }))
      document.updates = document.updates.slice(0, 1).map((update) => ({ ...update, priority: 'P0' }))
      delete document.decisions
      delete document.declared_counts
    })
    const problems = equipoise.check(many)
    assert.deepEqual(problems, [])
    await withPage(DESKTOP, async (page) => {
      await load(page, many)
      await page.waitForSelector('.headline')
      await page.selectOption('#filter-level', '')
      assert.match(await text(page, '#items-told'), /10,000 items/)
      assert.equal((await rows(page, 'items-table')).length, 100)
      await page.getByRole('button', { name: /^Show 100 more of 9,900$/ }).click()
      assert.equal((await rows(page, 'items-table')).length, 200)
      await choose(page, 'demo', '2023-03-31')
    })
  })
})
