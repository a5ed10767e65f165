// Every chart of the vectors through Vega-Lite itself: compiled, run without eval as a strict page would, drawn to SVG.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as vega from 'vega'
import { expressionInterpreter } from 'vega-interpreter'
import { compile } from 'vega-lite'
import { vectors } from './project.mjs'

const charts = vectors()
  .filter(({ operation, answer }) => operation === 'chart' && answer.answer !== undefined)
  .map(({ file, title, answer }) => ({ name: `${file}: ${title}`, chart: answer.answer }))

/** Draws a specification; gives the SVG and what was warned of. */
async function draw(chart) {
  const warnings = []
  const warn = (...words) => void warnings.push(words.join(' '))
  const logger = { level: () => logger, warn, error: warn, info: () => logger, debug: () => logger }
  const { spec } = compile(structuredClone(chart), { logger })
  const runtime = vega.parse(spec, undefined, { ast: true })
  const view = new vega.View(runtime, { expr: expressionInterpreter, logger, renderer: 'none' })
  return { svg: await view.toSVG(), warnings }
}

const unescaped = (text) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

describe('charts', () => {
  test('there are some of each kind', () => {
    assert.ok(charts.length >= 30, `${charts.length} charts`)
  })

  for (const { name, chart } of charts) {
    test(name, async () => {
      const { svg, warnings } = await draw(chart)
      const { values } = chart.data
      // An empty chart has no extent, which Vega says of each of its axes.
      const expected = values.length === 0 ? /^Infinite extent for field/ : /^$/
      for (const warning of warnings) assert.match(warning, expected)

      // Its words are in the picture, as words.
      const words = unescaped(svg)
      for (const line of [chart.title.text, ...chart.title.subtitle]) assert.ok(words.includes(line), line)
      for (const { label, words: said } of values) {
        for (const text of [label, said]) {
          // Long labels are cut, and points bear no label.
          const short = text?.length < 30 && !('effort' in values[0]) && !('points' in values[0] && text === said)
          if (short) assert.ok(words.includes(text), text)
        }
      }
      assert.ok(!/<(img|script|a)\b|NaN|undefined/i.test(svg))
    })
  }
})
