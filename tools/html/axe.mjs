// node axe.mjs CHROMIUM PAGE ...: what axe finds on each page, in the light and in the dark scheme, and what the browser says.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// What passes is counted only, not described: of 170 long pages that is most of the work.
const OPTIONS = { runOnly: RULES, resultTypes: ["violations"] };
const RUN = `axe.run(document, ${JSON.stringify(OPTIONS)}).then((it) => JSON.stringify(it.violations))`;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [chromium, ...pages] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath: chromium,
  // The last three keep Chromium from looking for its own servers.
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let faults = 0;
const say = (page, what) => {
  faults += 1;
  console.log(`${basename(page)}: ${what}`);
};
try {
  for (const path of pages) {
    const page = await browser.newPage();
    page.on("console", (message) => say(path, `the browser says: ${message.text()}`));
    page.on("pageerror", (error) => say(path, `the browser says: ${error}`));
    await page.goto(pathToFileURL(path).href);
    // Scripts of the page stay forbidden by its own policy; axe is put in past it.
    const client = await page.createCDPSession();
    await client.send("Runtime.evaluate", { expression: axe });
    for (const scheme of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      const { result } = await client.send("Runtime.evaluate", { expression: RUN, awaitPromise: true });
      for (const { id, help, nodes } of JSON.parse(result.value)) {
        say(path, `${scheme}: ${id}: ${help}: ${nodes.length} places, such as ${nodes[0].html.slice(0, 120)}`);
      }
    }
    await page.close();
  }
} finally {
  await browser.close();
}
process.exitCode = faults ? 1 : 0;
