import { snakeCase } from "../../../src/addon/classes/snake-case";

test.each([
  ["takeDamage", "take_damage"],
  ["collect", "collect"],
  ["hitPoints2d", "hit_points2d"],
  ["parseHTTPHeader", "parse_http_header"],
  ["_ready", "_ready"],
])("%s is %s in Godot", (member, name) => {
  expect(snakeCase(member)).toBe(name);
});
