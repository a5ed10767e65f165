import { notReady, ready } from './call.js'
import * as wasm from './wasm.js'

export * from './facade.js'

/**
 * Loads the library; every other function works once this has ended. To call it again is harmless.
 *
 * `source` is where `equipoise.wasm` is (a text, a `URL` or a `Request`), or what it is (a `Response`, its bytes or a
 * `WebAssembly.Module`), or a promise of one. Left out: the file beside this one. In Node.js nothing needs to be
 * loaded, and `init()` does nothing.
 */
// The type names nothing of a browser, so that it is understood without TypeScript's library "dom".
export async function init(source?: string | object): Promise<void> {
  try {
    await wasm.default({ module_or_path: (source ?? new URL('./equipoise.wasm', import.meta.url)) as BufferSource })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const other = cause instanceof WebAssembly.CompileError ? 'this is not the file equipoise.wasm: ' : ''
    throw notReady(`equipoise.wasm could not be loaded: ${other}${reason}`, { cause })
  }
  ready(wasm)
}
