// The page ranks exercises as the library does, and again with every movement of a weight.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { changed, choose, DESKTOP, documents, equipoise, load, PHONE, rows, text, withPage } from './site.mjs'

const exercise = JSON.parse(documents.exercise)
const LAST_COLUMN = 'First under random weights'
const STANDINGS = { certainly_in: 'Certainly in', grey: 'Grey zone', certainly_out: 'Certainly out' }
const percent = (share) => `${Math.round(share * 1000) / 10}%`

/** The page shows this result: ranking, totals as sentences have them, ranges, stability, caution, swing, disagreement. */
async function compare(page, result) {
  const sentences = equipoise.describe(result)
  assert.equal(await text(page, '#caution'), sentences[0])
  const ranking = await rows(page, 'ranking-table')
  assert.deepEqual(ranking.map((row) => row.Proposal.split('\n')), result.ranking.map(({ name, id }) => [name, id]))
  for (const [at, row] of result.ranking.entries()) {
    const said = / is (?<joint>joint )?(?<place>\w+), with (?<total>[\d.]+) of 100/.exec(sentences[1 + at]).groups
    assert.equal(ranking[at].Rank.toLowerCase(), `${said.joint ?? ''}${said.place}`)
    assert.equal(ranking[at]['Total of 100'], said.total)
    const [best, worst] = row.possible_ranks.map(String)
    const could = ranking[at]['Rank could be']
    if (best !== worst) assert.match(could, new RegExp(`^${best}\\w\\w to ${worst}\\w\\w with missing scores`))
    else assert.doesNotMatch(could, /missing/)
    const standing = result.cut_line?.rows[at].standing
    if (standing !== undefined) assert.equal(ranking[at][`Among the first ${result.cut_line.cut}`].split('\n')[0], STANDINGS[standing])
    if (result.acceptability !== null) assert.equal(ranking[at][LAST_COLUMN], percent(result.acceptability.rows[at].ranks[0]))
  }
  const notes = await page.locator('#ranked > .lines > li').allInnerTexts()
  assert.deepEqual(notes, sentences.slice(1 + result.ranking.length))
  const weights = await rows(page, 'stability-table')
  for (const [at, { normalised, stability }] of result.weights.entries()) {
    assert.equal(weights[at].Share, percent(normalised))
    for (const [head, range] of [['The first place stays', stability.winner], ['The whole order stays', stability.order]]) {
      const said = range === null ? 'Not applicable' : `${percent(range.lower)} to ${percent(range.upper)}`
      assert.equal(weights[at][head].split('\n')[0], said)
    }
  }
}

/** What hangs on organisations, which is drawn when movement rests. */
async function compareChecks(page, result) {
  const voices = await rows(page, 'voices-table')
  const swing = voices.filter((row) => row['Swing organisation'].startsWith('Yes')).map((row) => row.Organisation)
  assert.deepEqual(swing, result.leave_one_out.swing_organisations)
  const disputed = await rows(page, 'disagreement-table')
  assert.equal(disputed.length, result.ranking.length)
  const spreads = result.disagreement.rows.map(({ spread }) => spread).sort((a, b) => b - a)
  assert.deepEqual(disputed.map((row) => row.Spread), spreads.map((spread) => (spread * 100).toFixed(1)))
}

const rested = (page) => page.waitForSelector('#ranked:not([aria-busy="true"])')
const weighed = (weights) => ({ ...exercise, criteria: exercise.criteria.map((one, at) => ({ ...one, weight: weights[at] ?? one.weight })) })

