import { exitComplaints } from "../../../tools/jest-runner/exit-complaints";

const summary = "WARNING: ObjectDB instances leaked at exit (run with --verbose for details).";
const token = "Leaked instance: RefCounted:9223372094199301709 - Reference count: 0";
const node = "Leaked instance: Node:1234 - Node path: ";
const hint = "Hint: Leaked instances typically happen when nodes are removed from the scene tree";

test("what is leaked is a complaint, and what is only said is none", () => {
  expect(exitComplaints(["Godot Engine", summary, node, hint].join("\n"))).toEqual([
    summary,
    node,
    hint,
  ]);
});

test("what the engine leaks of a load is none", () => {
  expect(exitComplaints([summary, token, hint].join("\n"))).toEqual([]);
});

test("what is leaked beside that is one", () => {
  expect(exitComplaints([summary, token, node, hint].join("\n"))).toEqual([summary, node, hint]);
});

test("so is an error", () => {
  expect(exitComplaints("ERROR: it went wrong\n")).toEqual(["ERROR: it went wrong"]);
});
