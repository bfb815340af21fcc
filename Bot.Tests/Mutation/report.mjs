// Reads Stryker's report, writes Bot.Tests/Proofs/mutation.md. Fails when a mutant that survived is not explained in survivors.json.
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
const explained = JSON.parse(readFileSync(join(here, "survivors.json"), "utf8"));
const marker = "Dialogs/Redaction/";
const rows = [];
const survivors = [];
let killed = 0;
let alive = 0;
for (const [path, file] of Object.entries(report.files)) {
  const name = path.slice(path.indexOf(marker) + marker.length);
  const count = (status) => file.mutants.filter((mutant) => mutant.status === status).length;
  const dead = count("Killed") + count("Timeout");
  const left = file.mutants.filter((mutant) => ["Survived", "NoCoverage"].includes(mutant.status));
  if (dead + left.length === 0) continue;
  killed += dead;
  alive += left.length;
  rows.push(`| ${name} | ${dead} | ${left.length} | ${((100 * dead) / (dead + left.length)).toFixed(1)} % |`);
  for (const mutant of left) {
    const why = explained.find((one) => one.file === name && one.replacement === mutant.replacement);
    const line = mutant.location.start.line;
    const source = file.source.split("\n")[line - 1].trim();
    survivors.push({ name, line, source, replacement: mutant.replacement, why: why?.why });
  }
}

const code = (text) => "`" + text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ") + "`";
writeFileSync(
  join(here, "../Proofs/mutation.md"),
  `# Mutants of the validators and of the merge

Written by \`./build.sh prove mutation\` (Stryker, \`Bot.Tests/Mutation/${basename("stryker-config.json")}\`); do not edit. A mutant is the program with one
thing changed; the tests must fail for it.

| file | killed | alive | score |
| --- | ---: | ---: | ---: |
${rows.join("\n")}
| **all** | **${killed}** | **${alive}** | **${((100 * killed) / (killed + alive)).toFixed(2)} %** |

## Those that live, and why

| where | written | changed to | why no test can tell |
| --- | --- | --- | --- |
${survivors.map((s) => `| ${s.name}, line ${s.line} | ${code(s.source)} | ${code(s.replacement)} | ${s.why ?? "**not explained**"} |`).join("\n")}
`,
);
const unexplained = survivors.filter((survivor) => !survivor.why).length;
console.log(`${killed} passed, ${unexplained} failed`);
process.exitCode = unexplained === 0 ? 0 : 1;
