// Prints how many points a second WebAssembly judges in Node.js, as JSON: see tests/peers/series/run.
import { spc, spcTable } from '../../../bindings-wasm/pkg/node.js'

const SERIES = 100_000
const MONTHS = 36
const about = { improvement_direction: 'increase', targets: 0.9 }

/** The fastest of some calls, in seconds. */
function fastest(work, runs = 7) {
  const time = () => {
    const start = performance.now()
    work()
    return (performance.now() - start) / 1000
  }
  time()
  return Math.min(...Array.from({ length: runs }, time))
}

let state = 1
const value = Float64Array.from({ length: SERIES * MONTHS }, () => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
  return state / 2 ** 32
})
const columns = { series: Uint32Array.from(value, (_, row) => Math.floor(row / MONTHS)), value }
const one = Array.from(value.subarray(0, MONTHS))
const rate = (work, points) => points / fastest(work)
console.log(
  JSON.stringify({
    'status and icons': rate(() => spcTable(columns, { ...about, look_first: false }), value.length),
    'with the order to look in': rate(() => spcTable(columns, about), value.length),
    'every column': rate(() => spcTable(columns, { ...about, lines: true }), value.length),
    'one series at a time': rate(() => { for (let call = 0; call < 200; call += 1) spc(one, about) }, 200 * MONTHS),
  }),
)
