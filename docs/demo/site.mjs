// Gathers the page, the two documents and the exercise, the library, its icons and the look in site/, ready for any web server of static files.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const site = join(here, 'site')
const library = join(here, 'node_modules/equipoise/pkg')
const look = join(here, 'node_modules/nhsuk-frontend')

/** NHS.UK frontend names a font that only the NHS may use and that lies on another server: the system's own is taken. */
function withoutFont(css) {
  const fonts = /@font-face\{[^}]*\}/g
  const family = 'Frutiger W01,arial,sans-serif'
  const own = '-apple-system,"Segoe UI",Roboto,"Helvetica Neue",arial,"Liberation Sans",sans-serif'
  if (css.match(fonts)?.length !== 2 || !css.includes(family)) throw new Error('nhsuk-frontend has changed how it names its font')
  const changed = css.replace(fonts, '').replaceAll(family, own).replace(/\/\*# sourceMappingURL.*?\*\//, '')
  if (/frutiger|https?:\/\/assets/i.test(changed)) throw new Error('nhsuk-frontend still asks for its font')
  return changed
}

await rm(site, { recursive: true, force: true })
await mkdir(join(site, 'equipoise'), { recursive: true })
const page = ['index.html', 'style.css', 'tables.css', 'choosing.css', 'indicators.css', 'print.css', 'icon.svg', 'js']
for (const file of [...page, 'programme.json', 'rules.json', 'exercise.json']) {
  await cp(join(here, file), join(site, file), { recursive: true })
}
for (const file of await readdir(library)) {
  const wanted = /\.(js|wasm)$/.test(file) && file !== 'node.js'
  if (wanted) await cp(join(library, file), join(site, 'equipoise', file))
}
// The page may show pictures of its own server alone, so each icon is a file.
const { icon } = await import('./node_modules/equipoise/pkg/node.js')
const ICONS = ['improvement_high', 'improvement_low', 'concern_high', 'concern_low', 'high', 'low', 'common_cause', 'pass', 'fail', 'hit_or_miss']
await mkdir(join(site, 'icons'))
for (const name of ICONS) await writeFile(join(site, 'icons', `${name}.svg`), icon(name).svg)
const { version } = JSON.parse(await readFile(join(look, 'package.json'), 'utf8'))
const css = await readFile(join(look, 'dist/nhsuk/nhsuk-frontend.min.css'), 'utf8')
const credit = `/* NHS.UK frontend ${version}, NHS England, MIT licence: https://github.com/nhsuk/nhsuk-frontend. Its fonts are left out. */\n`
await writeFile(join(site, 'nhsuk.css'), withoutFont(css).replace('@charset "UTF-8";', `@charset "UTF-8";\n${credit}`))
