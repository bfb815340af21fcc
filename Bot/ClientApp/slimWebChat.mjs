// Builds Web Chat from the sources that its packages ship, without what this chat never uses: forty other languages, polyfills
// for browsers of before 2020, video players, uploads, Markdown, and the socket protocol of Azure App Service.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

const STILL = `matchMedia('(prefers-reduced-motion: reduce)').matches`;

const STUBS = [
  // Nothing is uploaded, no text of the bot is Markdown, no message embeds a foreign player.
  [/^mime$/, 'export default { getType: () => null };'],
  [/^mdast-util-from-markdown$/, 'export const fromMarkdown = () => ({ children: [] });'],
  [/\/(Vimeo|YouTube)Content$/, 'export default () => null;'],
  [/^\.\/directLineStreaming$/, ''],
  // markdown-it only renders Web Chat's own strings here.
  [/^entities\/lib\/maps\/entities\.json$/, `module.exports = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };`],
  [/^punycode$/, 'exports.toASCII = exports.toUnicode = host => host;'],
  // Built by an install script, which package managers rightly refuse to run.
  [
    /^p-defer-es5$/,
    `export default () => {
      const deferred = {};
      deferred.promise = new Promise((resolve, reject) => Object.assign(deferred, { reject, resolve }));

      return deferred;
    };`
  ],
  // Polyfills that add to the globals.
  [/^core-js\/|^url-search-params-polyfill$/, '']
];

const EDITS = [
  // No default host to fall back on: without a domain the connection fails.
  ['directlinejs/lib/directLine.js', ['"https://directline.botframework.com/v3/directline"', '""']],
  ['webchat-core/src/reducers/createActivitiesReducer.ts', [/'https:\/\/docs\.botframework\.com\/[^']+'/, "''"]],
  // Words take the place of these two animated images: 39 kB, and blob: addresses that the page's policy refuses.
  ['StyleSet/SpinnerAnimation.ts', [/DEFAULT_IMAGE_BASE64 =\s+'[^']+'/, "DEFAULT_IMAGE_BASE64 = ''"]],
  ['StyleSet/TypingAnimation.ts', [/DEFAULT_IMAGE_BASE64 =\s+'[^']+'/, "DEFAULT_IMAGE_BASE64 = ''"]],
  // A button that dials stays: who did not get through presses it again.
  ['SendBox/SuggestedAction.tsx', ["type === 'openUrl' && setSuggestedActions([]);", '']],
  // Scrolling to the last message is animated by script, out of reach of a style sheet: who prefers less motion is taken there at
  // once, and kept there for the time of the animation, during which the list still changes size.
  [
    'react-scroll-to-bottom/lib/esm/SpineTo.js',
    ['if (Math.abs(toNumber - nextValue) < 1.5)', `const still = ${STILL}; if (still || Math.abs(toNumber - nextValue) < 1.5)`],
    ['if (toNumber === nextValue)', 'if (toNumber === nextValue && !(still && Date.now() - start < 500))']
  ]
];

export function slimWebChat() {
  return {
    name: 'slim-web-chat',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^botframework-webchat-(api|component|core)(\/\w+)?$/ }, ({ path }) => {
        const [name, entry = 'index'] = path.split('/');
        const source = join(here, 'node_modules', name, 'src', entry);

        return { path: [`${source}.ts`, join(source, 'index.ts')].find(existsSync), sideEffects: false };
      });

      // French only: the strings, then dates and plurals, which browsers know by themselves.
      onLoad({ filter: /webchat-api.src.localization.[\w-]+\.json$/ }, ({ path }) =>
        /(fr-FR|overrides)\.json$/.test(path) ? undefined : { contents: '{}', loader: 'json' }
      );
      onResolve({ filter: /external\/PrecompiledGlobalize$/ }, () => ({ path: join(here, 'src/frenchGlobalize.js') }));

      // Polyfills that are imported in place of a built-in.
      onResolve({ filter: /^core-js-pure\// }, ({ path }) => ({ namespace: 'built-in', path }));
      onLoad({ filter: /.*/, namespace: 'built-in' }, ({ path }) => ({ contents: `module.exports = ${builtIn(path)};` }));

      for (const [filter, contents] of STUBS) {
        onResolve({ filter }, ({ path }) => ({ namespace: String(filter), path }));
        onLoad({ filter: /.*/, namespace: String(filter) }, () => ({ contents }));
      }

      for (const [file, ...edits] of EDITS) {
        onLoad({ filter: new RegExp(`${file.replaceAll('.', '\\.')}$`) }, async ({ path }) => ({
          contents: edits.reduce((source, edit) => replaceOnce(path, source, edit), await readFile(path, 'utf8')),
          loader: /\.tsx?$/.test(path) ? path.split('.').pop() : 'js'
        }));
      }
    }
  };
}

function replaceOnce(path, source, [from, to]) {
  const edited = source.replace(from, () => to);

  if (edited === source) {
    throw new Error(`Nothing to edit in ${path}: has its package changed?`);
  }

  return edited;
}

/** What a path of core-js-pure stands for: `instance/for-each` is `o => o.forEach`, `object/keys` is `Object.keys`. */
function builtIn(path) {
  const [name, member] = path
    .replace(/^core-js-pure\/(features|stable)\//, '')
    .replace(/(\/index)?(\.js)?$/, '')
    .split('/')
    .map(part => part.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()));
  const capitalized = name[0].toUpperCase() + name.slice(1);

  if (name === 'instance') {
    return `o => o.${member}`;
  } else if (name === 'getIteratorMethod') {
    return 'o => o[Symbol.iterator]';
  } else if (member) {
    return `${capitalized}.${member}`;
  }

  return /^(parse|set)[A-Z]/.test(name) ? name : capitalized;
}
