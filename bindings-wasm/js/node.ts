import { readFileSync } from 'node:fs'
import { ready } from './call.js'
import type * as browser from './index.js'
import * as wasm from './wasm.js'

export * from './facade.js'

wasm.initSync({ module: readFileSync(new URL('./equipoise.wasm', import.meta.url)) })
ready(wasm)

/** Nothing is left to do in Node.js: the library is ready once imported. */
export const init: typeof browser.init = async () => {}
