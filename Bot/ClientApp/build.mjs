// Writes ../wwwroot/assets/chat.js and the licences of what is in it. Fails when the bundle names a host that it could call.
import { build } from 'esbuild';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { slimWebChat } from './slimWebChat.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(here, '../wwwroot/assets');

// Names of vocabularies and pages of documentation: strings that are compared or shown to developers, never fetched.
const INERT = [
  /^https?:\/\/(www\.)?w3\.org\//,
  /^https?:\/\/schema\.org\b/,
  /^http:\/\/fb\.me\/use-check-prop-types$/,
  /^https:\/\/(reactjs|redux\.js)\.org\//,
  /^https:\/\/github\.com\//,
  /^https?:\/\/$/
];

const UNWANTED =
  /node_modules\/(@microsoft|adaptivecards|applicationinsights|botframework-(directlinespeech|streaming)|microsoft-)/;

const { metafile, outputFiles } = await build({
  absWorkingDir: here,
  bundle: true,
  define: {
    global: 'globalThis',
    'process.env.NODE_ENV': '"production"',
    'process.env.build_tool': '"esbuild"',
    'process.env.module_format': '"esmodules"',
    'process.env.node_env': '"production"',
    'process.env.npm_package_version': '"4.18.1"'
  },
  entryPoints: ['src/chat.js'],
  format: 'esm',
  jsx: 'transform',
  legalComments: 'none',
  loader: { '.js': 'jsx' },
  metafile: true,
  minify: true,
  outfile: join(assets, 'chat.js'),
  plugins: [slimWebChat()],
  target: 'es2020',
  write: false
});

const bundle = outputFiles[0].text;
checkInputs(metafile);
checkHosts(bundle);
await mkdir(assets, { recursive: true });
await writeFile(join(assets, 'chat.js'), bundle);
await writeFile(join(assets, 'licences.txt'), await licences(metafile));
console.log(
  `chat.js: ${bundle.length} bytes, gzip ${gzipSync(bundle, { level: 9 }).length}, brotli ${brotliCompressSync(bundle).length}`
);

function checkInputs({ inputs }) {
  const found = Object.keys(inputs).filter(path => UNWANTED.test(path));

  if (found.length) {
    throw new Error(`Not wanted in the chat: ${found.join(', ')}`);
  }
}

function checkHosts(text) {
  const addresses = text.match(/\b(?:https?|wss?):\/\/[^\s"'`)\\]*/g) ?? [];
  const found = addresses.filter(address => !INERT.some(inert => inert.test(address)));

  if (found.length) {
    throw new Error(`The chat must call its own host only, and names: ${[...new Set(found)].join(', ')}`);
  }
}

async function licences({ outputs }) {
  const packages = new Set(
    Object.values(outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput)
      .map(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0])
      .filter(Boolean)
  );

  const texts = await Promise.all(
    [...packages].sort().map(async folder => {
      const { name, version, license, author } = JSON.parse(await readFile(join(here, folder, 'package.json'), 'utf8'));
      const file = (await readdir(join(here, folder))).find(entry => /^licen[cs]e/i.test(entry));
      const text = file ? await readFile(join(here, folder, file), 'utf8') : `${license}, ${author?.name ?? author ?? ''}`;

      return `${name} ${version} (${license})\n\n${text.trim()}\n`;
    })
  );

  return [...new Set(texts)].join('\n----------\n\n');
}
