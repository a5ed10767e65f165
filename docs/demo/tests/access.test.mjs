// The page can be used by everybody: assistive technology, the keyboard alone, a narrow screen.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { choose, DESKTOP, documents, load, PHONE, text, withPage } from './site.mjs'

const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

/** What axe-core finds; every rule is on but those that it calls experimental. */
async function audit(page, state) {
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document, { rules: { 'target-size': { enabled: true } } }))
  assert.ok(passes.length > 10, 'axe-core has looked at the page')
  const told = violations.map(({ id, nodes }) => `${state}: ${id}: ${nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`)}`)
  assert.deepEqual(told, [])
}

/** What reaches beyond the right edge of the window. */
const beyond = (page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const wide = [...document.querySelectorAll('body *')].filter((one) => {
      const { right, width, height } = one.getBoundingClientRect()
      const clipped = one.closest('thead') !== null && getComputedStyle(one.closest('thead')).clipPath !== 'none'
      return width > 1 && height > 1 && right > clientWidth + 0.5 && !clipped
    })
    const named = wide.map((one) => `${one.tagName}.${one.className}`)
    return scrollWidth > clientWidth ? [`page ${scrollWidth}`, ...named] : named
  })

/** Notes, in the page, how everything that can have the focus looks. */
function lookOfAll() {
  const style = (one, part) => {
    const { outlineStyle, outlineColor, boxShadow, backgroundColor, borderColor, color } = getComputedStyle(one, part)
    const outline = outlineStyle === 'none' || outlineColor === 'rgba(0, 0, 0, 0)' ? '' : outlineColor
    return [outline, boxShadow, backgroundColor, borderColor, color].join()
  }
  // A radio button is drawn by its label.
  const look = (one) => (one.type === 'radio' ? style(one.nextElementSibling, '::before') : style(one))
  const all = [...document.querySelectorAll('a, button, input, select, summary, [tabindex="0"]')].filter((one) => one !== document.activeElement)
  globalThis.looks = { look, before: new Map(all.map((one) => [one, look(one)])) }
}

/** Whether what now has the focus can be seen and looks different from before. */
function looksDifferent() {
  const { activeElement } = document
  const { width, height } = activeElement.getBoundingClientRect()
  const { look, before } = globalThis.looks
  // Within the date field the focus goes from part to part.
  const plain = before.get(activeElement) ?? (activeElement.type === 'date' ? '' : look(activeElement))
  return width > 1 && height > 1 && look(activeElement) !== plain
}

/** Every state that the page can be in. */
const STATES = {
  demo: async () => {},
  'every rule, all items': async (page) => {
    await choose(page, 'rules', '2023-03-31')
    await page.selectOption('#filter-level', '')
  },
  'no item fits': async (page) => {
    await page.selectOption('#filter-body', 'urology')
    await page.selectOption('#filter-level', 'excluded')
  },
  'weights moved, sentences open': async (page) => {
    await page.getByText('The ranking in sentences').click()
    await page.locator('#weight-2').press('PageUp')
    await page.waitForSelector('#ranked[aria-busy="false"]')
  },
  'no ranking': async (page) => {
    for (const at of [0, 1, 2, 3]) await page.locator(`#weight-${at}`).press('Home')
    await page.fill('#cut', '99')
    await page.waitForFunction(() => document.getElementById('ranked').textContent.startsWith('There is no ranking'))
  },
  'all that is held, and a calculator that cannot': async (page) => {
    await page.selectOption('#filter-fair', '')
    await page.fill('#posts', '-1')
  },
  'before anything began': async (page) => choose(page, 'demo', '2019-01-01'),
  'no date': async (page) => {
    await page.fill('#as-at', '')
    await page.click('#show')
  },
  'own file not yet chosen': async (page) => {
    await page.check('#choice-own')
    await page.click('#show')
  },
  'faulty file': async (page) => {
    await load(page, documents.demo.replaceAll('"task"', '"tusk"').replace('"schema_version"', '"schema"'))
    await page.waitForSelector('#problems-table')
  },
}