describe('choosing', { timeout: 300_000 }, () => {
  test('shows the exercise of a document as its report ranks it', async () => {
    await withPage(DESKTOP, async (page) => {
      await choose(page, 'rules', '2023-03-31')
      const { exercises } = equipoise.assess(documents.rules, { as_at: '2023-03-31' })
      assert.equal(await text(page, '#choosing h3'), exercises[0].name)
      await compare(page, exercises[0].result)
      await compareChecks(page, exercises[0].result)
      assert.equal((await rows(page, 'ranking-table'))[0]['Total of 100'], '81.2')
      // The report's own ranking and the one that follows a movement agree.
      await page.locator('#weight-0').press('ArrowUp')
      await page.locator('#weight-0').press('ArrowDown')
      await rested(page)
      await compare(page, exercises[0].result)
    })
  })

  test('shows the exercise that comes with the page beside a programme without one, and says so', async () => {
    await withPage(DESKTOP, async (page) => {
      assert.match(await text(page, '#choosing'), /This programme holds no exercise\. The one below stands apart from it: its ideas, scores and scorers are invented/)
      await rested(page)
      const result = equipoise.prioritise(exercise, { cut: 3 })
      await compare(page, result)
      await compareChecks(page, result)
      assert.deepEqual(result.leave_one_out.swing_organisations, ['RL4', 'RXK'])
      const captions = await page.locator('#choosing caption').allInnerTexts()
      assert.equal(captions.length, 5)
      assert.ok(captions.every((caption) => caption.includes('(illustrative data)')))
      // The line is drawn below the third.
      assert.equal(await page.locator('#ranking-table tr.cut .cell--row').innerText(), 'One referral form\nreferral')
    })
  })

  test('ranks again with the keyboard alone and without a network, first exactly, then with random weights', async () => {
    for (const size of [DESKTOP, PHONE]) {
      await withPage(size, async (page) => {
        await rested(page)
        await page.context().setOffline(true)
        const slider = page.getByLabel('Shorter waits')
        assert.equal(await slider.getAttribute('aria-valuetext'), '35% of the weight')
        await slider.focus()
        await slider.press('Home')
        await slider.press('PageUp')
        await slider.press('ArrowLeft')
        await page.waitForFunction(() => document.getElementById('ranked').getAttribute('aria-busy') === 'true')
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
        await compare(page, equipoise.prioritise(weighed([9]), { cut: 3, samples: 0 }))
        const result = equipoise.prioritise(weighed([9]), { cut: 3 })
        // What random weights gave holds whatever the sliders say.
        const first = (await rows(page, 'ranking-table')).map((row) => row[LAST_COLUMN])
        assert.deepEqual(first, result.acceptability.rows.map(({ ranks }) => percent(ranks[0])))
        await rested(page)
        await compare(page, result)
        await compareChecks(page, result)
        assert.equal(await text(page, '#ranked-told'), `Ranked again. First: ${result.ranking[0].name}.`)
        assert.notEqual(result.ranking[0].id, 'one-stop')
        assert.equal(await slider.getAttribute('aria-valuetext'), '12.2% of the weight')
        // The focus has stayed where it was.
        assert.equal(await page.evaluate(() => document.activeElement.id), 'weight-0')
        await page.getByRole('button', { name: 'Back to the stated weights' }).press('Enter')
        await rested(page)
        await compare(page, equipoise.prioritise(exercise, { cut: 3 }))
      })
    }
  })

  test('every movement is drawn in the next frame, and what the list says in sentences stays open', async () => {
    await withPage(DESKTOP, async (page) => {
      await rested(page)
      await page.getByText('The ranking in sentences').click()
      const seen = await page.evaluate(async () => {
        const slider = document.getElementById('weight-1')
        const texts = []
        for (const points of [0, 20, 60, 100]) {
          slider.value = String(points)
          slider.dispatchEvent(new Event('input', { bubbles: true }))
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
          texts.push([document.getElementById('caution').innerText, document.querySelector('#ranked details').innerText])
        }
        return texts
      })
      for (const [at, points] of [0, 20, 60, 100].entries()) {
        const result = equipoise.prioritise(weighed([undefined, points]), { cut: 3, samples: 0 })
        const sentences = equipoise.describe(result)
        assert.equal(seen[at][0], sentences[0])
        for (const sentence of sentences.slice(1, 7)) assert.ok(seen[at][1].includes(sentence), `${points}: ${sentence}`)
      }
    })
  })

  test('takes another voice and another cut line, and none', async () => {
    await withPage(DESKTOP, async (page) => {
      await rested(page)
      await page.selectOption('#voice', 'pooled')
      await page.waitForFunction(() => document.getElementById('ranking-table').textContent.includes('Being tried'))
      await page.fill('#cut', '2')
      await rested(page)
      const pooled = equipoise.prioritise(exercise, { cut: 2, voice: 'pooled' })
      assert.equal(pooled.ranking[0].id, 'robot')
      await compare(page, pooled)
      for (const [cut, invalid] of [['', 'false'], ['0', 'true'], ['7', 'true'], ['1.5', 'true']]) {
        await page.fill('#cut', cut)
        await rested(page)
        assert.equal(await page.locator('#cut').getAttribute('aria-invalid'), invalid, cut)
        assert.deepEqual(Object.keys((await rows(page, 'ranking-table'))[0]), ['Proposal', 'Rank', 'Total of 100', 'Rank could be', LAST_COLUMN])
      }
    })
  })

  test('says why there is no ranking, and ranks again once there can be one', async () => {
    await withPage(DESKTOP, async (page) => {
      for (const at of [0, 1, 2, 3]) await page.locator(`#weight-${at}`).press('Home')
      await page.waitForFunction(() => document.getElementById('ranked').textContent.startsWith('There is no ranking like this: '))
      assert.equal(await page.locator('#ranking-table').count(), 0)
      assert.equal(await page.locator('#weight-0').getAttribute('aria-valuetext'), 'No share')
      await page.waitForFunction(() => document.getElementById('ranked-told').textContent === 'There is no ranking like this.')
      await page.locator('#weight-2').press('End')
      await page.waitForSelector('#ranking-table')
      await rested(page)
      await compare(page, equipoise.prioritise(weighed([0, 0, 100, 0]), { cut: 3 }))
    })
  })

  test('leaves out what was not open or not scored by the day', async () => {
    await withPage(DESKTOP, async (page) => {
      await choose(page, 'rules', '2022-09-01')
      assert.match(await text(page, '#choosing'), /no exercise that is open by 1 September 2022, so there is nothing to rank/)
      await choose(page, 'rules', '2022-09-15')
      assert.match(await text(page, '#choosing'), /47 scores given after the day of the report do not count/)
      const [{ result }] = equipoise.assess(documents.rules, { as_at: '2022-09-15' }).exercises
      assert.equal(await text(page, '#caution'), equipoise.describe(result)[0])
      assert.match(await text(page, '#choosing'), /0 scorers of 0 organisations/)
      for (const move of ['', 'ArrowUp']) {
        if (move !== '') await page.locator('#weight-0').press(move)
        await rested(page)
        assert.deepEqual(new Set((await rows(page, 'ranking-table')).map((row) => row.Rank)), new Set(['No rank']))
      }
    })
  })

  test('lets the reader choose between exercises, labelled only where they are illustrative', async () => {
    const own = changed((document) => {
      document.illustrative = false
      document.exercises = [{ ...exercise, name: 'Spring', body: 'board' }, { ...exercise, id: 'second', name: null, body: 'board', proposals: exercise.proposals.slice(0, 4), scores: exercise.scores.filter(({ proposal }) => exercise.proposals.slice(0, 4).some(({ id }) => id === proposal)) }]
    })
    await withPage(DESKTOP, async (page) => {
      await load(page, own)
      await page.waitForSelector('#exercise')
      assert.equal((await rows(page, 'ranking-table')).length, 6)
      await page.selectOption('#exercise', { label: 'second' })
      assert.equal((await rows(page, 'ranking-table')).length, 4)
      await compare(page, equipoise.assess(own, { as_at: '2023-03-31' }).exercises[1].result)
      assert.doesNotMatch(await text(page, '#choosing'), /illustrative data/)
    })
  })
})
