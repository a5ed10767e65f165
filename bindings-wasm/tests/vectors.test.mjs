// Every vector through the public functions of the packed package, compared exactly.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { answerOf, importFile, importIn, installPackage, operations, vectors } from './project.mjs'

const project = await installPackage()
const equipoise = await importIn(project, 'equipoise')
const wasm = await importFile(project, 'pkg/wasm.js')
const all = vectors()

test('every operation has vectors, and every folder of vectors a function', () => {
  assert.deepEqual([...new Set(all.map(({ operation }) => operation))].sort(), Object.keys(operations).sort())
  for (const { name } of Object.values(operations)) assert.equal(typeof equipoise[name], 'function', name)
})

describe('vectors', () => {
  for (const vector of all) {
    test(`${vector.operation}/${vector.file}: ${vector.title}`, () => {
      assert.deepStrictEqual(answerOf(equipoise, vector), vector.answer)
    })
  }
})

test('the text of every answer is what JSON.stringify prints', () => {
  for (const { operation, file, request } of all) {
    const text = wasm[operations[operation].name](JSON.stringify(request))
    assert.equal(JSON.stringify(JSON.parse(text)), text, `${operation}/${file}`)
  }
})

test('a document may be given as text', () => {
  const given = all.filter(({ request }) => typeof request.document === 'object' && request.document !== null)
  assert.ok(given.length > 0)
  for (const vector of given) {
    const request = { ...vector.request, document: JSON.stringify(vector.request.document, null, 2) }
    assert.deepStrictEqual(answerOf(equipoise, { ...vector, request }), vector.answer, vector.file)
  }
})