/** What has the focus, and the Tab key until something has it, which must be seen each time. */
function keys(page) {
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName)
  const tabTo = async (id) => {
    for (let presses = 0; presses < 120; presses += 1) {
      if ((await focused()) === id) return
      await page.evaluate(lookOfAll)
      await page.keyboard.press('Tab')
      assert.ok(await page.evaluate(looksDifferent), `focus on ${await focused()} cannot be seen`)
    }
    assert.fail(`the Tab key does not reach ${id}`)
  }
  return { focused, tabTo }
}

describe('for everybody', { timeout: 600_000 }, () => {
  for (const [name, size] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    test(`${name}, every state: axe-core finds nothing and nothing is too wide`, async () => {
      await withPage(size, async (page) => {
        await page.evaluate(axe)
        for (const [state, reach] of Object.entries(STATES)) {
          await choose(page, 'demo', '2023-03-31')
          await reach(page)
          await audit(page, state)
          assert.deepEqual(await beyond(page), [], state)
        }
      })
    })
  }

  test('at every width between phone and desktop nothing is too wide', async () => {
    await withPage(DESKTOP, async (page) => {
      await page.selectOption('#filter-level', '')
      for (const width of [320, 375, 480, 641, 769, 900, 960, 1024, 1119, 1120, 1199, 1200, 1920]) {
        await page.setViewportSize({ width, height: 800 })
        assert.deepEqual(await beyond(page), [], `${width} wide`)
        const left = (await page.locator('main').boundingBox()).x
        assert.ok(left >= 16, `${width} wide: ${left} pixels beside the page`)
      }
    })
  })

  test('words on levels have a contrast of 4.5 or more', async () => {
    await withPage(DESKTOP, async (page) => {
      await choose(page, 'rules', '2023-03-31')
      const contrasts = await page.evaluate(() => {
        const light = (colour) => {
          const parts = colour.match(/\d+/g).slice(0, 3).map((part) => part / 255)
          const linear = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
          return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        }
        return [...document.querySelectorAll('#legend-table .level')].map((tag) => {
          const { color, backgroundColor } = getComputedStyle(tag)
          const [a, b] = [light(color), light(backgroundColor)]
          return [tag.dataset.level, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), light(color) < light(backgroundColor)]
        })
      })
      assert.equal(contrasts.length, 6)
      for (const [level, contrast] of contrasts) assert.ok(contrast >= 4.5, `${level}: ${contrast}`)
      assert.ok(contrasts.find(([level]) => level === 'amber')[2], 'dark text on amber')
    })
  })

  test('with the keyboard alone: skip, choose, set a day, show, filter', async () => {
    await withPage(DESKTOP, async (page) => {
      const { focused, tabTo } = keys(page)
      await page.keyboard.press('Tab')
      assert.match(await focused(), /nhsuk-skip-link/)
      await page.keyboard.press('Enter')
      assert.equal(await focused(), 'main')
      await tabTo('choice-demo')
      await page.keyboard.press('ArrowDown')
      assert.equal(await focused(), 'choice-rules')
      await tabTo('as-at')
      const year = (await page.evaluate(() => new Date(Date.UTC(2022, 5, 30)).toLocaleDateString(undefined, { timeZone: 'UTC' })))
      await page.keyboard.type(year.startsWith('6') || year.startsWith('06') ? '06302022' : '30062022')
      assert.equal(await page.inputValue('#as-at'), '2022-06-30')
      await page.keyboard.press('Enter')
      assert.match(await text(page, 'h1'), /Four Rivers[^]*30 June 2022/)
      assert.match(await text(page, '#shown'), /^Shown: .* as at 30 June 2022\.$/)
      await tabTo('show')
      await page.keyboard.press('Space')
      assert.equal(await focused(), 'show')
      await tabTo('filter-level')
      await page.keyboard.type('All')
      assert.match(await text(page, '#items-told'), /Showing 53 of 53 items/)
      await page.keyboard.press('Shift+Tab')
      assert.equal(await focused(), 'filter-body')
      await page.keyboard.type('Skin')
      assert.doesNotMatch(await text(page, '#items-told'), /Showing 53/)
    })
  })

  test('with the keyboard alone: weigh, draw the cut line, read, show more, share out', async () => {
    await withPage(DESKTOP, async (page) => {
      const { focused, tabTo } = keys(page)
      const first = (name) => page.waitForFunction((name) => document.querySelector('#ranking-table .cell--row bdi').textContent === name, name)
      await first('One-stop clinics')
      await page.locator('#show').focus()
      await tabTo('weight-3')
      await page.keyboard.press('End')
      await first('One referral form')
      await tabTo('cut')
      await page.keyboard.type('5')
      await page.waitForFunction(() => document.querySelector('#ranking-table').innerText.includes('Among the first 5'))
      await tabTo('weights-back')
      await page.keyboard.press('Enter')
      await first('One-stop clinics')
      await tabTo('nhsuk-details__summary')
      await page.keyboard.press('Enter')
      await page.getByText('is 1st, with 69.7 of 100').waitFor()
      await tabTo('filter-fair')
      await page.keyboard.type('Every')
      assert.match(await text(page, '#fair-told'), /^Showing (\d+) of \1 counts/)
      await tabTo('posts')
      await page.keyboard.press('ArrowUp')
      assert.match(await text(page, '#shared-out'), /Fair shares of 12 posts/)
      await tabTo('held-0')
      await page.keyboard.type('7')
      assert.match(await text(page, '#shared-out'), /RNA: It holds 7 of 15 posts/)
      assert.equal(await focused(), 'held-0')
    })
  })

  test('links on the page lead to their headings, which the label does not hide', async () => {
    for (const size of [DESKTOP, PHONE]) {
      await withPage(size, async (page) => {
        const links = page.locator('.jumps a')
        assert.equal(await links.count(), 10)
        for (const link of await links.all()) {
          await link.focus()
          await page.keyboard.press('Enter')
          const [top, foot] = await page.evaluate(() => [
            document.activeElement.getBoundingClientRect().top,
            document.getElementById('label').getBoundingClientRect().bottom,
          ])
          assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H2')
          assert.ok(top >= foot || Math.abs(top - foot) < 1, `${top} under ${foot}`)
        }
      })
    }
  })

  test('the label that data are illustrative stays in sight', async () => {
    for (const size of [DESKTOP, PHONE]) {
      await withPage(size, async (page) => {
        for (const share of [0, 0.3, 0.7, 1]) {
          await page.evaluate((share) => scrollTo(0, document.documentElement.scrollHeight * share), share)
          const { top, bottom } = await page.evaluate(() => document.getElementById('label').getBoundingClientRect().toJSON())
          assert.ok(top >= 0 && bottom <= size.height, `${share}: ${top} to ${bottom}`)
        }
      })
    }
  })

  test('the content security policy lets no markup, inline script, eval or other server through', async () => {
    await withPage(DESKTOP, async (page, wrong) => {
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
      assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/)
      const outcome = await page.evaluate(async () => {
        const failed = []
        const inline = document.createElement('script')
        try {
          inline.textContent = 'globalThis.taken = 1'
          document.body.append(inline)
        } catch {
          failed.push('script')
        }
        try {
          document.body.insertAdjacentHTML('beforeend', '<img src="x">')
        } catch {
          failed.push('markup')
        }
        await fetch('http://127.0.0.1:1/').catch(() => failed.push('fetch'))
        const style = document.createElement('div')
        style.setAttribute('style', 'color: red')
        if (style.style.color === '') failed.push('style')
        return { failed, taken: globalThis.taken }
      })
      assert.deepEqual(outcome, { failed: ['script', 'markup', 'fetch', 'style'], taken: undefined })
      // These complaints of the browser were asked for.
      assert.ok(wrong.length >= 3)
      wrong.length = 0
    })
  })
})
