// Rows as readers of sheets give them, and the demo from its sheet to its report.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { importIn, installPackage } from './project.mjs'

const { assess, EquipoiseError, fromRows, html } = await importIn(await installPackage(), 'equipoise')

// Beside the repository, and no part of it.
const items = fileURLToPath(new URL('../../../shared/demo/items.csv', import.meta.url))
const skip = existsSync(items) ? false : 'not run: shared/demo/items.csv stands outside this repository and is not here'
const days = { as_at: '2023-03-31', recorded_on: '2023-03-31' }

test('the demo goes from its sheet to its report in five lines', { skip }, () => {
  const [headings, ...lines] = readFileSync(items, 'utf8').trim().split('\n').map((line) => line.split(','))
  const rows = lines.map((cells) => Object.fromEntries(headings.map((heading, place) => [heading, cells[place]])))
  const columns = { approved_on: { value: '2022-04-01' }, kind: { words: { M: 'Critical milestone' } } }
  const { document, problems } = fromRows(rows, { as_at: '2023-03-31', recorded_on: '2023-03-31', columns })
  const report = assess(document, { as_at: '2023-03-31' })

  assert.deepEqual(
    problems.map(({ code, path }) => [code, path]),
    [['cancelled_without_reason', '/rows/52/lifecycle']],
  )
  assert.equal(report.headline, 'Amber over all items, Red over networks, Green by average')
  const [programme] = report.nodes
  assert.deepEqual(programme.counts, { complete: 22, green: 13, amber: 13, red: 11, not_assessed: 0, excluded: 1 })
  assert.deepEqual(programme.watermelons, ['COL-T2', 'ORT-M1', 'ORT-P1', 'URO-P1'])
  assert.equal(programme.path_to_green.length, 12)
  assert.match(html(report), /Amber over all items, Red over networks, Green by average/)
  assert.deepEqual(fromRows(rows, { ...days, columns, document }).document, document)
})

test('a place in the document is told from its root, and a Date is refused', () => {
  const row = { ID: 'T1', Network: 'Skin', Type: 'Task', Title: 'One form', 'Due date': new Date(0) }
  const document = { schema_version: '1.0', id: 'p', name: Number.NaN }
  const refused = (error) => {
    assert.ok(error instanceof EquipoiseError)
    assert.deepEqual(error.problems.map(({ code, path }) => [code, path]), [
      ['date_object', '/rows/0/Due date'],
      ['not_a_number', '/name'],
    ])
    return true
  }
  assert.throws(() => fromRows([row], { ...days, document }), refused)
})

test('a cell that is not there is blank', () => {
  const row = { ID: 'T1', Network: 'Skin', Type: 'Task', Title: 'One form', RAG: undefined }
  assert.deepEqual(fromRows([row], days).problems, [])
})
