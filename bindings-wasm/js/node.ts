import { readFileSync } from 'node:fs'
import * as wasm from './wasm.js'
import { ready } from './facade.js'
import type * as browser from './index.js'

export { EquipoiseError } from './errors.js'
export { assess, check, describe, legend, rollUp, table } from './facade.js'

wasm.initSync({ module: readFileSync(new URL('./equipoise.wasm', import.meta.url)) })
ready(wasm)

/** Nothing is left to do in Node.js: the library is ready once imported. */
export const init: typeof browser.init = async () => {}
