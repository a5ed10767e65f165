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
 * The types of what is given and of what is returned, by name. Where these two differ in a type of one name, the one
 * that is given is called NameInput.
 */
async function definitions(folder) {
  const read = async (name) => JSON.parse(await readFile(`${folder}/${name}.schema.json`, 'utf8'))
  const { $schema, $defs, ...programme } = await read('document')
  const given = { [programme.title]: programme, ...$defs, ...(await read('arguments')).$defs }
  const returned = (await read('results')).$defs
  const differing = new Set()
  const rename = (name) => (differing.has(name) ? `${name}Input` : name)
  for (let size = -1; size < differing.size; ) {
    size = differing.size
    for (const [name, schema] of Object.entries(given)) {
      if (name in returned && !isDeepStrictEqual(prepared(schema, rename), prepared(returned[name]))) differing.add(name)
    }
  }
  const renamed = Object.entries(given).map(([name, schema]) => [rename(name), prepared(schema, rename)])
  return { ...Object.fromEntries(renamed), ...prepared(returned) }
}

/** A schema as the compiler understands it, with the names that `rename` gives. */
function prepared(schema, rename = (name) => name) {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key === '$ref') return value.replace(/[^/]+$/, rename)
    if (typeof value?.$ref === 'string' && Object.keys(value).length > 1) {
      // A reference with a description of its own would be taken for a type of its own.
      const { $ref, ...rest } = value
      return { ...rest, allOf: [{ $ref }] }
    }
    // Only described: anything.
    if (typeof value?.description === 'string' && Object.keys(value).length === 1) return { ...value, tsType: 'unknown' }
    return value
  })
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
