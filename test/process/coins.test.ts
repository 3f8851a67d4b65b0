import { runGodot } from "./run-game";

test("in the scene of coins, a magpie takes those of TypeScript and the one that GDScript extends", async () => {
  const { status, stdout, stderr } = await runGodot(["--no-header", "res://scenes/coins.tscn"]);
  const [copper, silver, gold = "", total = ""] = stdout.trim().split("\n");
  expect([copper, silver]).toEqual(["Copper: 10", "Silver: 25"]);
  // It bears interest while the magpie is at the others.
  expect(gold).toMatch(/^Gold: [5-9]\d$/);
  expect(total).toBe(`The magpie has ${35 + Number(gold.slice("Gold: ".length))} points.`);
  expect(stderr).toBe("");
  expect(status).toBe(0);
});
