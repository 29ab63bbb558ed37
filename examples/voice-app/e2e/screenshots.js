// Takes pictures of the page, at the width of a desk and of a phone, into `e2e/screenshots`. Start it with `run.sh --screenshots`.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { start, state } from "./harness.js";

const folder = fileURLToPath(new URL("screenshots", import.meta.url));
mkdirSync(folder, { recursive: true });

const app = await start();
try {
  for (const [width, height] of [[1280, 800], [390, 844]]) {
    for (const colorScheme of ["light", "dark"]) {
      const context = await app.newContext({ viewport: { width, height }, colorScheme, deviceScaleFactor: 1 });
      const take = (page, name) => page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` });
      const page = await context.newPage();
      await page.goto(app.link());
      await page.getByRole("button", { name: "jane", exact: true }).waitFor();
      await take(page, "sign-in");
      await page.getByRole("button", { name: "zoë.müller@example.com" }).click();
      await state(page, "registration", "registered");
      await take(page, "registered");
      await page.locator("#to").fill("jane");
      await page.getByRole("button", { name: "Call", exact: true }).click();
      await state(page, "call", "open");
      await take(page, "in-a-call");
      // The picture in the README.
      if (width === 1280 && colorScheme === "light") await page.locator("main").screenshot({ path: `${folder}/../../page.png` });
      await page.getByRole("button", { name: "Hang up" }).click();
      await app.twilio.ring("zo_C3_AB_2Em_C3_BCller_40example_2Ecom", "john", { order: "7" });
      await state(page, "call", "ringing");
      await take(page, "ringing");
      await page.getByRole("button", { name: "Reject" }).click();
      await page.route("**/token?*", async (route) => {
        const response = await route.fetch();
        const answer = await response.json();
        await route.fulfill({ response, json: { ...answer, token: `${answer.token.slice(0, -3)}AAA` } });
      });
      await page.getByLabel("capability token").check();
      await page.locator("#error").waitFor();
      await take(page, "error");
      await context.close();
    }
  }
} finally {
  await app.stop();
}
