// The page shows who holds what, as the library checks it, and shares posts out.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { changed, choose, DESKTOP, documents, equipoise, load, rows, text, withPage } from './site.mjs'

const STATUSES = { met: 'Met', met_as_far_as_possible: 'Met as far as possible', not_met: 'Not met', not_assessable: 'Cannot be assessed' }
const TRUSTS = ['RNA', 'RL4', 'RXK', 'RBK']
const listed = (names, word) => (names.length > 1 ? `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}` : names[0])

/** What the answer of the calculator says: the sentences, without the table and the heading between. */
const answer = (page) => page.locator('#shared-out .lines li, #shared-out p.line').allInnerTexts()

describe('fair representation', { timeout: 300_000 }, () => {
  test('shows every row of the report, with who is next', async () => {
    await withPage(DESKTOP, async (page) => {
      for (const choice of ['demo', 'rules']) {
        await choose(page, choice, '2023-03-31')
        await page.selectOption('#filter-fair', '')
        const { representation } = equipoise.assess(documents[choice], { as_at: '2023-03-31' })
        const shown = await rows(page, 'fair-table')
        assert.equal(shown.length, representation.length)
        assert.ok(shown.length > 30)
        for (const [at, row] of representation.entries()) {
          const [heading, ...sentences] = equipoise.describe(row)
          assert.equal(`${shown[at].What.split('\n').join(', ')}.`, heading)
          assert.equal(shown[at].Status, STATUSES[row.check.status])
          assert.equal(shown[at].Next, row.check.next === null ? 'Not applicable' : listed(row.check.next[0], 'or'))
          assert.deepEqual(shown[at]['In words'].split('\n'), sentences)
          for (const [id, held] of Object.entries(row.check.counts)) {
            assert.ok(shown[at].Held.split('\n').some((line) => line.startsWith(`${id}: ${held}, due `)), `${heading} ${id}`)
          }
        }
      }
    })
  })

  test('shows the whole programme first, and what is not met when asked', async () => {
    await withPage(DESKTOP, async (page) => {
      const { representation } = equipoise.assess(documents.demo, { as_at: '2023-03-31' })
      const programme = representation.filter(({ scope }) => scope === 'programme')
      assert.equal((await rows(page, 'fair-table')).length, programme.length)
      assert.equal(await text(page, '#fair-told'), `Showing ${programme.length} of ${representation.length} counts by organisation.`)
      await page.selectOption('#filter-fair', 'not_met')
      assert.deepEqual(new Set((await rows(page, 'fair-table')).map((row) => row.Status)), new Set(['Not met']))
      assert.match(await page.locator('#fair-table caption').innerText(), /illustrative data/)
    })
  })

  test('the calculator answers as the library does, at each change', async () => {
    await withPage(DESKTOP, async (page) => {
      const leads = { RNA: 3, RL4: 3, RXK: 3, RBK: 2 }
      const even = { RNA: 1, RL4: 1, RXK: 1, RBK: 1 }
      const expected = (posts, shares, counts, options = { entitlement: shares }) => [
        ...equipoise.describe(equipoise.apportion(posts, shares)),
        ...equipoise.describe(equipoise.checkRepresentation(counts, options)),
      ]
      assert.equal(await page.inputValue('#posts'), '11')
      assert.deepEqual(await answer(page), expected(11, even, leads, {}))
      await page.context().setOffline(true)
      await page.getByLabel('Number of posts').fill('13')
      assert.deepEqual(await answer(page), expected(13, even, leads, {}))
      assert.equal(await text(page, '#shared-told'), expected(13, even, leads, {})[0])
      await page.getByLabel('Counts as: The Dudley Group NHS Foundation Trust').fill('2.5')
      await page.getByLabel('Holds now: Walsall Healthcare NHS Trust').fill('4')
      const [shares, counts] = [{ ...even, RNA: 2.5 }, { ...leads, RBK: 4 }]
      assert.deepEqual(await answer(page), expected(13, shares, counts))
      const shared = equipoise.apportion(13, shares)
      const table = await rows(page, 'shared-table')
      assert.deepEqual(table.map((row) => Number(row.Certain)), TRUSTS.map((id) => shared.seats[id]))
      // What is not known is not nothing.
      await page.getByLabel('Holds now: Walsall Healthcare NHS Trust').fill('')
      assert.deepEqual(await answer(page), expected(13, shares, { ...leads, RBK: null }))
    })
  })

  test('the calculator says what is wrong, and what it cannot do', async () => {
    await withPage(DESKTOP, async (page) => {
      await page.getByLabel('Number of posts').fill('-1')
      assert.match(await text(page, '#shared-out'), /^This cannot be worked out: /)
      await page.getByLabel('Number of posts').fill('5')
      for (const at of [0, 1, 2, 3]) await page.fill(`#share-${at}`, '0')
      assert.match(await text(page, '#shared-out'), /^This cannot be worked out: /)
      await page.fill('#share-1', '1')
      assert.equal((await rows(page, 'shared-table'))[1].Certain, '5')
      const alone = changed((document) => {
        delete document.collaborative
        document.name = 'Without members'
      })
      assert.deepEqual(equipoise.check(alone), [])
      await load(page, alone)
      await page.waitForFunction(() => document.querySelector('h1').textContent.startsWith('Without members'))
      assert.match(await text(page, '#fair'), /names no members to share posts out between/)
      assert.equal(await page.locator('#posts').count(), 0)
    })
  })
})
