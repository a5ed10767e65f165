// Writes js/types.ts from the JSON Schemas; `--check` only says whether it is current.
// usage: node scripts/types.mjs [--check] [SCHEMA_FOLDER [TYPES_FILE]]
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { compile } from 'json-schema-to-typescript'

const check = process.argv.includes('--check')
const [folder, file] = process.argv.slice(2).filter((argument) => argument !== '--check')
const schemas = folder ?? fileURLToPath(new URL('../../docs/schema', import.meta.url))
const target = file ?? fileURLToPath(new URL('../js/types.ts', import.meta.url))

const made = await typesOf(await definitions(schemas))
if (!check) {
  await writeFile(target, made)
} else if ((await readFile(target, 'utf8').catch(() => '')) !== made) {
  console.error(`${target} is not current: run "npm run types"`)
  process.exit(1)
}

/**
 * The types of what is given and of what is returned, by name. Where the two files differ in a type of one name (a
 * policy may be given in part and is returned whole), the one that is given is called NameInput.
 */
async function definitions(folder) {
  const document = named(JSON.parse(await readFile(`${folder}/document.schema.json`, 'utf8')))
  const results = named(JSON.parse(await readFile(`${folder}/results.schema.json`, 'utf8')))
  const differing = new Set()
  for (let size = -1; size < differing.size; ) {
    size = differing.size
    for (const name of Object.keys(document)) {
      const given = withNames(document[name], (used) => (differing.has(used) ? `${used}Input` : used))
      if (name in results && !isDeepStrictEqual(given, results[name])) differing.add(name)
    }
  }
  const rename = (name) => (differing.has(name) ? `${name}Input` : name)
  const given = Object.entries(document).map(([name, schema]) => [rename(name), withNames(schema, rename)])
  return { ...Object.fromEntries(given), ...results }
}

/** All definitions of a schema, its root among them. */
function named({ $schema, $id, $defs = {}, ...root }) {
  return root.title === undefined || root.type === undefined ? $defs : { [root.title]: root, ...$defs }
}

/** A schema whose references lead to the names that `rename` gives. */
function withNames(schema, rename) {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' ? value.replace(/[^/]+$/, rename) : value,
  )
}

async function typesOf($defs) {
  const all = { title: 'AllTypes', type: 'object', properties: {}, $defs }
  const made = await compile(all, 'AllTypes', {
    additionalProperties: false,
    bannerComment: '// Made from docs/schema by "npm run types". Do not edit.',
    format: true,
    style: { semi: false, singleQuote: true, printWidth: 120, trailingComma: 'all' },
    unreachableDefinitions: true,
  })
  // The root only holds the definitions, and who refers to a type says nothing about it.
  const noted = / \* This interface was referenced by `AllTypes`'s JSON-Schema\n \* via the `definition` "[^"]*"\.\n/g
  return made
    .replace(noted, '')
    .replace(/\/\*\*\n( \*\n)* \*\/\n/g, '')
    .replace(/( \*\n)+ \*\/\n/g, ' */\n')
    .replace(/export interface AllTypes \{\}\n/, '')
}
