// Times this library in Node.js: prints the seconds of each piece of work of tests/peers/speed/run as JSON.
import { apportion, compareRounds, prioritise, scoreMatrix } from '../../../bindings-wasm/pkg/node.js'

/** The median of nine runs, each long enough to be timed. */
function seconds(work) {
  work()
  const begun = performance.now()
  work()
  const times = Math.max(1, Math.ceil(30 / (performance.now() - begun + 0.001)))
  const runs = Array.from({ length: 9 }, () => {
    const start = performance.now()
    for (let time = 0; time < times; time += 1) work()
    return (performance.now() - start) / 1000 / times
  })
  return runs.sort((a, b) => a - b)[4]
}

const range = (length) => [...Array(length).keys()]
const matrix = (rows, columns) => range(rows).map((row) => range(columns).map((column) => ((row * 31 + column * 17) % 97) + 1))
const named = (weights) => Object.fromEntries(weights.map((weight, place) => [`o${place}`, weight]))

const found = {}
for (const [rows, columns] of [[60, 8], [10000, 10]]) {
  const directions = range(columns).map((column) => (column % 3 === 2 ? 'minimise' : 'maximise'))
  const weights = range(columns).map((column) => column + 1)
  for (const method of ['weighted_sum', 'topsis', 'vikor', 'promethee_ii'].slice(0, rows > 1000 ? 3 : 4)) {
    const figures = matrix(rows, columns)
    found[`${method}, ${rows} x ${columns}`] = seconds(() => scoreMatrix(figures, { weights, directions, method }))
  }
}
const [four, many] = [[42, 31, 25, 12], range(42).map((place) => ((12345 * (place + 1) ** 2) % 1000003) + 20000)]
for (const method of ['hamilton', 'dhondt', 'sainte_lague', 'huntington_hill']) {
  found[`${method}, 11 seats over 4`] = seconds(() => apportion(11, named(four), { method }))
  found[`${method}, 191 seats over 42`] = seconds(() => apportion(191, named(many), { method }))
}
const exercise = {
  criteria: range(8).map((place) => ({ id: `c${place}`, name: 'C', scale: { worst: 1, best: 97 }, weight: place + 1 })),
  proposals: range(60).map((place) => ({ id: `p${place}`, name: 'P' })),
  scores: matrix(60, 8).flatMap((row, proposal) =>
    row.map((score, column) => ({ scorer: 's', organisation: 'o', proposal: `p${proposal}`, criterion: `c${column}`, score })),
  ),
}
/** 60 proposals and 8 criteria, scored from 1 to 7 by so many scorers of 4 organisations: as compare.py has them. */
function panel(scorers) {
  let state = 1n
  const score = () => {
    state = (state * 1103515245n + 12345n) % 4294967296n
    return 1 + Number((state >> 16n) % 7n)
  }
  return {
    criteria: range(8).map((place) => ({ id: `c${place}`, name: 'C', scale: { worst: 1, best: 7 }, weight: place + 3 })),
    proposals: range(60).map((place) => ({ id: `P${place}`, name: `Proposal ${place}`, interested_organisations: [`T${place % 4}`] })),
    scores: range(scorers).flatMap((scorer) =>
      range(60).flatMap((row) =>
        range(8).map((column) => ({ scorer: `s${scorer}`, organisation: `T${scorer % 4}`, proposal: `P${row}`, criterion: `c${column}`, score: score() })),
      ),
    ),
  }
}
for (const scorers of [4, 40]) {
  const [name, own] = [`60 x 8 x ${scorers}`, panel(scorers)]
  found[`a changed weight, ${name}`] = seconds(() => prioritise(own, { samples: 0, cut: 15 }))
  found[`everything, ${name}`] = seconds(() => prioritise(own, { cut: 15 }))
  found[`two rounds, ${name}`] = seconds(() => compareRounds(own, own))
}
const [whole, plain] = [10000, 0].map((samples) => seconds(() => prioritise(exercise, { samples })))
found['random weights'] = whole - plain
console.log(JSON.stringify(found))
