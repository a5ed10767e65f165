// Serves site/ to this machine alone: node serve.mjs [PORT]. Without a port, a free one is taken.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { dirname, extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(import.meta.url)
const site = join(dirname(here), 'site')
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}
const HEADERS = {
  'cache-control': 'no-cache',
  'content-security-policy': "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
}

/** Starts the server; gives its address and a way to end it. */
export async function serve(port = 0) {
  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url, 'http://localhost')
      const path = normalize(join(site, decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname)))
      if (!path.startsWith(site + sep) || !(extname(path) in TYPES)) throw new Error('not a file of the site')
      const body = await readFile(path)
      response.writeHead(200, { ...HEADERS, 'content-type': TYPES[extname(path)] }).end(body)
    } catch {
      response.writeHead(404, { ...HEADERS, 'content-type': 'text/plain' }).end('Not found\n')
    }
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}

if (process.argv[1] === here) {
  const { address } = await serve(Number(process.argv[2] ?? 0))
  console.log(`The demo page is at ${address} (Ctrl+C ends it)`)
}
